import CloudflareAPI
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the wizard after requests whose outcome is unknown.
@Suite struct UnconfirmedKeysTests {
  @Test func `names an unknown outcome before another sink is sent`() async throws {
    var driver = SubmissionKeysTests.submitting()
    _ = driver.wizard.handle(
      .submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    driver.type("<Enter><A-1></name>2<A-5>")
    while driver.wizard.item != .action(.submit) { driver.type("<Down>") }
    driver.type("<Enter>")
    #expect(
      SubmissionKeysTests.prose(on: driver.screen).contains(
        "outcome of an earlier request is unknown: my_sink (sent at "), "\(driver.screen)")
    driver.type("y")
    guard case .submit(let second)? = driver.effects.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(second.unconfirmed.map(\.name) == ["my_sink"])
    #expect(driver.wizard.kept?.unconfirmed.map(\.name) == ["my_sink", "my_sink2"])
  }

  @Test func `records both requests of a name whose bucket was changed`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    driver.type("<Enter><A-2></config/bucket>2<A-5>")
    while driver.wizard.item != .action(.submit) { driver.type("<Down>") }
    driver.type("<Enter>y")
    #expect(driver.wizard.kept?.unconfirmed.map(\.bucket) == ["events", "events2"])
  }

  @Test func `sends nothing while the earlier request cannot be looked up`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    let open = try #require(driver.wizard.kept?.unconfirmed)
    driver.type("<Enter>")
    let failed = SubmissionKeysTests.answer(403, "")
    driver.send(
      .submitted(
        try await SubmissionKeysTests.submission(
          [SubmissionKeysTests.created], existing: failed, unconfirmed: open)))
    #expect(driver.screen.contains("Nothing was sent"), "\(driver.screen)")
    let sentences = (driver.wizard.overlay as? SubmissionReport)?.sentences
    #expect(
      sentences?.first?.contains(
        "whether an earlier request created sink my_sink (the API returned")
        == true, "\(driver.screen)")
    #expect(sentences?.last?.contains("try again once `sinkwizard sinks list` works") == true)
    #expect(driver.wizard.kept?.unconfirmed == open)
  }

  @Test func `does not mistake the sink of an earlier request for the changed one`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    let open = try #require(driver.wizard.kept?.unconfirmed)
    driver.type("<Enter><A-2></config/path>logs<A-5>")
    while driver.wizard.item != .action(.submit) { driver.type("<Down>") }
    driver.type("<Enter>y")
    let taken = SubmissionKeysTests.refused(#"{"code":1003,"message":"exists"}"#, 409)
    let list = SubmissionKeysTests.answer(
      200,
      "{\"success\":true,\"result\":[\(SubmissionKeysTests.sink)],\"result_info\":{\"total_count\":1}}"
    )
    driver.send(
      .submitted(
        try await SubmissionKeysTests.submission([taken, list], unconfirmed: open)))
    #expect(driver.screen.contains("An earlier request created its sink"), "\(driver.screen)")
    #expect(driver.wizard.submission.unconfirmed.isEmpty)
  }

  @Test func `reports that an earlier request created its sink`() async throws {
    var driver = SubmissionKeysTests.submitting()
    _ = driver.wizard.handle(
      .submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    driver.type("<Enter><A-1></name>2<A-5>")
    let list = SubmissionKeysTests.answer(
      200,
      "{\"success\":true,\"result\":[\(SubmissionKeysTests.sink)],\"result_info\":{\"total_count\":1}}"
    )
    let open = try #require(driver.wizard.kept?.unconfirmed)
    let found = try await SubmissionKeysTests.submission(
      [SubmissionKeysTests.created], existing: list, unconfirmed: open)
    _ = driver.wizard.handle(.submitted(found))
    #expect(
      SubmissionKeysTests.prose(on: driver.screen).contains(
        "an earlier request created sink my_sink (ID aaaa1111); this request was not sent"),
      "\(driver.screen)")
    #expect(driver.wizard.submission.unconfirmed.isEmpty)
    #expect(driver.wizard.draft["/name"].text == "my_sink2")
    driver.type("<Enter><C-q>")
    #expect(driver.screen.contains("my_sink2"), "\(driver.screen)")
  }

  @Test func `does not take an earlier sink of the same name for the current input`() async throws {
    var driver = SubmissionKeysTests.submitting()
    let request = UnconfirmedRequest(
      endpoint: "", account: Driver.account, name: "my_sink", type: "r2", bucket: "events",
      sentAt: SubmissionKeysTests.sentAt, existingIDs: [])
    let list = SubmissionKeysTests.answer(
      200,
      "{\"success\":true,\"result\":[\(SubmissionKeysTests.sink)],\"result_info\":{\"total_count\":1}}"
    )
    driver.send(
      .submitted(
        try await SubmissionKeysTests.submission(
          [SubmissionKeysTests.created], existing: list, unconfirmed: [request])))
    #expect(driver.screen.contains("An earlier request created its sink"), "\(driver.screen)")
    #expect(!driver.screen.contains("✓ Created"))
    #expect(driver.wizard.kept?.draft == driver.wizard.draft)
    #expect(driver.wizard.submission.unconfirmed.isEmpty)
  }

  @Test func `keeps what is known before the request is sent`() {
    var driver = SubmissionKeysTests.submitting()
    let request = UnconfirmedRequest(
      endpoint: "", account: Driver.account, name: "my_sink", type: "r2", bucket: "events",
      sentAt: SubmissionKeysTests.sentAt, existingIDs: ["old"])
    _ = driver.wizard.handle(.progress(.recorded(request)))
    #expect(driver.wizard.kept?.unconfirmed == [request])
    driver.type("<Esc>")
    #expect(driver.wizard.kept?.unconfirmed == [request])
  }

  @Test func `counts down to the next lookup`() {
    var driver = SubmissionKeysTests.submitting()
    _ = driver.wizard.handle(.progress(.checkingAgain(seconds: 4)))
    #expect(
      SubmissionKeysTests.prose(on: driver.screen).contains(
        "not in the account yet: checking again in 4 s"))
  }

  @Test func `reports that nothing was sent`() async throws {
    var driver = SubmissionKeysTests.submitting()
    _ = driver.wizard.handle(.submitted(try await SubmissionKeysTests.submission([])))
    #expect(driver.screen.contains("Nothing was sent"))
    #expect(!driver.screen.contains("may exist"))
  }
}
