import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import TestSupport
import Testing
import Wizard

/// Tests submitting from the review with scripted responses.
@Suite struct SubmissionKeysTests {
  static let sentAt = Timestamp(secondsSinceEpoch: 1_795_464_930)

  /// Returns a driver at the review of a complete sink.
  static func filled(
    target: SubmissionTarget = .available("api.example"),
    environment: Set<String> = ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"],
    access: AccountAccess? = nil
  ) -> Driver {
    var settings = Wizard.Settings()
    settings.target = target
    settings.environment = environment
    if let access { settings.access = access }
    var driver = Driver()
    driver.wizard = Wizard(account: Driver.account, now: sentAt, settings: settings)
    driver.type(
      "my_sink</config/bucket>events</config/credentials/access_key_id><Right></config/credentials/secret_access_key><Right><A-5>"
    )
    return driver
  }

  /// Returns a driver that has just confirmed creating the sink.
  static func submitting() -> Driver {
    var driver = filled()
    driver.type("<Enter>y")
    return driver
  }

  /// Returns the client's result for a sequence of responses.
  static func submission(
    _ answers: [Result<HTTPResponse, TransportFailure>],
    existing: Result<HTTPResponse, TransportFailure> = noSinks,
    unconfirmed: [UnconfirmedRequest] = []
  ) async throws -> Submission {
    // The client first lists the sinks of that name.
    let rest = Answers(answers.isEmpty ? [] : [existing] + answers)
    let client = CloudflareClient(
      credentials: .token("planted-token"), send: { _ in await rest.next() }, sleep: { _ in },
      now: { sentAt })
    let body = #"{"name":"my_sink","type":"r2","config":{"bucket":"events"}}"#
    let request = try #require(SinkRequest(account: Driver.account, body: Array(body.utf8)))
    return await client.submit(request, unconfirmed: unconfirmed)
  }

  private actor Answers {
    private var rest: [Result<HTTPResponse, TransportFailure>]

    init(_ answers: [Result<HTTPResponse, TransportFailure>]) { rest = answers }

    func next() -> Result<HTTPResponse, TransportFailure> {
      rest.isEmpty
        ? .failure(.init(.refused(host: "x"), mayHaveArrived: false)) : rest.removeFirst()
    }
  }

  static func answer(
    _ status: Int, _ body: String
  ) -> Result<HTTPResponse, TransportFailure> {
    .success(HTTPResponse(status: status, body: Array(body.utf8)))
  }

  static let noSinks = answer(200, #"{"success":true,"result":[]}"#)

  static let sink = """
    {"id":"aaaa1111","name":"my_sink","type":"r2","created_at":"2026-11-23T20:15:31Z",\
    "modified_at":"2026-11-23T20:15:32Z","config":{"bucket":"events",\
    "credentials":{"access_key_id":"planted","secret_access_key":"planted"}}}
    """
  static let created = answer(200, "{\"success\":true,\"result\":\(sink)}")
  static let lost = Result<HTTPResponse, TransportFailure>.failure(
    .init(.broken("reset"), mayHaveArrived: true))

  static func refused(_ error: String, _ status: Int = 400) -> Result<
    HTTPResponse, TransportFailure
  > {
    answer(status, "{\"success\":false,\"errors\":[\(error)]}")
  }

  // MARK: Before sending

  @Test func `is not offered with --preview-only`() {
    #expect(!Self.filled(target: .none).screen.contains("Submit"))
  }

  @Test func `reports missing credentials, and sends nothing`() {
    var driver = Self.filled(target: .unavailable("no credentials: set SOMETHING"))
    driver.type("<Enter>")
    #expect(driver.screen.contains("Not sent: no credentials: set SOMETHING"))
    #expect(driver.effects.isEmpty)
  }

  @Test func `requires fixing errors and setting secrets first`() {
    var driver = Self.filled(environment: ["R2_ACCESS_KEY_ID"])
    driver.type("<Enter>")
    #expect(
      driver.screen.contains("Not sent: $R2_SECRET_ACCESS_KEY is not set in the environment"))
    driver.type("<A-1><C-u><A-5>")
    while driver.wizard.item != .action(.submit) { driver.type("<Down>") }
    driver.type("<Enter>")
    #expect(driver.screen.contains("Not sent: the request has 1 error"), "\(driver.screen)")
    #expect(driver.effects.isEmpty)
  }

  @Test func `asks once, and shows the account, name and destination`() {
    var driver = Self.filled()
    driver.type("<Enter>")
    for words in [
      "my_sink", Driver.account, "api.example", "bucket events", "cannot be changed afterwards",
    ] {
      #expect(Self.prose(on: driver.screen).contains(words), "\(driver.screen)")
    }
    driver.type("n")
    #expect(driver.effects.isEmpty)
    driver.type("<Enter>y")
    guard case .submit(let submission)? = driver.effects.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(submission.account == Driver.account)
    #expect(submission.request == driver.wizard.draft.request)
    #expect(submission.unconfirmed.isEmpty)
    #expect(driver.effects.count == 1)
  }

  /// Returns the words of a screen without its frame, as one line.
  static func prose(on screen: String) -> String {
    screen.split { " \n│─╭╮╰╯┌┐└┘".contains($0) }.joined(separator: " ")
  }

  // MARK: In flight

  @Test func `shows the elapsed time, and blocks other actions`() async throws {
    var driver = Self.submitting()
    driver.wizard.now = Timestamp(secondsSinceEpoch: Self.sentAt.secondsSinceEpoch + 7)
    _ = driver.wizard.handle(.tick)
    #expect(driver.screen.contains("7 s"))
    let before = driver.effects
    driver.type("x<Enter><C-x><C-q><Tab>y")
    #expect(driver.effects == before)
    _ = driver.wizard.handle(.progress(.checking))
    #expect(driver.screen.contains("checking whether the sink exists"))
    driver.type("<Esc><Esc><C-c>")
    #expect(driver.effects.dropFirst(before.count) == [.cancelSubmission])
    #expect(driver.screen.contains("Stopping"))
    // A response that arrives anyway is not lost.
    _ = driver.wizard.handle(.submitted(try await Self.submission([Self.created])))
    #expect(driver.screen.contains("Created: my_sink"))
  }

  // MARK: After the response

  @Test(arguments: ["<Enter>", "<C-x>", "<C-q>", "<Esc><C-q>", "<Esc><C-x>"])
  func `shows a created sink, and prints it on leaving`(keys: String) async throws {
    var driver = Self.submitting()
    _ = driver.wizard.handle(.submitted(try await Self.submission([Self.created])))
    for words in [
      "aaaa1111", "2026-11-23T20:15:31Z", "2026-11-23T20:15:32Z", "INSERT INTO my_sink SELECT",
    ] {
      #expect(driver.screen.contains(words))
    }
    #expect(!driver.screen.contains("planted"))
    driver.type(keys)
    guard case .created(let text, _, _)? = driver.effects.last else {
      Issue.record("left without the created sink")
      return
    }
    #expect(text.contains("\"id\": \"aaaa1111\"") && !text.contains("planted"))
  }

  @Test func `does not create a sink twice`() async throws {
    var driver = Self.submitting()
    _ = driver.wizard.handle(.submitted(try await Self.submission([Self.created])))
    driver.type("<Esc><Enter>")
    #expect(driver.screen.contains("Created: my_sink"))
    #expect(driver.effects.count == 1)
  }

  @Test func `shows a rejection at its field until that changes`() async throws {
    var driver = Self.submitting()
    let refusal = Self.refused(
      #"{"code":10006,"message":"no\u001b such bucket","source":{"pointer":"/config/bucket"}}"#, 404
    )
    _ = driver.wizard.handle(.submitted(try await Self.submission([refusal])))
    #expect(driver.screen.contains("The API rejected the request"))
    #expect(driver.screen.contains("no␛ such bucket [code 10006]"), "\(driver.screen)")
    driver.type("<Enter>")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    #expect(driver.screen.contains("the API rejected it: no␛ such bucket"), "\(driver.screen)")
    driver.type("<A-5>")
    #expect(driver.screen.contains("Bucket: the API rejected it"), "\(driver.screen)")
    driver.type("<Enter>2<A-5>")
    #expect(driver.screen.contains("No issues"), "\(driver.screen)")
    driver.type("<Enter>y")
    #expect(driver.effects.count == 2)
  }

  @Test func `shows a general rejection above the review, and allows a retry`()
    async throws
  {
    var driver = Self.submitting()
    _ = driver.wizard.handle(
      .submitted(
        try await Self.submission([Self.refused(#"{"code":10000,"message":"Authentication"}"#, 403)]
        )))
    #expect(driver.screen.contains("Pipelines Write"))
    driver.type("<Enter>")
    #expect(driver.screen.contains("Request: the API rejected it: Authentication"))
    while driver.wizard.item != .action(.submit) { driver.type("<Down>") }
    driver.type("<Enter>y")
    #expect(driver.effects.count == 2)
  }

  @Test func `keeps an unknown outcome until the account was checked`() async throws {
    var driver = Self.submitting()
    _ = driver.wizard.handle(.submitted(try await Self.submission([Self.lost])))
    #expect(driver.screen.contains("The sink may exist"), "\(driver.screen)")
    driver.type("a")
    guard case .lookUp(let requests, _)? = driver.effects.last else {
      Issue.record("the account is not asked")
      return
    }
    #expect(requests.map(\.name) == ["my_sink"])
    #expect(requests.map(\.sentAt) == [Self.sentAt])
    #expect(requests.map(\.existingIDs) == [[]])
    _ = driver.wizard.handle(.notSent("no network"))
    driver.type("<Enter><Enter>y")
    guard case .submit(let again)? = driver.effects.last else {
      Issue.record("not sent again: \(driver.screen)")
      return
    }
    #expect(again.unconfirmed == requests)
  }

  @Test func `counts a sink found later as created`() async throws {
    var driver = Self.submitting()
    let list = Self.answer(
      200, "{\"success\":true,\"result\":[\(Self.sink)],\"result_info\":{\"total_count\":1}}")
    _ = driver.wizard.handle(.submitted(try await Self.submission([Self.lost, list])))
    #expect(driver.screen.contains("Created: my_sink"))
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `never sends twice before a response, whatever is pressed`(seed: UInt64) async throws {
    let answers: [Submission] = [
      try await Self.submission([Self.created]), try await Self.submission([Self.lost]),
      try await Self.submission([]),
      try await Self.submission([
        Self.refused(#"{"message":"\u001b[2J","source":{"pointer":"/config/bucket"}}"#)
      ]),
      try await Self.submission([Self.refused(#"{"code":1003,"message":"taken"}"#, 409)]),
    ]
    var random = SplitMix64(seed: seed)
    var driver = Self.filled()
    var isUnderWay = false
    for step in 0..<400 {
      let count = driver.effects.count
      if random.next() % 5 == 0 { driver.type("<A-5>") }
      if step % 3 == 0 || !isUnderWay {
        driver.press(RandomKeysTests.keys.randomElement(using: &random) ?? .enter)
      } else {
        let event: Event =
          switch random.next() % 5 {
          case 0: .tick
          case 1: .progress(.sending(attempt: 2))
          case 2: .progress(.checking)
          case 3: .notSent("nothing there")
          default: .submitted(answers.randomElement(using: &random) ?? answers[0])
          }
        _ = driver.wizard.handle(event)
        switch event {
        case .submitted, .notSent: isUnderWay = false
        default: break
        }
      }
      for effect in driver.effects.dropFirst(count) {
        switch effect {
        case .submit, .lookUp:
          #expect(!isUnderWay, "seed \(seed), step \(step)")
          isUnderWay = true
        default: break
        }
      }
      let screen = driver.screen
      #expect(!screen.contains("planted") && !screen.contains("\u{1B}"), "seed \(seed)")
    }
  }
}
