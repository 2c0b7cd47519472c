internal import CCurses

/// The question for the terminal's background colour, OSC 11.
extension TerminalSession {
  /// How long the reply is awaited at the end of a short session.
  private static let replyTimeout = Duration.milliseconds(500)

  /// Returns whether a terminal reads operating system commands (OSC) to their end, instead of
  /// printing them.
  static func understandsCommands(_ name: String) -> Bool {
    !["linux", "vt1", "vt2", "vt52", "ansi", "cons", "dumb"].contains { name.hasPrefix($0) }
  }

  /// Asks for the background, once; called after the first frame, so that it waits for nothing.
  mutating func askForBackground() {
    guard asksForBackground else { return }
    asksForBackground = false
    decoder.reply.expect()
    askedAt = .now
    send(BackgroundReply.query)
  }

  /// Changes the colours if the terminal has reported another background.
  mutating func applyBackground() {
    guard let background = decoder.reply.takeBackground() else { return }
    let next = Palette(colors: palette.colors, background: background)
    guard next.pairs != palette.pairs else { return }
    palette = next
    Self.define(next)
    repaint()
  }

  /// Reads a reply that is under way when a short session ends; the shell would take it for input.
  ///
  /// Waits no longer than ``replyTimeout`` after the question, however many keys arrive meanwhile.
  func awaitBackground() {
    guard !isClosed, let askedAt else { return }
    var reply = decoder.reply
    while reply.isExpected, askedAt.duration(to: .now) < Self.replyTimeout, cc_wait_for_input(50) {
      var code = cc_read()
      guard code != CC_KEY_NONE else { return }
      while code != CC_KEY_NONE {
        _ = reply.take(Int(code))
        code = cc_read()
      }
    }
  }
}
