import Screen
import SinkDraft
import SinkSpec

@testable import Wizard

/// A session in memory that records its output.
struct PlainTranscript {
  var session: PlainSession
  /// The output since the last answer, with the prompt last.
  var lines: [String] = []
  var effects: [Effect] = []

  static let account = "0123105f4ecef8ad9ca31a8372d0c353"
  // 2026-11-23T20:15:30Z
  static let now = Timestamp(secondsSinceEpoch: 1_795_464_930)

  init(
    account: String? = Self.account, hasClipboard: Bool = false,
    _ prepare: (inout Wizard.Settings) -> Void = { _ in },
    begin: (inout Wizard) -> Void = { _ in }
  ) {
    var settings = Wizard.Settings()
    prepare(&settings)
    var wizard = Wizard(account: account, now: Self.now, settings: settings)
    begin(&wizard)
    session = PlainSession(wizard, hasClipboard: hasClipboard)
    listen()
  }

  /// Answers prompts in sequence; the effects and output of the last answer remain.
  mutating func answer(_ lines: String...) { answer(lines) }

  mutating func answer(_ lines: [String]) {
    for line in lines {
      effects = session.answer(line)
      listen()
    }
  }

  /// Opens a file with the given contents.
  mutating func open(_ name: String, _ bytes: [UInt8]) {
    let opening = session.wizard.opening(of: name)
    send(.opened(name: name, .success(OpenedFile(bytes, for: opening) { _ in })))
  }

  /// Delivers the result of an effect.
  mutating func send(_ event: Event) {
    effects = session.handle(event)
    listen()
  }

  private mutating func listen() {
    lines = session.takeLines() + (session.isWaiting ? [] : [session.prompt])
  }

  var question: String { session.prompt }
  var wizard: Wizard { session.wizard }
  var draft: Draft { session.wizard.draft }

  func hasPrinted(_ words: String) -> Bool { lines.contains { $0.contains(words) } }
}
