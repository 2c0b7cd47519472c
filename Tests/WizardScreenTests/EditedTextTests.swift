import Screen
import TestSupport
import Testing
import Wizard

@testable import WizardScreen

/// Tests the part of a long text that is shown while it is edited.
struct EditedTextTests {
  /// Returns the first character to show, found by measuring all characters before the cursor.
  private static func start(_ editor: LineEditor, width: Int) -> Int {
    let widths = editor.characters[..<editor.cursor].map { TerminalText.width(of: String($0)) }
    var start = 0
    while widths[start...].reduce(0, +) >= width, start < editor.cursor - 1 { start += 1 }
    return start
  }

  @Test(arguments: UInt64(1)...30)
  func `shows the same as with all characters measured and painted`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = ["a", "b c", "日", "é", "e\u{301}", "👩‍👩‍👧", "\u{202E}", "\u{1161}", "\t"]
    var editor = LineEditor(
      (0..<Int.random(in: 1...60, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined())
    for _ in 0..<20 {
      editor.move(to: Int.random(in: 0...editor.characters.count, using: &random))
      let area = 2..<Int.random(in: 4...20, using: &random)
      let text = EditedText(editor, nil, isSecretRevealed: true, row: 0, area)
      let start = Self.start(editor, width: area.count)
      var expected = Canvas(rows: 1, columns: 24)
      expected.write(
        String(editor.characters[start...]), row: 0, column: area.lowerBound,
        style: .plain.on(.well), limit: area.upperBound)
      if start > 0, start < editor.cursor - 1 {
        expected.write("…", row: 0, column: area.lowerBound, style: .dim.on(.well))
      }
      var sheet = Sheet(canvas: Canvas(rows: 1, columns: 24), pointer: nil)
      text.paint(on: &sheet)
      #expect(sheet.canvas == expected, "seed \(seed)")
      let before = TerminalText.width(of: String(editor.characters[start..<editor.cursor]))
      let column = min(area.lowerBound + before, area.upperBound - 1)
      #expect(text.cursor == .init(row: 0, column: column), "seed \(seed)")
    }
  }
}
