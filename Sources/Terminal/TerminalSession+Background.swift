internal import CCurses

/// Queries the terminal's background colour (OSC 11).
extension TerminalSession {
  /// The time to wait for the reply at the end of a short session.
  private static let replyTimeout = Duration.milliseconds(500)

  /// Returns whether a terminal marks pastes in bracketed-paste mode.
  static func marksPastes(_ name: String) -> Bool {
    Clipboard.understandsCommands(name) && !name.hasPrefix("Eterm") && !name.hasPrefix("eterm")
  }

  /// Queries the background once; call this after the first frame, so that the query delays
  /// nothing.
  mutating func askForBackground() {
    guard asksForBackground else { return }
    asksForBackground = false
    decoder.reply.expect()
    askedAt = .now
    send(Array(BackgroundReply.query.utf8))
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

  /// Consumes a late reply when a short session ends; the shell would read it as input.
  ///
  /// Waits at most ``replyTimeout`` after the query, however many keys arrive meanwhile.
  func awaitBackground() {
    guard !isClosed, let askedAt else { return }
    var decoder = decoder
    while decoder.reply.isExpected, askedAt.duration(to: .now) < Self.replyTimeout,
      cc_wait_for_input(50)
    {
      let bytes = readPending()
      guard !bytes.isEmpty else { return }
      _ = decoder.decode(bytes, at: .now)
    }
  }
}
