import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the ways to begin a column.
@Suite struct ColumnEntryTests {
  @Test func `marks only the focused row among the parameters of a column`() {
    var driver = Driver()
    driver.type("<A-4><Enter>raw<Tab>j<F6><Tab><Tab>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─┤ Columns ├───────────────────────── Type ───────── Required ─ Unit ─────────╮
      │   raw                                json           (no)                     │
      │▸   Metadata key       (none)                                                 │
      │    SQL name           (computed)                                             │
      │  [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ listed ›           sends the columns that are listed │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      │  Format               ‹ not set ›                             (as in step 3) │
      ├─ Request ────────────────────────────────────────────────────────────────────┤
      │    "schema": {                                                               │
      │      "fields": [                                                             │
      │▌       {                                                                     │
      │          "type": "json",                                                     │
      │          "name": "raw"                                                       │
      ╰──────────────────────────────────────────────────────────────── 15–19 of 23 ─╯
       Metadata key · /schema/fields/0/metadata_key · optional
       The key of a value that the source adds to each event. Not used by R2 sinks. …
       In Parquet  BYTE_ARRAY STRING (JSON) · SQL JSON
       → example  Enter next/new column  F7 add  Alt-N next required (4)      F1 help
      """)
    driver.type("<Tab>")
    #expect(driver.screen.ranges(of: "│▸").count == 1, "\(driver.screen)")
  }

  @Test(arguments: [
    "<A-4><F7>id", "<A-4><Enter>id", "<A-4>id", "<A-4><Tab><F7>id",
    "<A-4><Down><Down><F7>id",
  ])
  func `begins a column from anywhere in the schema step`(keys: String) {
    var driver = Driver()
    driver.type(keys)
    #expect(driver.wizard.draft.fields.map(\.name) == [.text("id")])
    driver.type("<C-_><C-_>")
    #expect(driver.wizard.draft.fields.isEmpty)
  }

  @Test func `adds a column at the end, unless one has the focus`() {
    var driver = Driver()
    driver.type("<A-4>a<Enter>b<A-3><A-4></schema/inferred><F7>d<Up><F7>c")
    #expect(driver.wizard.draft.fields.map(\.name) == ["a", "b", "c", "d"].map { .text($0) })
  }

  @Test(arguments: [
    ("boolean", "bool"), ("integer", "int32"), ("bytes", "binary"), ("double", "float64"),
    ("text", "string"), ("bigint", "int64"), ("int64", "int64"), ("sb", "bool"), ("64", "int64"),
    ("decimal", "float64"), ("timeline", "timestamp"),
  ])
  func `chooses a type by its letters, in the words of other tools too`(
    letters: String, type: String
  ) {
    var driver = Driver()
    driver.type("<A-4>a<Tab>\(letters)")
    #expect(driver.wizard.draft.fields[0].type == .text(type))
    #expect(
      (driver.wizard.notice == .noChoice(letters)) == ["decimal", "timeline"].contains(letters))
  }

  @Test func `adds no column with other characters, or in another step`() {
    var driver = Driver()
    driver.type("<A-4>7.<A-2><F7>")
    #expect(driver.wizard.draft.fields.isEmpty)
  }
}
