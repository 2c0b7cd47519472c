import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests whole screens after opening a file.
@Suite struct FileScreenTests {
  @Test func `shows the report of a file`() {
    var driver = Driver()
    driver.wizard.open(name: "sink.json", Array(Self.damaged.utf8))
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ✗5   3 Format ✓    4 Schema ✓    5 Review ✗5
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *  events                                           6/128 │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ R╭─┤ sink.json ├────────────────────────────────────────────────────────╮───┤
      │  {│ The whole file was loaded, errors included. Members that belong to   │   │
      │▌  │ another type are kept and return if you switch to it.                │   │
      │   │                                                                      │   │
      │   │ ✗ 4:13: /config/bucket: is required [required]                       │   │
      │   │ ✗ 6:5: /config/bukcet: unknown property; did you mean "bucket"?      │   │
      │   │ [unknown-member]                                                     │   │
      │   │ ✗ 7:67: /config/credentials/secret_access_key: must be a string, got │   │
      │   │ a number [type]                                                      │   │
      │   │ ✗ 8:44: /config/rolling_policy/interval_seconds: must be a whole     │   │
      │   │ number of seconds, got "300" [type]                                  │   │
      │   │ ✗ 9:20: /config/file_naming: must be an object, got an array [type]  │   │
      │   ╰─ ↑ ↓ scroll · Enter continue to the form ────────────────────────────╯   │
      │        "interval_seconds": "300"                                             │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 20 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddddaaaAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddd
        dddda.^....................................................................adddd
        dddda......................................................................adddd
        dddda......................................................................adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.......................adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee......adddd
        dddda.eeeeeeeeeeeeeeee.....................................................adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.adddd
        dddda.eeeeeeeeeeeeeee......................................................adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.....adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee..................................adddd
        dddda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee..adddd
        ddddaadddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
    driver.type("<Enter><A-2>")
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ✗5  ]3 Format ✓    4 Schema ✓    5 Review ✗5
      ╭─┤ R2 bucket ├────────────────────────────────────────────────────────────────╮
      │▸ Bucket            *✗                                               required │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      │  Jurisdiction         (none)                                                 │
      │  Path                 (the bucket's root)                                    │
      │ Credentials                                                                  │
      │  Access key ID     *  ${A}                                     $A is not set │
      │  Secret access key *✗ ••••••••                must be a string, got a number │
      │ Files                                                                        │
      │  Time pattern         (year=%Y/month=%m/day=%d)                              │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after         ✗ "300"     must be a whole number of seconds, got "300" │
      │ Unknown properties                                                           │
      │  bukcet             ✗ "analytics"   unknown property; did you mean "bucket"? │
      │ Values that do not fit the form                                              │
      ╰─ 5 errors · 3 of 4 required ──────────────────────────────────── 1–11 of 12 ─╯
       Bucket · /config/bucket · required
       ✗ error: is required
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       → example  Tab next  Alt-N next issue (5)  Ctrl-N next step            F1 help
      """)
  }

  @Test func `a file with nothing wrong is opened into the form`() {
    var driver = Driver(typing: "<C-o>sink.json<Enter>")
    let sink = #"""
      {"name": "events", "type": "r2", "config": {"account_id": "\#(Driver.account)", "bucket":
      "analytics", "credentials": {"access_key_id": "${A}", "secret_access_key": "${B}"}},
      "format": {"type": "json"}}
      """#
    driver.open("sink.json", Array(sink.utf8))
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ✓    3 Format ✓    4 Schema ✓    5 Review ○
      ╭─┤ Sink ├─────────────────────────────────────────────────────────────────────╮
      │▸ Name              *  events                                           6/128 │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": "events",                                                         │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": "analytics",                                                  │
      │      "credentials": {                                                        │
      │        "access_key_id": "${A}",                                              │
      │        "secret_access_key": "${B}"                                           │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "json"                                                          │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink
       sink.json is open; no issues found
      """)
  }

  @Test func `a file says how to get the input back that it replaces`() {
    let sink = Array(#"{"name": "events", "type": "r2"}"#.utf8)
    var driver = Driver(typing: "my_sink<C-o>sink.json<Enter>")
    driver.open("sink.json", sink)
    let words = driver.screen.split { " \n│".contains($0) }.joined(separator: " ")
    #expect(words.contains("Undo restores your input."), "\(driver.screen)")
    driver.type("<Enter><C-_>")
    #expect(driver.wizard.draft["/name"] == .text("my_sink"))
    var first = Driver(typing: "<C-o>sink.json<Enter>")
    first.open("sink.json", sink)
    #expect(!first.screen.contains("Undo"))
  }

  @Test func `explains values that do not fit the form`() {
    let sink = #"""
      {"name": "events", "type": "r2", "unknown": 1, "config": {"file_naming": [],
      "partitioning": {}}, "schema": {"fields": [{"name": "a", "type": "string", "unit": "second"},
      {"name": "b", "type": "list", "items": 7}]}}
      """#
    var driver = Driver(rows: 40, columns: 120)
    driver.open("sink.json", Array(sink.utf8))
    driver.type("<Enter>")
    for (pointer, title, words) in [
      ("/unknown", "/unknown · unknown property", "An unknown property from a file."),
      (
        "/config/file_naming", "value of the wrong type",
        "The property is known, but its value must be an object."
      ),
      ("/config/partitioning", "empty object", "until you set one of its fields"),
      (
        "/schema/fields/0/unit", "not for this column's type",
        "Only columns of another type have this property."
      ),
      ("/schema/fields/1/items", "value of the wrong type", "its value must be an object."),
    ] as [(Pointer, String, String)] {
      driver.go(to: pointer)
      #expect(driver.screen.contains(title), "\(driver.screen)")
      #expect(driver.screen.contains(words), "\(driver.screen)")
    }
    driver.go(to: "/config/file_naming")
    #expect(driver.screen.contains("Values that do not fit the form"))
    #expect(!driver.screen.contains("Unknown properties"))
  }

  static let damaged = """
    {
      "name": "events",
      "type": "r2",
      "config": {
        "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
        "bukcet": "analytics",
        "credentials": {"access_key_id": "${A}", "secret_access_key": 7},
        "rolling_policy": {"interval_seconds": "300"},
        "file_naming": []
      },
      "format": {"type": "parquet"}
    }
    """
}
