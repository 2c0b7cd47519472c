internal import CCurses
internal import Glibc
package import Screen
package import System

/// Colours for line-oriented output, as SGR escape sequences (ECMA-48).
package struct LineColors: Sendable {
  /// Whether output is coloured.
  package let areOn: Bool
  private let palette: Palette

  /// Creates the colours for a descriptor.
  ///
  /// - Parameters:
  ///   - choice: The choice of colours; `auto` uses them on a terminal that supports them unless
  ///     `NO_COLOR` is set.
  ///   - theme: The background to choose colours for.
  ///   - descriptor: The descriptor that lines are written to.
  ///   - environment: The environment, which describes the terminal.
  package init(
    _ choice: ColorChoice, theme: Theme = .auto, descriptor: CInt,
    environment: Environment = .current
  ) {
    palette = Palette(colors: 8, background: theme.background(in: environment))
    areOn =
      switch choice {
      case .never: false
      case .always: true
      case .auto:
        environment["NO_COLOR"] == nil && isatty(descriptor) != 0
          && Self.colorCount(of: environment["TERM"], descriptor) >= 8
      }
  }

  private static func colorCount(of terminal: String?, _ descriptor: CInt) -> CInt {
    guard let name = terminal else { return 0 }
    return unsafe cc_color_count(name, descriptor)
  }

  /// Returns text in the colour of a role, or unchanged if colours are off.
  package func paint(_ text: String, as role: Style.Role) -> String {
    guard areOn, let parameters = parameters(of: role) else { return text }
    return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }

  private func parameters(of role: Style.Role) -> String? {
    switch role {
    case .error, .warning, .accent, .success:
      palette.foreground(of: role).map { "1;3\($0)" } ?? "1"
    case .dim: "2"
    case .key: "1"
    case .plain, .string, .number, .mark: nil
    }
  }
}
