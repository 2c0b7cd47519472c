import SinkDraft
import Testing
import Wizard

/// Tests whole screens of the review.
@Suite struct ReviewScreenTests {
  /// A sink with many warnings.
  private static func driver(rows: Int, columns: Int) -> Driver {
    var driver = Driver(
      rows: rows, columns: columns, environment: ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"],
      target: .available("api.example"))
    let columns = (1...30).map { "{\"name\":\"__ingest_ts\",\"type\":\"int\($0 % 2 * 32 + 32)\"}" }
    let payload = """
      {"name": "my_sink", "type": "r2", "format": {"type": "parquet"}, "config": {"bucket": "logs",
      "account_id": "\(Driver.account)", "credentials": {"access_key_id": "${R2_ACCESS_KEY_ID}",
      "secret_access_key": "${R2_SECRET_ACCESS_KEY}"}}, "schema": {"fields":
      [\(columns.joined(separator: ","))]}}
      """
    driver.wizard.open(name: "a", Array(payload.utf8))
    driver.type("<Esc><A-5>")
    return driver
  }

  @Test func `keeps the button that creates the sink below many warnings`() {
    expectScreen(
      Self.driver(rows: 24, columns: 80),
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema !29 [5 Review !29 ]
      ╭─┤ Summary ├──────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in logs, a folder per day. A new file after 5m.         │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ? bucket                logs                                                │
      │  ✓ $R2_ACCESS_KEY_ID     set here                                            │
      │  ✓ $R2_SECRET_ACCESS_KEY set here                                            │
      │  ? bucket and keys       not checked: whether they exist and match           │
      │                                                                              │
      │ 29 warnings                                                                  │
      │▸ ! Columns › __ingest_ts › Name: "__ingest_ts" is already the name of a fie… │
      │  ! Columns › __ingest_ts › Name: "__ingest_ts" is already the name of a fie… │
      │  ! Columns › __ingest_ts › Name: "__ingest_ts" is already the name of a fie… │
      │  [ Create sink ] at api.example                                              │
      ╰─ 29 warnings · 8 of 8 required ───────────────────────────────── 1–14 of 46 ─╯
       /schema/fields/1/name · field-name-duplicate · Enter goes to its field
       ! warning: "__ingest_ts" is already the name of a field
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Enter press  Tab next  Alt-N next issue (29)  Ctrl-X print JSON        F1 help
      """)
  }

  @Test(arguments: [(16, 60), (24, 80), (40, 120)])
  func `shows the button and the focused row whatever has the focus`(rows: Int, columns: Int) {
    var driver = Self.driver(rows: rows, columns: columns)
    let count = driver.wizard.draftValidation.issueCount
    #expect(count > 20)
    for _ in 0..<count + 8 {
      #expect(driver.screen.ranges(of: "[ Create sink ]").count == 1, "\(driver.screen)")
      #expect(driver.screen.contains("│▸"), "\(driver.screen)")
      driver.type("<Tab>")
    }
  }

  @Test func `creates the sink by a click on the button below many warnings`() {
    var driver = Self.driver(rows: 24, columns: 80)
    driver.type("<F4>")
    driver.point(at: "[ Create sink ]")
    #expect(driver.screen.contains("Create this sink?"), "\(driver.screen)")
  }

  @Test(arguments: [(16, 60), (24, 80), (24, 120), (24, 200)])
  func `names all forms of the export`(rows: Int, columns: Int) {
    var driver = Driver(rows: rows, columns: columns)
    driver.type("<A-5>")
    while driver.wizard.item != .action(.export) { driver.type("<Tab>") }
    let words = driver.screen.split(whereSeparator: { " \n│".contains($0) }).joined(separator: " ")
    #expect(
      words.contains(
        "JSON, HTTP, curl, Terraform, Python, wrangler, cf, TypeScript or Python post"),
      "\(driver.screen)")
  }

  @Test func `lists the issues`() {
    var driver = Driver()
    driver.type("2fast<Tab><Right><C-n>bucket<A-3><Left><A-5>")
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✗2   3 Format !1   4 Schema ✓   [5 Review ✗2  ]
      ╭─┤ Summary ├──────────────────────────────────────────────────────────────────╮
      │ JSON files in the table default.‹table› of bucket. A new file after 5m.      │
      │                                                                              │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  2fast                                               │
      │  ? bucket                bucket                                              │
      │  ✗ table                 missing                                             │
      │  ? bucket and keys       not checked: whether they exist and match           │
      │                                                                              │
      │ 2 errors · 1 warning · 1 note                                                │
      │▸ ✗ Catalog token: is required                                                │
      │  ✗ Table: is required                                                        │
      │  ! Format › Format: Data Catalog sinks support only parquet, got "json"      │
      │  i Name: a name that begins with a digit fails in SQL, even in quotes        │
      │ Actions                                                                      │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      │  [ Export ]      as JSON, HTTP, curl, Terraform, Python, wrangler, cf, Type… │
      ╰─ 2 errors · 1 warning · 6 of 8 required ──────────────────────── 1–15 of 17 ─╯
       /config/token · required · Enter goes to its field
       ✗ error: is required
       Table  bucket › default.‹table›
       Enter press  Tab next  Alt-N next issue (4)  Ctrl-X print JSON         F1 help
      """,
      styles: """
        .ssssssss....eeeeeeeeeeeeeeee...wwwwwwwwwww...ssssssssss...AAAAAAAAAAEE..A
        aaaAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a..............................................................................a
        a..............................................................................a
        a..d.dddddddddddddddddddddddddddddddddddddddddddddddddddddd....................a
        a..d.ddddddddddddddddddddddddddd...............................................a
        a..d.dddddddddddddddddddddddddddd..............................................a
        a..e...........................................................................a
        a..d.ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd...........a
        a..............................................................................a
        a.BBBBBBBBBBBBBBBBBBBBBBBBBBBBB................................................a
        aA-^-.......-......-..-........------------------------------------------------a
        a..e...........................................................................a
        a..w...........................................................................a
        a..a...........................................................................a
        a.BBBBBBB......................................................................a
        a..RRRRRRRRRRRRRR..ddddddddddddddddddddddddddddddddddd.........................a
        a..aaaaaaaa........ddddddddddddddddddddddddddddddddddd.........................a
        a..aaaaaaaaaa......ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.a
        aadeeeeeeeeeddwwwwwwwwwwdd................aaaaaaaaaaaaaaaaaaaaaaaaddddddddddddaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .eeeeeeeeeeeeeeeeeeee
        .ddddddd
        .AAAAA........AAA.......AAAAA.................AAAAAA....................AA
        """)
  }
}
