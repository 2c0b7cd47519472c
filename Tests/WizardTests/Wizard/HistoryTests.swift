import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

@Suite struct HistoryTests {
  private func snapshot(_ name: String) -> History.Snapshot {
    var draft = Draft()
    draft["/name"] = .text(name)
    return .init(draft: draft, step: .sink, item: .parameter("/name"))
  }

  @Test func `limits the memory of large texts, but keeps the last change`() {
    var history = History()
    for number in 0..<20 { history.record(snapshot("\(number)"), weight: 10 << 20) }
    var draft = snapshot("end").draft
    var taken = 0
    while let before = history.undo(from: draft) {
      draft = before.draft
      taken += 1
    }
    #expect(taken == 6)
    history.record(snapshot("huge"), weight: 1 << 30)
    #expect(history.undo(from: snapshot("end").draft)?.draft["/name"] == .text("huge"))
  }

  @Test func `drops the oldest changes first`() {
    var history = History()
    for number in 0..<1_500 { history.record(snapshot("\(number)")) }
    var last: Draft?
    while let before = history.undo(from: last ?? snapshot("end").draft) { last = before.draft }
    #expect(last?["/name"] == .text("500"))
  }

  @Test func `skips empty changes in both directions`() {
    var history = History()
    history.record(snapshot("a"))
    history.record(snapshot("b"))
    #expect(history.undo(from: snapshot("b").draft)?.draft["/name"] == .text("a"))
    #expect(history.redo(from: snapshot("a").draft)?.draft["/name"] == .text("b"))
  }
}
