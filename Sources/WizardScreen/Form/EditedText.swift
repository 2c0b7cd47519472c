import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The text under edit, scrolled so that the cursor is visible.
struct EditedText: Equatable {
  private let editor: LineEditor
  /// The value of the form that is edited; nil for the text of a search or a box.
  private let value: FieldValue?
  private let isMasked: Bool
  private let row: Int
  private let area: Range<Int>

  init(
    _ editor: LineEditor, _ value: FieldValue?, isSecretRevealed: Bool, row: Int,
    _ area: Range<Int>
  ) {
    self.editor = editor
    self.value = value
    isMasked =
      value?.isSecret == true && !isSecretRevealed && !editor.characters.isEmpty
      && SecretReference(editor.text) == nil
    self.row = row
    self.area = area
  }

  /// The first character that is shown, and the width of those between it and the cursor.
  private var scrolled: (start: Int, before: Int) {
    var start = editor.cursor
    var before = 0
    while start > 0 {
      let width = TerminalText.width(of: String(editor.characters[start - 1]))
      // Keep the character before the cursor visible, even if it alone is wider than the area.
      guard before + width < area.count || start == editor.cursor else { break }
      before += width
      start -= 1
    }
    return (start, before)
  }

  /// The cursor's position; in a mask, at either end or in the middle, to hide the length.
  var cursor: Canvas.Point {
    let maskOffset =
      editor.cursor == 0
      ? 0
      : editor.cursor == editor.characters.count
        ? SecretStyle.mask.count : SecretStyle.mask.count / 2
    let offset = isMasked ? maskOffset : scrolled.before
    return .init(row: row, column: min(area.lowerBound + offset, area.upperBound - 1))
  }

  func paint(on sheet: inout Sheet) {
    guard !isMasked else { return paint(SecretStyle.mask, .plain, on: &sheet) }
    let characters = editor.characters
    guard !characters.isEmpty else {
      if let value { sheet.markTarget(at: value.item, "", row: row, area) }
      return paint(TextWrap.shortened(value?.text ?? "", width: area.count), .dim, on: &sheet)
    }
    let start = scrolled.start
    if let value {
      sheet.markTarget(at: value.item, characters[start...], from: start, row: row, area)
    }
    // At most three characters share a column: a base with two marks.
    let end = min(start + 3 * area.count, characters.count)
    paint(editor.text(in: start..<end), .plain, on: &sheet)
    // Mark text scrolled off to the left, without covering the character before the cursor.
    if start > 0, start < editor.cursor - 1 { paint("…", .dim, on: &sheet) }
  }

  private func paint(_ text: String, _ style: Style, on sheet: inout Sheet) {
    sheet.canvas.write(
      text, row: row, column: area.lowerBound, style: style.on(.well), limit: area.upperBound)
  }
}
