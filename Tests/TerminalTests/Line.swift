import Screen

@testable import Terminal

/// The line from a terminal to a decoder: bytes arrive in pieces, with pauses between them.
struct Line {
  private var decoder: KeyDecoder
  private var now = ContinuousClock.now
  /// The keys decoded so far.
  private(set) var keys: [Key] = []

  init(_ decoder: KeyDecoder = KeyDecoder(isUTF8: true)) { self.decoder = decoder }

  /// Creates a line with the waits for a delay after Esc.
  init(marksPastes: Bool = true, escape: Duration = .milliseconds(50)) {
    decoder = KeyDecoder(
      isUTF8: true, marksPastes: marksPastes, waits: InputWaits(escape: escape))
  }

  /// The background that the terminal reported.
  var background: Palette.Background? { decoder.reply.background }
  var expectsReply: Bool { decoder.reply.isExpected }

  /// Returns the line after bytes that arrive after a pause.
  func send(_ bytes: [UInt8], after pause: Duration = .zero) -> Line {
    var line = self.pausing(pause)
    line.keys += line.decoder.decode(bytes, at: line.now)
    return line
  }

  func send(_ text: String, after pause: Duration = .zero) -> Line {
    send(Array(text.utf8), after: pause)
  }

  /// Returns the line after a pause.
  func pausing(_ pause: Duration) -> Line {
    var line = self
    let end = now + pause
    while let deadline = line.decoder.deadline, deadline <= end {
      line.keys += line.decoder.expire(at: deadline)
    }
    line.now = end
    return line
  }

  /// All keys, once nothing has arrived for a long time.
  var rest: [Key] { pausing(.seconds(60)).keys }

  /// Removes and returns the keys decoded so far.
  mutating func take() -> [Key] {
    defer { keys = [] }
    return keys
  }
}
