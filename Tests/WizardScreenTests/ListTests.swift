import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Tests lists of values, and overlays longer than the screen.
@Suite struct ListTests {
  @Test func `moves in the list, and keeps the value on Esc`() {
    var driver = Driver()
    driver.type("<A-4><Enter>a<Tab>bool <End>")
    #expect(driver.screen.contains("▸ list"))
    driver.type("<Home><PgDn><PgUp><Down>")
    #expect(driver.screen.contains("▸ int64"))
    driver.type("<Esc>")
    #expect(driver.wizard.overlay == nil)
    #expect(driver.wizard.draft.fields[0].type == .text("bool"))
    driver.type(" <End><Enter>")
    #expect(driver.wizard.draft.fields[0].type == .text("list"))
  }

  @Test func `reports a filter without matches, and accepts nothing on Enter`() {
    var driver = Driver()
    driver.type("</format/compression> qq")
    #expect(driver.screen.contains("no match"))
    driver.type("<Enter>")
    #expect(driver.screen.contains("no match"))
    driver.type("<C-u>lz<Enter>")
    #expect(driver.wizard.draft["/format/compression"] == .text("lz4"))
  }

  @Test func `highlights the matching letters`() throws {
    var driver = Driver()
    driver.type("</format/compression> std")
    let canvas = Painter.draw(driver.wizard)
    let marked = canvas.cells.filter { $0.style.isUnderlined && $0.style.isBold }
    #expect(marked.compactMap(\.base) == ["s", "t", "d"])
  }

  @Test(arguments: [(24, 80), (16, 60), (24, 120)])
  func `scrolls the help to its end and back without delay`(rows: Int, columns: Int) {
    var driver = Driver(rows: rows, columns: columns)
    driver.type("<F1>")
    #expect(driver.screen.contains("Name · /name"))
    for _ in 0..<40 { driver.type("<PgDn>") }
    #expect(driver.screen.contains("▸               focus: the field"))
    let end = driver.screen
    driver.type("<Up>")
    #expect(driver.screen != end)
    driver.type("<End>")
    #expect(driver.screen == end)
    driver.type("<Home>")
    #expect(driver.screen.contains("Name · /name"))
  }

  @Test func `scrolls a long report to its end`() {
    var driver = Driver(rows: 16, columns: 60)
    let members = (0..<30).map { "\"unknown\($0)\": 1" }.joined(separator: ", ")
    driver.wizard.open(name: "file", Array("{\"type\": \"r2\", \(members)}".utf8))
    driver.type("<End>")
    #expect(driver.screen.contains("unknown29"))
    let end = driver.screen
    driver.type("<Up>")
    #expect(driver.screen != end)
  }
}
