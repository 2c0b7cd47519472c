import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests drafts with unconfirmed requests that are resumed at another endpoint.
struct UnconfirmedElsewhereTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)
  private static let note =
    "A request to api.example is not confirmed (sink first); it is looked up only there"

  private static func sent(
    to endpoint: String = "api.example", account: String = "0123"
  ) -> UnconfirmedRequest {
    UnconfirmedRequest(
      endpoint: endpoint, account: account, name: "first", type: "r2", bucket: "b", sentAt: now,
      existingIDs: [])
  }

  /// Returns a wizard at an endpoint that has resumed a draft.
  private func resumed(_ saved: SavedDraft, at endpoint: String) -> Wizard {
    var settings = Wizard.Settings()
    settings.target = .available(endpoint)
    settings.endpoint = endpoint
    var wizard = Wizard(account: "0123", now: Self.now, settings: settings)
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    wizard.resume(saved)
    return wizard
  }

  private func saved(_ requests: UnconfirmedRequest..., at endpoint: String) -> SavedDraft {
    SavedDraft(
      draft: Draft(account: "0123"), step: 1, unconfirmed: requests, endpoint: endpoint)
  }

  /// Returns the draft as a later run reads it.
  private func reread(_ wizard: Wizard) throws -> SavedDraft {
    var writer = DraftWriter()
    return try SavedDraft(reading: writer.text(of: try #require(wizard.kept), now: Self.now))
  }

  @Test(arguments: ["sandbox", "other.example"])
  func `carries a request through a run at another endpoint`(endpoint: String) throws {
    var wizard = resumed(saved(Self.sent(), at: "api.example"), at: endpoint)
    #expect(!(wizard.overlay is SubmissionReport))
    #expect(wizard.notice?.text(for: .screen).hasSuffix(Self.note) == true)
    #expect(wizard.lookUpSink() == [])
    let later = try reread(wizard)
    #expect(later.endpoint == endpoint)
    #expect(later.unconfirmed == [Self.sent()])
    let back = resumed(later, at: "api.example")
    #expect(back.overlay is SubmissionReport)
    #expect(back.unconfirmedHere == [Self.sent()])
  }

  @Test func `looks up only the requests to this endpoint`() {
    let other = Self.sent(to: "other.example")
    var wizard = resumed(saved(other, Self.sent(), at: "other.example"), at: "api.example")
    let report = wizard.overlay as? SubmissionReport
    #expect(report?.sentences.count == 2)
    #expect(report?.sentences.first?.hasPrefix("Sink first was sent at ") == true)
    #expect(
      wizard.handle(.key(.character("a")))
        == [.lookUp([Self.sent()], masking: wizard.draft.request)])
    #expect(wizard.kept?.unconfirmed == [other, Self.sent()])
  }

  @Test func `forgets requests to a sandbox that has ended`() {
    let wizard = resumed(saved(Self.sent(to: "sandbox"), at: "sandbox"), at: "sandbox")
    #expect(wizard.overlay == nil)
    #expect(wizard.submission.unconfirmed.isEmpty)
  }

  @Test func `names requests that are not looked up before another is sent`() throws {
    var wizard = resumed(saved(Self.sent(), at: "api.example"), at: "other.example")
    wizard.closeOverlay()
    wizard.open(name: "a", Array(Self.payload.utf8))
    wizard.closeOverlay()
    _ = wizard.handle(.command(.submit))
    let question = try #require(wizard.overlay as? Question)
    #expect(question.text.hasSuffix(" \(Self.note)."))
    guard case .submit(let request)? = wizard.handle(.key(.character("y"))).last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(request.endpoint == "other.example")
    #expect(wizard.kept?.unconfirmed.map(\.endpoint) == ["api.example", "other.example"])
  }

  @Test func `names requests to another account before another is sent`() throws {
    var wizard = resumed(saved(Self.sent(account: "9"), at: "api.example"), at: "api.example")
    wizard.open(name: "a", Array(Self.payload.utf8))
    wizard.closeOverlay()
    _ = wizard.handle(.command(.submit))
    let question = try #require(wizard.overlay as? Question)
    #expect(
      question.text.hasSuffix(
        " A request in account 9 is not confirmed (sink first); it is looked up only there."))
    #expect(!question.text.contains("The account is checked for it first"))
  }

  private static let payload = """
    {"name": "x", "type": "r2", "format": {"type": "parquet"}, "config": {"bucket": "logs",
    "account_id": "0123", "credentials": {"access_key_id": "a", "secret_access_key": "b"}}}
    """
}
