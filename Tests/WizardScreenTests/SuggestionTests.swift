import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests accepting defaults, examples and environment variables.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("/name", "my_sink", "example"), ("/config/path", "events/raw", "example"),
    ("/config/partitioning/time_pattern", "year=%Y/month=%m/day=%d", "default"),
    ("/config/rolling_policy/interval_seconds", "300", "example"),
    ("/config/credentials/access_key_id", "${R2_ACCESS_KEY_ID}", "reference"),
  ])
  func `takes the suggestion in an empty field`(
    pointer: String, value: String, label: String
  ) {
    var driver = Driver(typing: "<\(pointer)>", rows: 24, columns: 120)
    #expect(driver.screen.contains("→ \(label)"), "\(driver.screen)")
    driver.type("<Right>")
    #expect(driver.wizard.draft[Pointer(pointer)] == .text(value))
    #expect(driver.wizard.editing.editor?.cursor == value.count)
    #expect(!driver.screen.contains("→ \(label)"))
    driver.type("<C-_>")
    #expect(driver.wizard.draft[Pointer(pointer)] == .notSet)
  }

  @Test func `suggests no account`() {
    var driver = Driver(account: nil)
    driver.type("</account_id><Right>")
    #expect(driver.wizard.draft["/account_id"] == .notSet)
  }

  @Test func `lists the variables that look like keys, the default first`() {
    var driver = Driver(environment: [
      "HOME", "PATH", "AWS_SECRET_ACCESS_KEY", "R2_ACCESS_KEY_ID", "API_TOKEN", "KEY-1",
    ])
    driver.type("</config/credentials/access_key_id><A-r>")
    expectScreen(
      driver,
      """
       1 Sink ✗1  [2 Destination ✗1  ]3 Format ✓    4 Schema ✓    5 Review ✗2
      ╭─ R2 bucket ──────────────────────────────────────────────────────────────────╮
      │  Bucket            *✗                                               required │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │  Jurisdiction         (none)                                                 │
      │  Path                 (the bucket's root)                                    │
      │ Credentials                                                                  │
      │▸ Access key ID     *                                                         │
      │  Secret access key╭─┤ Access key ID · type to filter ├──────╮                │
      │ Files             │ ▸ ${R2_ACCESS_KEY_ID}                   │                │
      │  Name prefix      │   ${API_TOKEN}                          │                │
      │  Name strategy    │   ${AWS_SECRET_ACCESS_KEY}              │       (a UUID) │
      │  Suffix           ╰─ ↑ ↓ choose · Enter accept · Esc close ─╯                │
      │  Time pattern         (year=%Y/month=%m/day=%d)                              │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ╰─ 1 error · 1 of 4 required ──────────────────────────────────────────────────╯
       Access key ID · /config/credentials/access_key_id · required
       The Access Key ID of an R2 API token with Object Read & Write on the bucket. …
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
    driver.type("aws<Enter>")
    #expect(
      driver.wizard.draft["/config/credentials/access_key_id"]
        == .text("${AWS_SECRET_ACCESS_KEY}"))
    #expect(driver.wizard.item == .parameter("/config/credentials/secret_access_key"))
    driver.type("<A-r>")
    #expect(driver.screen.contains("▸ ${R2_SECRET_ACCESS_KEY}"))
    #expect(driver.screen.contains("not set"))
  }
}
