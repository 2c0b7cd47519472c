import Screen
import Testing
import Wizard

/// Tests the terminal's cursor, which magnifiers, braille displays and input methods follow.
struct CursorTests {
  @Test(arguments: [
    ("name<Left>", "e  "), ("<Tab>", "‹ "), ("<A-3> ", "▸ "),
    ("<A-4><S-Tab>", "[ "), ("<A-5>", "✗ Name"), ("x<C-q>", "▸ n"), ("x<C-q><Tab>", "▸ y"),
    ("<C-t><Down>", "▸ "), ("<F2>", "▸"), ("<F2>/na", "  "), ("<C-s>", ""), ("<F1>", ""),
    ("<A-4>id<Tab>", ""), ("<A-4>id<Tab><Tab>", ""), ("<A-4><F7>id<A-/>i", " "),
  ])
  func `is at the focus`(keys: String, text: String) throws {
    let canvas = Driver(typing: keys).canvas
    let cursor = try #require(canvas.cursor, "\(keys)")
    let shown = canvas.row(cursor.row).dropFirst(cursor.column).map {
      $0.base.map(String.init) ?? ""
    }
    #expect(shown.joined().hasPrefix(text), "\(keys): \(shown.joined()) in\n\(canvas.text)")
  }

  @Test func `moves with the focus`() {
    var driver = Driver(typing: "<A-5>")
    var rows: [Int] = []
    for _ in 0..<4 {
      rows.append(driver.canvas.cursor?.row ?? -1)
      driver.press(.down)
    }
    #expect(rows == rows.sorted() && Set(rows).count == 4)
  }
}
