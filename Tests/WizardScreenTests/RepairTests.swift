import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests repairs and presets.
@Suite struct RepairTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let members: String
    let pointer: Pointer
    let repaired: String
    var testDescription: String { members }
  }

  private static let config = #""bucket": "logs", "account_id": "\#(Driver.account)""#

  private static func driver(_ config: String, _ rest: String = "") -> Driver {
    var driver = Driver(rows: 40, columns: 120)
    let credentials = #""credentials": {"access_key_id": "a", "secret_access_key": "b"}"#
    let payload =
      #"{"name": "x", "type": "r2", "format": {"type": "parquet"}, "#
      + #""config": {\#(Self.config), \#(credentials), \#(config)}\#(rest)}"#
    driver.wizard.open(name: "a", Array(payload.utf8))
    driver.type("<Esc>")
    return driver
  }

  static let cases = [
    Case(
      members: #""file_naming": {"strategy": "uuidv7"}"#, pointer: "/config/file_naming/strategy",
      repaired: #""strategy": "uuid_v7""#),
    Case(
      members: #""rolling_policy": {"file_size_bytes": "100MB"}"#,
      pointer: "/config/rolling_policy/file_size_bytes", repaired: #""file_size_bytes": 100000000"#
    ),
    Case(
      members: #""rolling_policy": {"interval_seconds": 5}"#,
      pointer: "/config/rolling_policy/interval_seconds", repaired: #""interval_seconds": 10"#),
    Case(members: #""path": "a//b/""#, pointer: "/config/path", repaired: #""path": "a/b""#),
    Case(
      members: #""file_naming": {"suffix": ".parquet"}"#, pointer: "/config/file_naming/suffix",
      repaired: #""suffix": "parquet""#),
    Case(
      members: #""rollingPolicy": {"interval_seconds": 60}"#, pointer: "/config/rollingPolicy",
      repaired: #""rolling_policy": {"#),
  ]

  @Test(arguments: cases)
  func `repairs a value in its field and in the review, as one change`(example: Case) {
    for isInReview in [false, true] {
      var driver = Self.driver(example.members)
      let before = driver.wizard.draft
      driver.type(isInReview ? "<A-5>" : "<\(example.pointer)>")
      if isInReview {
        #expect(driver.wizard.item == .issue(0))
      }
      #expect(driver.screen.contains("F9 "), "\(driver.screen)")
      driver.type("<F9>")
      let request = driver.wizard.draft.request.text(secrets: .masked)
      #expect(request.contains(example.repaired), "\(request)")
      #expect(driver.wizard.draftValidation.issueCount == 0)
      driver.type("<C-_>")
      #expect(driver.wizard.draft == before)
    }
  }

  @Test(arguments: ["$R2_KEY", "${R2_KEY", "{R2_KEY}", "%R2_KEY%"])
  func `makes a literal that looks like a reference one`(text: String) {
    var driver = Driver(rows: 40, columns: 120)
    driver.type("</config/credentials/access_key_id>\(text)<Tab><S-Tab>")
    #expect(driver.screen.contains("warning: is sent as the secret itself"))
    #expect(driver.screen.contains("F9 make it a reference"))
    driver.type("<F9>")
    #expect(driver.wizard.draft["/config/credentials/access_key_id"] == .text("${R2_KEY}"))
  }

  @Test(arguments: ["$abcDEF", "$AB", "$2y$10$N9qo", "A_B"])
  func `takes no other secret for a reference`(text: String) {
    var driver = Driver(rows: 40, columns: 120)
    driver.type("</config/credentials/access_key_id>\(text)<Tab><S-Tab>")
    #expect(!driver.screen.contains("F9"))
  }

  @Test func `renames no member onto one that is set`() {
    var driver = Self.driver(#""path": "a", "pth": "b""#)
    driver.type("</config/pth>")
    #expect(!driver.screen.contains("F9"))
    driver.type("<F9>")
    #expect(driver.wizard.notice == .noRepair)
  }

  @Test func `repairs a column, and names it in the review`() {
    var driver = Self.driver(
      #""path": "a""#, #", "schema": {"fields": [{"name": "note", "type": "strin"}]}"#)
    driver.type("<A-5>")
    #expect(driver.screen.contains("Columns › note › Type: invalid value"), "\(driver.screen)")
    #expect(driver.screen.contains("/schema/fields/0/type · choice"))
    driver.type("<F9>")
    #expect(driver.wizard.draft.fields.first?.type == .text("string"))
    #expect(driver.screen.contains("Columns › note › Type: set to string"))
  }

  @Test func `lists presets of the time pattern and of rolling`() {
    var driver = Driver(rows: 24, columns: 80)
    driver.type("</config/partitioning/time_pattern><A-v>")
    expectScreen(
      driver,
      """
       1 Sink ✗1  [2 Destination ✗3  ]3 Format ✓    4 Schema ✓    5 Review ✗4
      ╭─ R2 bucket ──────────────────────────────────────────────────────────────────╮
      │  Bucket            *✗                                               required │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │  Jurisdiction         (none)                                                 │
      │  Path                 (the bucket's root)                                    │
      │ Credentials                                                                  │
      │  Access key ID     *✗                                               required │
      │  Secret access key *✗                                               required │
      │ Files                                                                        │
      │  Name prefix          (none)                                                 │
      │  Name strategy        ‹ not set ›                                   (a UUID) │
      │  Suffix               (the format's extension)                               │
      │▸ Time pattern         (year=%Y/month=%m/day=%d)                              │
      │ Rolling           ╭─┤ Time pattern · type to filter ├─────────────────────╮  │
      │  Roll at size     │ ▸ not set          (year=%Y/month=%m/day=%d)          │  │
      │  Roll when idle   │   year=%Y/month=%m/day=%d daily, the default          │  │
      │  Roll after       │   year=%Y/month=%m/day=%d/hour=%H hourly              │  │
      ╰─ 3 errors · 1 of 4│   year=%Y/month=%m/day=%d/hour=%H/minute=%M by minute │──╯
       Time pattern · /con╰─ ↑ ↓ choose · Enter accept · Esc close ───────────────╯
       The folders below the path, from the event's time in UTC: %Y year, %m month, …
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
    driver.type("hour<Enter>")
    #expect(
      driver.wizard.draft["/config/partitioning/time_pattern"]
        == .text("year=%Y/month=%m/day=%d/hour=%H"))
    driver.type("</config/rolling_policy/interval_seconds><A-v>")
    #expect(driver.screen.contains("5 min, the default"))
    driver.type("<Esc></config/path><A-v>")
    #expect(driver.wizard.notice == .noPresets)
  }
}
