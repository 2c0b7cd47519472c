import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests filtering, folding and bulk changes of columns.
@Suite struct ManyColumnsTests {
  private static func filled() -> Driver {
    let fields = (0..<30).map { #"{"name": "col_\#($0)", "type": "string"}"# }
    let payload = """
      {"name": "s", "type": "r2", "format": {"type": "parquet"}, "schema": {"fields": [
        {"name": "address", "type": "struct", "fields": [
          {"name": "street", "type": "string"}, {"name": "lon", "type": "float64"}]},
        \(fields.joined(separator: ",")), {"type": "string"}, {"name": "u", "type": "uint7"}]}}
      """
    var driver = Driver()
    driver.open("f.json", Array(payload.utf8))
    driver.type("<Esc><A-4>")
    return driver
  }

  @Test func `shows matching columns, and all of them after Esc`() {
    var driver = Self.filled()
    driver.type("<A-/>LO")
    #expect(driver.screen.contains("Columns ├ /LO"))
    #expect(driver.screen.contains("1 of 35 columns"))
    #expect(driver.screen.contains("address") && !driver.screen.contains("street"))
    driver.type("<Enter>x")
    #expect(driver.screen.contains("lonx"))
    driver.type("<Esc>")
    #expect(driver.screen.contains("street") && driver.screen.contains("col_3"))
    #expect(driver.wizard.columns.search == nil)
  }

  @Test func `updates the number of matches when columns are deleted`() {
    var driver = Self.filled()
    driver.type("<A-/>col_2<Enter><A-g><A-s>del<Enter>")
    #expect(driver.screen.contains("0 of 24 columns"))
  }

  @Test func `marks the columns of the current filter`() {
    var driver = Self.filled()
    driver.type("<A-/>col_2<Enter><A-g><Esc><A-/>col_1<Enter><A-g>")
    #expect(driver.screen.contains("11 columns marked"))
    driver.type("<A-g>")
    #expect(driver.screen.contains("No columns are marked"))
  }

  @Test func `shows the issue it went to`() {
    var driver = Driver()
    let schema =
      #"[{"name":"a","type":"int32"},{"name":"b","type":"int32"},{"name":"a","type":"bool"}]"#
    driver.open("f.json", Array(schema.utf8))
    driver.type("<Enter>")
    driver.type("<A-n>")
    #expect(driver.screen.contains("already the name of a field"))
  }

  @Test func `restores the focus when a filter is cancelled`() {
    var driver = Self.filled()
    let before = driver.wizard.item
    driver.type("<A-/>col_7<Esc>")
    #expect(driver.wizard.item == before)
  }

  @Test func `folds children, and unfolds them for an issue`() {
    var driver = Self.filled()
    driver.type("<A-c>")
    #expect(driver.screen.contains("+2") && !driver.screen.contains("street"))
    driver.type("<A-c>")
    #expect(driver.screen.contains("street"))
    driver.type("<A-a>")
    #expect(!driver.screen.contains("street"))
  }

  @Test func `cycles through issues`() {
    var driver = Self.filled()
    var seen: [FormItem] = []
    for _ in 0..<40 {
      driver.type("<A-n>")
      guard let item = driver.wizard.item, !seen.contains(item) else { break }
      seen.append(item)
    }
    let items = Set(
      driver.wizard.draftValidation.issues.compactMap { driver.wizard.item(for: $0.pointer) })
    #expect(Set(seen) == items)
    let last = driver.wizard.item
    driver.type("<A-p><A-n>")
    #expect(driver.wizard.item == last)
  }

  @Test func `changes and deletes marked columns together, and undoes it`() {
    var driver = Self.filled()
    driver.type("<A-/>col_1<Enter><A-g><A-s>int32<Enter>")
    #expect(driver.wizard.draft.fields.count { $0.type.text == "int32" } == 11)
    #expect(driver.screen.contains("11 columns: type int32; Ctrl-_ undoes it"))
    driver.type("<A-s>req<Enter>")
    #expect(driver.wizard.draft.fields.count { $0.required.text == "true" } == 11)
    driver.type("<A-s>del<Enter>")
    #expect(driver.wizard.draft.fields.count == 22)
    driver.type("<C-_><C-_><C-_>")
    #expect(driver.wizard.draft.fields.count == 33)
    #expect(driver.wizard.draft.fields.allSatisfy { $0.type.text != "int32" })
  }
}
