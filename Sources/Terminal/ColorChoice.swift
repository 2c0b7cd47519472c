/// Whether the operator wants colours.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  /// Colours if the terminal has them and `NO_COLOR` does not object.
  case auto
  /// Colours if the terminal has them, whatever `NO_COLOR` says.
  case always
  /// No colours.
  case never

  /// How many colours to use of those that a terminal has.
  package func colors(of available: Int, noColor: String?) -> Int {
    switch self {
    case .auto: (noColor ?? "").isEmpty ? available : 0
    case .always: available
    case .never: 0
    }
  }
}
