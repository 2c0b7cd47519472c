import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the ways to begin a column.
@Suite struct ColumnEntryTests {
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
