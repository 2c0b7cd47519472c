import CloudflareAPI
import Screen
import SinkDraft
import SinkExport
import SinkSpec
import Testing
import Wizard

/// Tests the pipeline that comes after a created sink.
struct NextStepsTests {
  /// Returns a driver at the report of a created sink.
  static func created(
    access: AccountAccess = .available, rows: Int = 24, columns: Int = 80
  ) async throws -> Driver {
    var driver = SubmissionKeysTests.filled(access: access)
    driver.send(.resized(rows: rows, columns: columns))
    driver.type("<Enter>y")
    driver.send(
      .submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.created])))
    driver.effects = []
    return driver
  }

  static let streams = AccountAnswer.streams(
    Listing([
      StreamRecord(id: "1", name: "web_events", columnCount: 4),
      StreamRecord(id: "2", name: "app_logs"),
    ]))

  /// Returns a driver with the stream `web_events` chosen.
  static func chosen(rows: Int = 24, columns: Int = 80) async throws -> Driver {
    var driver = try await created(rows: rows, columns: columns)
    driver.type("s")
    try AccountPickerTests.answer(&driver, .success(streams))
    driver.type("web<Enter>")
    return driver
  }

  static func checks(_ driver: Driver) -> [(statement: String, id: Int)] {
    driver.effects.compactMap {
      if case .validate(let statement, _, let id) = $0 { (statement, id) } else { nil }
    }
  }

  static let statement = "INSERT INTO my_sink SELECT * FROM web_events;"

  @Test func `sends nothing until a list or a check is asked for`() async throws {
    let driver = try await Self.created()
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("INSERT INTO my_sink SELECT * FROM your_stream;"))
    #expect(driver.screen.contains("your_stream is a placeholder: s lists"))
    #expect(!driver.screen.contains("check the SQL"))
    var other = driver
    other.type("v")
    #expect(other.effects.isEmpty)
  }

  @Test func `picks a stream of the account`() async throws {
    var driver = try await Self.created()
    driver.type("s")
    #expect(AccountPickerTests.requests(driver) == [.streams(account: Driver.account)])
    #expect(driver.screen.contains("loading …"))
    try AccountPickerTests.answer(&driver, .success(Self.streams))
    #expect(driver.screen.contains("web_events  4 columns"))
    driver.type("<Down><Enter>")
    #expect(driver.screen.contains("INSERT INTO my_sink SELECT * FROM app_logs;"))
    #expect(driver.screen.contains("not checked: v asks the API, which creates nothing"))
    driver.type("s")
    #expect(AccountPickerTests.requests(driver).count == 1)
    driver.type("<Esc>")
    #expect(driver.screen.contains("FROM app_logs;"))
  }

  @Test func `checks the statement once, and shows that it is accepted`() async throws {
    var driver = try await Self.chosen()
    driver.type("vv")
    #expect(Self.checks(driver).map(\.statement) == [Self.statement])
    #expect(driver.screen.contains("checking …"))
    driver.send(.validated(id: Self.checks(driver)[0].id, .success(.valid)))
    #expect(driver.screen.contains("✓ the API accepts it"))
    driver.type("v")
    #expect(Self.checks(driver).count == 2)
  }

  @Test func `shows errors at their line and column`() async throws {
    var driver = try await Self.chosen()
    driver.type("v")
    let errors = [
      SQLDiagnostic(message: "table 'web_events' not found", line: 1, column: 35),
      SQLDiagnostic(message: "no position \u{1B}[2J"),
      SQLDiagnostic(message: "elsewhere", line: 7, column: Int.max),
      SQLDiagnostic(message: "nowhere", line: -1, column: Int.min),
    ]
    driver.send(.validated(id: Self.checks(driver)[0].id, .success(.invalid(errors))))
    FrameInvariants.check(driver.wizard, secret: "planted", "hostile diagnostics")
    let lines = driver.screen.split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex { $0.contains(Self.statement) })
    let column = lines[index].distance(
      from: lines[index].startIndex,
      to: try #require(lines[index].firstRange(of: "web_events")).lowerBound)
    #expect(lines[index + 1].prefix(column + 1).hasSuffix(" ^"))
    #expect(lines[index + 2].contains("✗ line 1, column 35: table 'web_events' not found"))
    #expect(driver.screen.contains("line 7, column 9223372036854775807: elsewhere"))
  }

  @Test(arguments: [
    (ReadProblem.noAnswer(.timedOut(seconds: 10)), "not checked: "),
    (.unreadable("is an HTML page, not JSON"), "not checked: the response is an HTML page"),
  ])
  func `says why a statement is not checked`(
    problem: ReadProblem, words: String
  ) async throws {
    var driver = try await Self.chosen()
    driver.type("v")
    driver.send(.validated(id: Self.checks(driver)[0].id, .failure(problem)))
    #expect(driver.screen.contains(words), "\(driver.screen)")
    #expect(!driver.screen.contains("accepts it"))
  }

  @Test func `drops a result that comes too late`() async throws {
    var driver = try await Self.chosen()
    driver.type("v")
    let id = Self.checks(driver)[0].id
    driver.type("<Esc>")
    #expect(driver.effects.last == .stopAsking(id: id))
    driver.send(.validated(id: id, .success(.valid)))
    driver.type("<A-5><Enter>")
    #expect(driver.screen.contains("not checked: v asks"), "\(driver.screen)")
    // Another stream drops a running check as well.
    driver.type("vs<Down><Enter>")
    #expect(driver.effects.last == .stopAsking(id: Self.checks(driver)[1].id))
    driver.send(.validated(id: Self.checks(driver)[1].id, .success(.valid)))
    #expect(!driver.screen.contains("accepts it"))
  }

  @Test func `takes a typed name if the streams cannot be read`() async throws {
    var driver = try await Self.created(columns: 120)
    driver.type("s")
    try AccountPickerTests.answer(&driver, .failure(.noAnswer(.timedOut(seconds: 10))))
    #expect(driver.screen.contains("type the name of a stream instead"), "\(driver.screen)")
    driver.type("<Enter>mine<Enter>")
    #expect(driver.screen.contains("INSERT INTO my_sink SELECT * FROM mine;"))
  }

  @Test(arguments: [
    "a; DROP TABLE b", "\"quoted\"", "-- comment", "new\nline", "\u{1B}[2J", "", "日本語",
    String(repeating: "x", count: 129),
  ])
  func `never writes a hostile name of a stream into the statement`(name: String) async throws {
    var driver = try await Self.created()
    driver.type("s")
    try AccountPickerTests.answer(
      &driver, .success(.streams(Listing([StreamRecord(id: "1", name: name)]))))
    FrameInvariants.check(driver.wizard, secret: "planted", "a hostile stream")
    driver.type("<Enter>")
    FrameInvariants.check(driver.wizard, secret: "planted", "a hostile stream chosen")
    #expect(driver.screen.contains("FROM your_stream;"))
    #expect(driver.screen.contains("SQL cannot refer to this stream"), "\(driver.screen)")
  }

  @Test func `copies the SQL and the commands`() async throws {
    var driver = try await Self.chosen()
    driver.type("123")
    let copied = driver.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied.count == 3 && copied[0] == Self.statement)
    #expect(
      copied[1] == """
        CLOUDFLARE_ACCOUNT_ID=\(Driver.account) \\
          npx wrangler pipelines create my_sink_pipeline \\
          --sql='\(Self.statement)'
        """)
    #expect(copied[2].contains("\"sql\": \"\(Self.statement)\"}'"))
    #expect(driver.screen.contains("Sent the curl command"))
    driver.type("<F4>")
    driver.point(at: "1 SQL")
    #expect(driver.effects.last == .copy(Self.statement))
  }

  @Test func `asks for nothing if the account cannot be read`() async throws {
    var driver = try await Self.created(access: .unavailable("--offline allows no requests"))
    driver.type("sv")
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("your_stream is a placeholder for the name of a stream"))
    #expect(!driver.screen.contains("choose the stream"))
  }

  @Test func `prints the command of a chosen stream on leaving`() async throws {
    var driver = try await Self.chosen()
    driver.type("<Enter>")
    guard case .created(_, _, let command)? = driver.effects.last else {
      Issue.record("left without the created sink")
      return
    }
    #expect(
      command == "CLOUDFLARE_ACCOUNT_ID=\(Driver.account) npx wrangler pipelines create "
        + "my_sink_pipeline --sql='\(Self.statement)'")
    var other = try await Self.created()
    other.type("<Enter>")
    guard case .created(_, _, pipelineCommand: nil)? = other.effects.last else {
      Issue.record("prints a command with a placeholder")
      return
    }
  }
}
