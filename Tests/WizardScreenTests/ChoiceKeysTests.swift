import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests choosing values: with arrows, from a filtered list, and if there is nothing to choose.
@Suite struct ChoiceKeysTests {
  @Test func `finds a value by a word of its help, after those with the text in their names`() {
    var driver = Driver()
    driver.type("</format/compression> S")
    // The letter begins the name, occurs in the name, or begins a word of the help.
    #expect(
      Self.options(driver) == ["snappy", "uncompressed", "zstd", "gzip"], "\(driver.screen)")
    driver.type("mall")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─ Format ─────────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ parquet ›         columnar, compressed, $0.06 per GB │
      │ Options                                                                      │
      │▸ Compression          ‹ not set ›                      (zstd, or none for J… │
      │  Row group size   ╭─┤ Compression · filter: Small ├─────────────╮            │
      ├─ Request ─ 1 of 1 │ ▸ zstd             smallest files           │────────────┤
      │    "config": {    │                                             │            │
      │      "account_id":│                                             │            │
      │      "bucket": ‹re│                                             │            │
      │      "credentials"│                                             │            │
      │        "access_key│                                             │            │
      │        "secret_acc╰─ ↑ ↓ choose · Enter accept · Esc close ─────╯            │
      │      }                                                                       │
      │    },                                                                        │
      │▌   "format": {                                                               │
      │      "type": "parquet"                                                       │
      │    }                                                                         │
      ╰───────────────────────────────────────────────────────────────── 4–14 of 15 ─╯
       Compression · /format/compression · optional
       (zstd, or none for JSON)
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/format/compression"] == .text("zstd"))
  }

  @Test func `finds a type by its name in another tool`() {
    var driver = Driver()
    driver.type("<A-4><Enter>a<Tab> bigint<Enter>")
    #expect(driver.wizard.draft.fields[0].type == .text("int64"))
  }

  private static func options(_ driver: Driver) -> [String] {
    guard let list = driver.wizard.overlay as? ChoiceList else { return [] }
    return list.shown.map(\.name)
  }

  @Test func `cycles a required choice through its values only, and clears it on Backspace`() {
    var driver = Driver()
    driver.type("</format/type>")
    var seen: Set<Entry> = []
    for key in ["<Right>", "<Right>", "<Right>", "<Left>", "<Left>", "<Left>"] {
      driver.type(key)
      seen.insert(driver.wizard.draft["/format/type"])
    }
    #expect(seen == [.text("json"), .text("parquet")])
    driver.type("<BS>")
    #expect(driver.wizard.draft["/format/type"] == .notSet)
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format !1  ]4 Schema ✓    5 Review ✗1
      ╭─┤ Format ├───────────────────────────────────────────────────────────────────╮
      │▸ Format            *  ‹ not set ›                      (default undocumente… │
      ├─ Request ─ 1 warning · 1 of 1 required ──────────────────────────────────────┤
      │  {                                                                           │
      │    "name": ‹required›,                                                       │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    }                                                                         │
      │  }                                                                           │
      │                                                                              │
      │                                                                              │
      ╰──────────────────────────────────────────────────────────────────────────────╯
       Format · /format/type · required
       (default undocumented; choose one)
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       → change  Space list  Tab next  Alt-N next issue (5)  F2 request       F1 help
      """)
    driver.type("<Left>")
    #expect(driver.wizard.draft["/format/type"] == .text("parquet"))
    driver.type("<BS><Right>")
    #expect(driver.wizard.draft["/format/type"] == .text("json"))
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `shows the help of a value once in the guide`(rows: Int, columns: Int) {
    var driver = Driver(rows: rows, columns: columns)
    driver.type("</type><Right>")
    let guide = driver.screen.split(separator: "\n").suffix(rows < 30 ? 4 : 6)
      .flatMap { $0.split(separator: " ") }.joined(separator: " ")
    #expect(
      guide.ranges(of: "an Iceberg table in the bucket's Data Catalog").count == 1, "\(guide)")
  }

  @Test func `cycles an optional choice through not set`() {
    var driver = Driver()
    driver.type("</format/compression><Right><Left>")
    #expect(driver.wizard.draft["/format/compression"] == .notSet)
  }

  @Test(arguments: [
    ("</format/type><A-l>", "Cannot read the account: this is a test"),
    ("<A-5><A-v>", "There are no values to list here"),
    ("</format/unstructured><A-v>", "There are no values to list here"),
    ("</config/path><A-v>", "No common values are known for this field"),
    ("<F2><A-l>", "The request has focus; Esc or F2 goes back to the form"),
    ("<F2><A-v>", "The request has focus; Esc or F2 goes back to the form"),
  ])
  func `says why a key lists nothing`(keys: String, sentence: String) {
    var driver = Driver()
    driver.type("</format/type><Left>" + keys)
    #expect(driver.screen.contains(" " + sentence), "\(driver.screen)")
    #expect(driver.wizard.overlay == nil)
  }

  @Test(arguments: [
    ("</format/type><A-l>", "The account has no list of values for this field"),
    ("</config/table_name><A-l>", "Enter the bucket first; this list is read from its catalog"),
    ("</config/bucket><A-l>", "Enter the account ID first; this list is read from the account"),
    ("<A-4><A-l>", "Enter the account ID first; this list is read from the account"),
  ])
  func `says which value a list of the account needs`(keys: String, sentence: String) {
    let needsAccount = sentence.contains("account ID")
    var driver = Driver(account: needsAccount ? nil : Driver.account, access: .available)
    driver.type("</type><Right>" + keys)
    #expect(driver.screen.contains(" " + sentence), "\(driver.screen)")
    #expect(driver.effects.isEmpty)
  }

  @Test func `says that an unknown property has no values`() {
    var driver = Driver()
    let payload = #"{"name": "a", "type": "r2", "colour": "red"}"#
    driver.wizard.open(name: "a", Array(payload.utf8))
    driver.type("<Esc><A-1>")
    while driver.wizard.item != .unknownMember("/colour") { driver.type("<Tab>") }
    driver.type(" ")
    #expect(driver.screen.contains(" There are no values to list here"), "\(driver.screen)")
  }

  @Test func `lists the values of a choice on Alt-V as on Space`() {
    var driver = Driver()
    driver.type("</format/type><A-v>")
    #expect(driver.wizard.overlay is ChoiceList)
    driver.type("<Esc></format/type> ")
    #expect(driver.wizard.overlay is ChoiceList)
  }
}
