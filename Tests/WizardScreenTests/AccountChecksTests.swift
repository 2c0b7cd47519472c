import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import TestSupport
import Testing
import Wizard
import WizardScreen

/// Tests checks of the account in the review.
struct AccountChecksTests {
  /// Returns a driver with a complete sink, before the review.
  static func driver(target: SubmissionTarget = .available("api.example")) -> Driver {
    var driver = Driver(
      environment: ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"], target: target,
      access: .available)
    driver.type(
      "my_sink</config/bucket>analytics-evnts</config/credentials/access_key_id><Right>"
        + "</config/credentials/secret_access_key><Right>")
    driver.effects = []
    return driver
  }

  static func requests(_ driver: Driver) -> [(sink: CheckedSink, hasSecrets: Bool, id: Int)] {
    driver.effects.compactMap {
      if case .check(let sink, let secrets, let id) = $0 { (sink, secrets != nil, id) } else { nil }
    }
  }

  static let results = [
    AccountCheck(.token, .passed, "user token, active until 2027-01-01"),
    AccountCheck(.account, Driver.account, .passed, "3 of 20 sinks"),
    AccountCheck(
      .name, "my_sink", .failed, "a sink of this name exists", at: "/name",
      repair: .init("/name", "my_sink_2")),
    AccountCheck(
      .bucket, "analytics-evnts", .failed, "not found; did you mean analytics-events?",
      at: "/config/bucket", repair: .init("/config/bucket", "analytics-events")),
    AccountCheck(.keys, .notChecked, "Alt-T tests them", at: "/config/credentials"),
  ]

  static func answer(_ driver: inout Driver, _ results: [AccountCheck] = results) throws {
    let id = try #require(requests(driver).last?.id)
    driver.send(.checked(id: id, results, isLast: true))
  }

  @Test func `checks once when the review is opened, and shows each line`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    #expect(Self.requests(driver).count == 1)
    #expect(Self.requests(driver).first?.hasSecrets == false)
    #expect(Self.requests(driver).first?.sink.bucket == "analytics-evnts")
    #expect(driver.screen.contains("? account               checking …"))
    let first = try #require(Self.requests(driver).first?.id)
    driver.send(.checked(id: first, Array(Self.results.prefix(2)), isLast: false))
    #expect(driver.screen.contains("✓ token                 user token, active until 2027-01-01"))
    #expect(driver.screen.contains("checking …"))
    try Self.answer(&driver)
    #expect(!driver.screen.contains("checking …"))
    #expect(driver.screen.contains("✗ name                  my_sink: a sink of this name exists"))
    #expect(driver.screen.contains("? keys                  not checked: Alt-T tests them"))
    driver.type("<A-1><A-5>")
    #expect(Self.requests(driver).count == 1)
    #expect(driver.screen.contains("a sink of this name exists"))
  }

  @Test(arguments: [(24, 60), (24, 80), (40, 120)])
  func `shows every check whole, in the list or in the guide`(rows: Int, columns: Int) throws {
    var driver = Self.driver()
    driver.send(.resized(rows: rows, columns: columns))
    driver.type("<A-5>")
    let reason = "a reason of many words that does not fit next to its subject on one line"
    let id = try #require(Self.requests(driver).last?.id)
    let checks = [
      AccountCheck(.bucket, "analytics-evnts", .failed, reason, at: "/config/bucket"),
      AccountCheck(.permissions, "", .notChecked, reason),
    ]
    driver.send(.checked(id: id, checks, isLast: true))
    driver.type("<Home>")
    var screens = ""
    for _ in 0..<20 {
      driver.type("<Up>")
      screens += driver.screen + "\n"
    }
    // Leave out the request on the right.
    let lines = screens.split(separator: "\n").map { $0.split(separator: "││")[0] }
    let words = lines.joined().split { " │".contains($0) }.joined(separator: " ")
    #expect(words.contains("not checked: " + reason), "\(screens)")
    #expect(words.ranges(of: reason).count > 1, "\(screens)")
  }

  @Test func `repairs with one key, and checks again`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    try Self.answer(&driver)
    driver.type("<Up><Up><Up><Up><Down>")
    #expect(driver.wizard.item == .check(.bucket))
    #expect(driver.screen.contains("Enter repairs"))
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("analytics-events"))
    #expect(Self.requests(driver).last?.sink.bucket == "analytics-events")
    #expect(Self.requests(driver).count == 2)
    // The results of the earlier checks do not apply to the new bucket.
    #expect(!driver.screen.contains("did you mean"))
    driver.type("<C-_>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("analytics-evnts"))
  }

  @Test func `drops what arrives after the input has changed or the review was left`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    let id = try #require(Self.requests(driver).first?.id)
    driver.type("<A-1>x")
    #expect(driver.effects.contains(.stopAsking(id: id)))
    driver.send(.checked(id: id, Self.results, isLast: true))
    #expect(driver.wizard.accountChecks == nil)
    driver.type("<A-5>")
    #expect(Self.requests(driver).count == 2)
    driver.send(.checked(id: id, Self.results, isLast: true))
    #expect(driver.screen.contains("checking …"))
  }

  @Test func `sends secrets only when they are to be tested`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    try Self.answer(&driver)
    #expect(driver.screen.contains("Alt-T test keys"))
    driver.type("<A-t>")
    #expect(Self.requests(driver).map(\.hasSecrets) == [false, true])
  }

  @Test func `checks again without the secrets`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    try Self.answer(&driver)
    driver.type("<C-r>")
    #expect(Self.requests(driver).map(\.hasSecrets) == [false, false])
    #expect(driver.screen.contains("checking …"))
  }

  @Test func `shows nothing as good before it is verified`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    let id = try #require(Self.requests(driver).last?.id)
    driver.send(.checked(id: id, Array(Self.results.prefix(2)), isLast: false))
    let good = driver.wizard.checklist.filter { $0.status == .ok }.map(\.subject)
    #expect(good == ["token", "account", "$R2_ACCESS_KEY_ID", "$R2_SECRET_ACCESS_KEY"])
  }

  @Test(arguments: [SubmissionTarget.none, .unavailable("no credentials")])
  func `sends nothing in a preview or without credentials`(_ target: SubmissionTarget) {
    var driver = Self.driver(target: target)
    driver.type("<A-5><A-t>")
    #expect(driver.effects.isEmpty)
    #expect(!driver.screen.contains("test keys"))
  }

  @Test func `shows hostile names harmlessly`() throws {
    var driver = Self.driver()
    driver.type("<A-5>")
    try Self.answer(
      &driver,
      [
        AccountCheck(
          .bucket, "\u{1B}[2J\n\u{202E}", .failed, "not found; did you mean \u{1B}]0;x\u{7}?",
          at: "/config/bucket", repair: .init("/config/bucket", "\u{1B}]0;x\u{7}"))
      ])
    FrameInvariants.check(driver.wizard, secret: "s3cr3t", "hostile checks")
    #expect(!driver.screen.contains("\u{1B}") && driver.screen.contains("not found"))
  }

  @Test func `does not count the created sink's own name as taken`() async throws {
    var driver = SubmissionKeysTests.filled(access: .available)
    driver.type("<Enter>y")
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.created])))
    driver.type("<Esc><A-t>")
    try Self.answer(&driver, Array(Self.results.prefix(3)))
    #expect(driver.screen.contains("✓ name                  taken by the created sink"))
    #expect(!driver.screen.contains("✗"))
    driver.type("<A-1>2<A-5>")
    try Self.answer(&driver, Array(Self.results.prefix(3)))
    #expect(driver.screen.contains("✗ name"))
  }
}
