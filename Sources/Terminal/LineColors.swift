internal import CCurses
internal import Glibc
package import Surface
package import System

/// Colours for lines of text on a descriptor, as the SGR sequences of ECMA-48.
package struct LineColors: Sendable {
  /// Whether anything is coloured.
  package let areOn: Bool
  private let palette: Palette

  /// - Parameters:
  ///   - choice: with `auto`, only a terminal that has colours gets them, unless `NO_COLOR` is set.
  ///   - theme: what they have to be readable on.
  ///   - descriptor: what the lines are written to.
  ///   - environment: what tells of the terminal.
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

  /// A text in the colour of a role; as it is when colours are off.
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
