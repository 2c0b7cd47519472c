/// Whether to use colours.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  /// Use colours if the terminal supports them and `NO_COLOR` is not set.
  case auto
  /// Use colours if the terminal supports them, even if `NO_COLOR` is set.
  case always
  /// Use no colours.
  case never

  /// Returns the number of colours to use.
  ///
  /// - Parameters:
  ///   - available: The number of colours that the terminal supports.
  ///   - noColor: The value of `NO_COLOR`.
  /// - Returns: `available`, or 0 to use no colours.
  package func colors(of available: Int, noColor: String?) -> Int {
    switch self {
    case .auto: (noColor ?? "").isEmpty ? available : 0
    case .always: available
    case .never: 0
    }
  }
}
