import Screen
import SinkDraft
import SinkSpec
import Wizard

/// A column of the schema in its row: its name, and a cell for each other member.
struct ColumnRow: ScreenPart {
  /// A text with the item that a click on it focuses.
  struct Cell: Equatable {
    let item: FormItem
    let text: String
    let style: Style
    let columns: Range<Int>
    let isFocused: Bool
  }

  /// The item that gets the focus on a click outside the cells.
  let firstItem: FormItem
  let mark: IssueMark?
  let isMarked: Bool
  /// The lines to its parent and siblings.
  let guides: String
  let name: Cell
  /// The name under edit.
  let edited: EditedText?
  /// The number of columns inside, if they are hidden.
  let inside: String
  /// Whether a click places the cursor in the name.
  let isClickedByCharacter: Bool
  let cells: [Cell]
  /// Whether one of the cells has the focus.
  let isFocused: Bool
  let places: FieldColumns
  let row: Int
  let columns: Range<Int>

  var rows: Range<Int> { row..<row + 1 }

  func paint(on sheet: inout Sheet) {
    sheet.markTarget(.item(firstItem, character: nil), row: row, columns)
    if let mark {
      sheet.canvas.write(
        mark.symbol, row: row, column: columns.lowerBound + 1, style: mark.style)
    }
    if isMarked {
      sheet.canvas.write("•", row: row, column: places.name - 1, style: .accent.bold)
    }
    sheet.canvas.write(guides, row: row, column: places.name, style: .dim, limit: places.type)
    paintName(on: &sheet)
    for cell in cells { paint(cell, on: &sheet) }
    if isFocused { sheet.paintFocus(row: row, columns) }
  }

  private func paintName(on sheet: inout Sheet) {
    let area = name.columns
    guard let edited else {
      if isClickedByCharacter {
        sheet.markTarget(at: name.item, name.text, row: row, area)
      }
      let end = sheet.canvas.write(
        TextWrap.shortened(name.text, width: area.count - inside.count), row: row,
        column: area.lowerBound, style: name.isFocused ? name.style.on(.well) : name.style,
        limit: area.upperBound)
      sheet.canvas.write(inside, row: row, column: end, style: .accent, limit: area.upperBound)
      return
    }
    let end = area.upperBound - inside.count
    sheet.canvas.fill(row: row, from: area.lowerBound, to: end, style: .plain.on(.well))
    edited.paint(on: &sheet)
    sheet.canvas.write(inside, row: row, column: end, style: .accent)
  }

  private func paint(_ cell: Cell, on sheet: inout Sheet) {
    let area = cell.columns
    sheet.markTarget(.item(cell.item, character: nil), row: row, area)
    if cell.isFocused {
      sheet.canvas.fill(
        row: row, from: area.lowerBound, to: area.upperBound, style: .plain.on(.well))
    }
    sheet.canvas.write(
      TextWrap.shortened(cell.isFocused ? "‹ \(cell.text) ›" : cell.text, width: area.count),
      row: row, column: area.lowerBound,
      style: cell.isFocused ? .accent.bold.on(.well) : cell.style, limit: area.upperBound)
  }
}
