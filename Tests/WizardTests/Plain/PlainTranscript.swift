import Screen
import SinkSpec

@testable import Wizard

/// A session in memory: lines are answered, and what is said is remembered.
struct PlainTranscript {
  var session: PlainSession
  /// What was said since the last answer, the question last.
  var said: [String] = []
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

  /// Answers questions one after another; the effects and what was said last remain.
  mutating func answer(_ lines: String...) { answer(lines) }

  mutating func answer(_ lines: [String]) {
    for line in lines {
      effects = session.answer(line)
      listen()
    }
  }

  /// Tells what came of an effect.
  mutating func send(_ event: Event) {
    effects = session.handle(event)
    listen()
  }

  private mutating func listen() {
    said = session.takeLines() + (session.isWaiting ? [] : [session.prompt])
  }

  var question: String { session.prompt }
  var wizard: Wizard { session.wizard }
  var draft: Draft { session.wizard.draft }

  func hasSaid(_ words: String) -> Bool { said.contains { $0.contains(words) } }
}
