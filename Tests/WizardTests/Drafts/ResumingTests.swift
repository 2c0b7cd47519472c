import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests which drafts the wizard keeps, and resuming them.
@Suite struct ResumingTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

  private func makeWizard() -> Wizard {
    var settings = Wizard.Settings()
    settings.target = .available("the sandbox")
    var wizard = Wizard(account: "0123", now: Self.now, settings: settings)
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    return wizard
  }

  private func press(_ keys: [Key], _ wizard: inout Wizard) -> [Effect] {
    keys.flatMap { wizard.handle(.key($0)) }
  }

  @Test func `keeps a draft only while there is input`() {
    var wizard = makeWizard()
    #expect(wizard.kept == nil)
    _ = press([.character("x")], &wizard)
    #expect(wizard.kept?.draft["/name"] == .text("x"))
    _ = press([.control("_")], &wizard)
    #expect(wizard.kept == nil)
  }

  @Test func `restores input and focus, and names missing secrets`() {
    var wizard = makeWizard()
    _ = press([.character("x"), .control("n"), .character("b")], &wizard)
    let kept = SavedDraft(
      draft: wizard.draft, step: wizard.step.number,
      redacted: ["/config/credentials/access_key_id"])
    var next = makeWizard()
    next.resume(kept)
    #expect(next.step == .destination)
    #expect(next.draft == wizard.draft)
    #expect(next.notice == .draftRestored(redacted: ["Access key ID"]))
    #expect(next.kept?.draft == wizard.draft)
    #expect(press([.control("q")], &next) == [])
  }

  @Test func `first reports a submission with an unknown outcome`() throws {
    var wizard = makeWizard()
    let sent = Self.unconfirmed("first")
    wizard.resume(SavedDraft(draft: wizard.draft, step: 5, unconfirmed: [sent]))
    guard let report = wizard.overlay as? SubmissionReport else {
      Issue.record("no report")
      return
    }
    #expect(report.canAsk)
    #expect(report.sentences.first?.contains("Sink first was sent at 2026-09-21") == true)
    let effects = press([.character("a")], &wizard)
    #expect(effects == [.lookUp([sent], masking: wizard.draft.request)])
    #expect(wizard.kept?.unconfirmed == [sent])
  }

  private static func unconfirmed(_ name: String) -> UnconfirmedRequest {
    UnconfirmedRequest(
      endpoint: "", account: "0123", name: name, type: "r2", bucket: "b", sentAt: now)
  }

  @Test func `keeps an unknown outcome through changes of the name and a second draft`() throws {
    var wizard = makeWizard()
    let sent = Self.unconfirmed("first")
    wizard.resume(SavedDraft(draft: wizard.draft, step: 1, unconfirmed: [sent]))
    _ = press([.enter, .character("x"), .character("y")], &wizard)
    #expect(wizard.draft["/name"].text.contains("xy"))
    var writer = DraftWriter()
    let text = writer.text(of: try #require(wizard.kept), now: Self.now)
    var next = makeWizard()
    next.resume(try SavedDraft(reading: text))
    #expect(next.submission.unconfirmed == [sent])
  }

  @Test func `resumes, skips and deletes drafts with keys`() {
    var wizard = makeWizard()
    let kept = SavedDraft(draft: wizard.draft, step: 1)
    let drafts = (1...3).map { DraftSummary(of: kept, number: $0, savedAt: Self.now) }
    wizard.offer(drafts)
    #expect(press([.down, .enter], &wizard) == [.resume(number: 2)])
    #expect(press([.delete, .character("n")], &wizard) == [])
    #expect(press([.delete, .character("y")], &wizard) == [.deleteDraft(number: 2)])
    #expect(press([.down, .down, .enter], &wizard) == [.resume(number: 3)])
    #expect(press([.paste("y"), .character("d"), .character("y"), .escape], &wizard) == [])
    #expect(wizard.overlay == nil)
    // The text typed over the list names the new sink.
    #expect(wizard.draft["/name"] == .text("ydy"))
  }

  @Test func `omits an empty new column from payload and draft`()
    throws
  {
    var wizard = makeWizard()
    _ = press([.alt("4"), .enter, .character("a"), .enter], &wizard)
    #expect(wizard.draft.fields.count == 2)
    #expect(wizard.kept?.draft.fields.count == 1)
    #expect(wizard.payload.split(separator: "\"type\": \"string\"").count == 2)
    _ = press([.control("x"), .character("y")], &wizard)
    #expect(wizard.draft.fields.count == 1)
  }

  @Test func `does not ask about an empty new column when leaving`() {
    var wizard = makeWizard()
    #expect(press([.alt("4"), .enter, .control("q")], &wizard) == [.leave])
  }

  @Test func `does not promise a draft after a failed write`() {
    var settings = Wizard.Settings()
    settings.keepsDrafts = true
    var wizard = Wizard(account: "0123", now: Self.now, settings: settings)
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    _ = press([.character("x"), .control("q")], &wizard)
    #expect(question(of: wizard)?.contains("A draft without secrets is kept") == true)
    _ = press([.character("n")], &wizard)
    _ = wizard.handle(.draftNotKept("No draft is kept"))
    _ = press([.control("q")], &wizard)
    #expect(question(of: wizard)?.contains("would be lost") == true)
  }

  private func question(of wizard: Wizard) -> String? {
    (wizard.overlay as? Question)?.text
  }

  /// Resumes a draft that was made elsewhere.
  private func resumed(
    account: String?, at endpoint: String, with own: String?, at here: String = "api.example"
  ) -> Wizard {
    var settings = Wizard.Settings()
    settings.endpoint = here
    var wizard = Wizard(account: own, now: Self.now, settings: settings)
    var draft = Draft(account: account)
    draft["/name"] = .text("x")
    wizard.resume(
      SavedDraft(draft: draft, step: 1, endpoint: endpoint))
    return wizard
  }

  @Test func `keeps the account and the endpoint with the draft`() throws {
    var writer = DraftWriter()
    let wizard = resumed(account: "a", at: "api.example", with: "a")
    #expect(wizard.overlay == nil)
    let kept = try #require(wizard.kept)
    let text = writer.text(of: kept, now: Self.now)
    #expect(try SavedDraft(reading: text).endpoint == "api.example")
    let line = Array(text.prefix { $0 != UInt8(ascii: "\n") })
    let summary = try DraftSummary(reading: line, number: 1)
    #expect(summary.account == "a" && summary.endpoint == "api.example")
  }

  @Test(arguments: [
    ("a", "api.example", "b"), ("a", "other.example", "a"), ("a", "sandbox", "b"),
    ("a", "", "b"), (nil, "sandbox", "b"), (nil, "other.example", "b"),
  ])
  func `takes the environment's account only with consent`(
    account: String?, endpoint: String, own: String
  ) {
    for isYes in [true, false] {
      var wizard = resumed(account: account, at: endpoint, with: own)
      guard let question = wizard.overlay as? Question else {
        Issue.record("not asked")
        continue
      }
      #expect(question.text.contains("Use account b") || own != "b")
      _ = press([.character(isYes ? "y" : "n")], &wizard)
      let kept = endpoint == "sandbox" ? nil : account
      #expect(wizard.draft["/account_id"] == Entry(isYes ? own : kept))
      #expect(wizard.draft["/name"] == .text("x"))
    }
  }

  @Test func `undoes taking an account`() {
    var wizard = resumed(account: "a", at: "api.example", with: "b")
    _ = press([.character("y"), .control("_")], &wizard)
    #expect(wizard.draft["/account_id"] == .text("a"))
  }

  @Test func `drops a sandbox account where there is no other`() {
    let wizard = resumed(account: "0000", at: "sandbox", with: nil)
    #expect(wizard.overlay == nil)
    #expect(wizard.draft["/account_id"] == .notSet)
  }

  @Test func `gives payloads without an account the sandbox's`() {
    var settings = Wizard.Settings()
    settings.fallbackAccount = "0000"
    var wizard = Wizard(now: Self.now, settings: settings)
    wizard.open(name: "a", Array(#"{"name": "x", "type": "r2"}"#.utf8))
    #expect(wizard.draft["/account_id"] == .text("0000"))
    wizard = Wizard(now: Self.now, settings: settings)
    wizard.open(name: "a", Array(#"{"name": "x", "config": {"account_id": "b"}}"#.utf8))
    #expect(wizard.draft["/account_id"] == .text("b"))
  }

  @Test func `refuses unset references in a rehearsal too`() {
    var settings = Wizard.Settings()
    settings.endpoint = SavedDraft.sandbox
    settings.target = .available("the built-in sandbox")
    settings.rehearsalNote = "No token."
    var wizard = Wizard(account: "a", now: Self.now, settings: settings)
    let payload = """
      {"name": "x", "type": "r2", "format": {"type": "parquet"}, "config": {"bucket": "logs",
      "account_id": "a", "credentials": {"access_key_id": "${KEY}", "secret_access_key": "b"}}}
      """
    wizard.open(name: "a", Array(payload.utf8))
    wizard.closeOverlay()
    _ = wizard.handle(.command(.submit))
    #expect(wizard.notice == .notSent(.unsetVariables(["KEY"])))
  }
}
