import Screen
import SinkSpec
import Wizard

/// A row of the form with a label, a value and a note.
struct ValueRow: ScreenPart {
  let value: FieldValue
  let mark: IssueMark?
  let isFocused: Bool
  /// The text under edit; nil if the value is not edited as a line, or not focused.
  let edited: EditedText?
  /// Whether a click places the cursor in the value's text.
  let isClickedByCharacter: Bool
  let places: FormColumns
  let cells: ValueColumns
  let row: Int
  let columns: Range<Int>

  var rows: Range<Int> { row..<row + 1 }

  func paint(on sheet: inout Sheet) {
    let left = columns.lowerBound
    sheet.canvas.write(
      value.label, row: row, column: left + places.label,
      style: isFocused ? .accent.bold : .plain, limit: left + places.required)
    if value.isRequired { sheet.canvas.write("*", row: row, column: left + places.required) }
    if let mark {
      sheet.canvas.write(mark.symbol, row: row, column: left + places.state, style: mark.style)
    }
    if isFocused {
      sheet.canvas.fill(
        row: row, from: cells.value.lowerBound, to: cells.value.upperBound,
        style: .plain.on(.well))
    }
    if let edited { edited.paint(on: &sheet) } else { paintValue(on: &sheet) }
    sheet.canvas.write(
      TextWrap.shortened(value.note, width: cells.note.count), row: row,
      column: cells.note.lowerBound, style: value.noteStyle)
    if isFocused { sheet.paintFocus(row: row, columns) }
  }

  private func paintValue(on sheet: inout Sheet) {
    if isClickedByCharacter {
      sheet.markTarget(at: value.item, value.text, row: row, cells.value)
    }
    sheet.canvas.write(
      TextWrap.shortened(value.text, width: cells.value.count), row: row,
      column: cells.value.lowerBound, style: isFocused ? value.style.on(.well) : value.style,
      limit: cells.value.upperBound)
  }
}
