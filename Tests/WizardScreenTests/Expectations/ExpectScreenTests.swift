import Foundation
import Screen
import Testing

/// Tests the comparison of whole screens.
@Suite struct ExpectScreenTests {
  private static func canvas(corner: String = "┬", markStyle: Style = Style(.accent)) -> Canvas {
    var canvas = Canvas(rows: 2, columns: 8)
    canvas.write("──\(corner)──", row: 0, column: 0, style: Style(.dim))
    canvas.write("▸", row: 1, column: 0, style: markStyle)
    canvas.write("Name", row: 1, column: 2)
    canvas.cursor = Canvas.Point(row: 1, column: 7)
    return canvas
  }

  private static let text = "──┬──\n▸ Name"
  private static let styles = "ddddd\na......^"

  @Test func `accepts the same screen`() {
    let comparisons = ScreenComparison.all(Self.canvas(), Self.text, styles: Self.styles)
    #expect(comparisons.map(\.isEqual) == [true, true])
  }

  @Test func `shows the line of a wrong frame corner`() throws {
    let comparisons = ScreenComparison.all(Self.canvas(corner: "┼"), Self.text, styles: nil)
    #expect(comparisons.map(\.isEqual) == [false])
    #expect(comparisons.map(\.description)[0].hasSuffix("1 - ──┬──\n  + ──┼──\n      ^"))
  }

  @Test func `shows a focus mark without its accent next to the text`() {
    let comparisons = ScreenComparison.all(
      Self.canvas(markStyle: .plain), Self.text, styles: Self.styles)
    #expect(comparisons.map(\.isEqual) == [true, false])
    #expect(
      comparisons.map(\.description)[1].hasSuffix(
        "    ▸ Name\n2 - a......^\n  + .......^\n    ^"))
  }

  @Test func `reports a misplaced cursor`() {
    var canvas = Self.canvas()
    canvas.cursor = nil
    let comparisons = ScreenComparison.all(canvas, Self.text, styles: Self.styles)
    #expect(comparisons.map(\.isEqual) == [true, false])
  }

  @Test func `renews the literals of a call, also below a renewed one`() throws {
    let quotes = "\"\"\""
    let file = FileManager.default.temporaryDirectory
      .appending(path: "literals-\(UUID()).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    let source = [
      "one(", "  \(quotes)", "  \(quotes))", "two(", "  \(quotes)", "  old", "",
      "  \(quotes),", "  styles: \(quotes)", "    old", "    \(quotes))",
    ]
    try source.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    for (line, number, text) in [(1, 0, "a\n\nb\\"), (4, 1, "d"), (4, 0, "c")] {
      var location = #_sourceLocation
      location.line = line
      RecordedLiterals.replace(number, with: text, file: file.path, at: location)
    }
    let renewed = [
      "one(", "  \(quotes)", "  a", "", "  b\\\\", "  \(quotes))", "two(",
      "  \(quotes)", "  c", "  \(quotes),", "  styles: \(quotes)", "    d", "    \(quotes))",
    ]
    #expect(try String(contentsOf: file, encoding: .utf8) == renewed.joined(separator: "\n"))
  }
}
