package import System

/// Access to the clipboard of the operator's terminal with OSC 52, which terminals do not
/// acknowledge.
package struct Clipboard: Sendable {
  private enum Route: Hashable {
    case none, terminal
    /// tmux sets its own buffer, or passes the sequence to the terminal, depending on its options.
    case tmux
    /// GNU screen passes the sequence in pieces; it would paint the end of a piece that is too
    /// long.
    case screen
  }

  /// The maximum length of a piece; with its delimiters, it stays below GNU screen's limit of 768.
  private static let maximumPiece = 750

  private let route: Route

  /// Determines the route from the terminal type and from the environment, which reveals
  /// multiplexers.
  package init(type: String, environment: Environment) {
    let isInTmux = environment["TMUX"] != nil || type.hasPrefix("tmux")
    let isInScreen = environment["STY"] != nil || type.hasPrefix("screen") && !isInTmux
    route =
      if !Self.understandsCommands(type) {
        .none
      } else if isInTmux && isInScreen {
        // One multiplexer runs inside the other. Only tmux has a clipboard of its own.
        type.hasPrefix("tmux") ? .terminal : .none
      } else if isInTmux {
        .tmux
      } else if isInScreen {
        .screen
      } else {
        .terminal
      }
  }

  /// Whether a text may reach a clipboard.
  package var isReachable: Bool { route != .none }

  /// Returns the bytes that copy a text.
  ///
  /// - Parameter base64: The text, encoded in base64.
  /// - Returns: The bytes to send, or `nil` if the terminal has no clipboard.
  package func sequence(copying base64: String) -> [UInt8]? {
    let command = "\u{1B}]52;c;\(base64)\u{07}"
    switch route {
    case .none: return nil
    case .terminal: return Array(command.utf8)
    case .tmux: return Array((command + "\u{1B}Ptmux;\u{1B}\(command)\u{1B}\\").utf8)
    case .screen:
      let bytes = Array(command.utf8)
      return stride(from: 0, to: bytes.count, by: Self.maximumPiece).flatMap { start in
        let piece = bytes[start..<min(start + Self.maximumPiece, bytes.count)]
        return [0x1B, UInt8(ascii: "P")] + piece + [0x1B, UInt8(ascii: "\\")]
      }
    }
  }

  /// Returns whether a terminal consumes operating system commands (OSC) completely instead of
  /// printing them.
  static func understandsCommands(_ type: String) -> Bool {
    !type.isEmpty
      && !["linux", "vt1", "vt2", "vt52", "ansi", "cons", "dumb"].contains { type.hasPrefix($0) }
  }
}
