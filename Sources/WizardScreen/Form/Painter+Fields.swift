import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The columns of the cells in a schema field's row.
struct FieldColumns {
  let name: Int
  let type: Int
  let required: Int
  let unit: Int
  let end: Int

  init(_ columns: Range<Int>, _ signs: Signs) {
    // Names need room first: a narrow pane has shorter cells.
    let widths =
      columns.count < 58
      ? (type: 11, required: 6, unit: 7)
      : columns.count < 72
        ? (type: 14, required: 10, unit: 8) : (type: 15, required: 11, unit: 13)
    name = columns.lowerBound + 2 + signs.width
    end = columns.upperBound - 1
    unit = end - widths.unit
    required = unit - widths.required
    type = required - widths.type
  }
}

extension Painter {
  mutating func paint(_ row: FormRow.FieldRow, row line: Int, _ columns: Range<Int>) {
    let cells = FieldColumns(columns, signs)
    let field = row.field
    if let first = row.cells.first {
      sheet.markTarget(.item(.field(field.id, first), character: nil), row: line, columns)
    }
    if let issue = wizard.spokenIssues(at: row).first {
      let mark = IssueMark(issue.severity, signs)
      sheet.canvas.write(mark.symbol, row: line, column: columns.lowerBound + 1, style: mark.style)
    }
    if wizard.columns.marked.contains(field.id) {
      sheet.canvas.write("•", row: line, column: cells.name - 1, style: .accent.bold)
    }
    let guides = TreeGuides(of: row.path, in: wizard, width: cells.type - cells.name - 17)
    let start = sheet.canvas.write(
      guides.text, row: line, column: cells.name, style: .dim, limit: cells.type)
    paintName(row, row: line, start..<cells.type - 1)
    if field.raw == nil { paintCells(row, row: line, cells) }
    if focusedItem?.fieldID == field.id { sheet.paintFocus(row: line, columns) }
  }

  private mutating func paintCells(
    _ row: FormRow.FieldRow, row line: Int, _ cells: FieldColumns
  ) {
    let field = row.field
    paintCell(
      row, .type, typeText(field), TypeStyle.of(field), row: line, cells.type..<cells.required - 1)
    if row.cells.contains(.required) {
      paintCell(
        row, .required, requiredText(field), .plain, row: line, cells.required..<cells.unit - 1)
    }
    if row.cells.contains(.unit) {
      let unit = field.unit.isSet ? field.unit.text : "(millisecond)"
      paintCell(row, .unit, unit, .plain, row: line, cells.unit..<cells.end)
    }
  }

  private mutating func paintName(_ row: FormRow.FieldRow, row line: Int, _ area: Range<Int>) {
    let field = row.field
    let item = FormItem.field(field.id, .name)
    let inside =
      wizard.columns.search == nil && wizard.columns.folding.isFolded(field.id) && field.isHolder
      ? " +\(field.countInside)" : ""
    if focusedItem == item, let editor = wizard.editing.editor,
      wizard.columns.search?.isTyping != true
    {
      let value = FieldValue(item, in: wizard, issue: nil)
      let end = area.upperBound - inside.count
      sheet.canvas.fill(row: line, from: area.lowerBound, to: end, style: .plain.on(.well))
      paint(editor, value, row: line, area.lowerBound..<end)
      return _ = sheet.canvas.write(inside, row: line, column: end, style: .accent)
    }
    let text: String
    var style = Style.plain
    if let raw = field.raw {
      text = raw
    } else if row.path.isItem, !field.name.isSet {
      (text, style) = ("each item", .dim)
    } else if field.name.isSet {
      text =
        field.name.text.isEmpty || field.name.text.hasOuterBlank
        ? "\"\(field.name.text)\"" : field.name.text
    } else {
      (text, style) = ("(no name)", .dim)
    }
    if focusedItem == item { placeCursor(row: line, column: area.lowerBound) }
    if text == wizard.editableText(of: item) { sheet.markTarget(at: item, text, row: line, area) }
    let end = sheet.canvas.write(
      TextWrap.shortened(text, width: area.count - inside.count), row: line,
      column: area.lowerBound, style: focusedItem == item ? style.on(.well) : style,
      limit: area.upperBound)
    sheet.canvas.write(inside, row: line, column: end, style: .accent, limit: area.upperBound)
  }

  /// Paints the captions of the cells in the border above them, after the title.
  mutating func paintCaptions(from end: Int, of pane: Layout.Pane) {
    let cells = FieldColumns(pane.columns, signs)
    guard wizard.columns.search == nil else {
      return paintColumnsState(row: pane.top, end..<cells.end)
    }
    for (text, column, end) in [
      ("Type", cells.type, cells.required), ("Required", cells.required, cells.unit),
      ("Unit", cells.unit, cells.end + 1),
    ] {
      let caption = TextWrap.shortened(text, width: end - column - 2)
      sheet.canvas.write(" \(caption) ", row: pane.top, column: column - 1, style: .dim)
    }
    paintColumnsState(row: pane.top, end..<cells.type - 1)
  }

  /// Paints the search and the number of marked columns next to the heading of the columns.
  mutating func paintColumnsState(row: Int, _ area: Range<Int>) {
    let marks = wizard.columns.marked.isEmpty ? "" : " · \(wizard.columns.marked.count) marked"
    guard let search = wizard.columns.search else {
      sheet.canvas.write(
        marks, row: row, column: area.lowerBound, style: .accent, limit: area.upperBound)
      return
    }
    let rows = wizard.navigation.rows
    let found = "  \(rows.foundCount) of \(Count.of(rows.searchedCount, "column"))\(marks)"
    let room = max(4, area.count - 2 - found.count)
    let text = TextWrap.shortened(search.editor.text, width: room)
    let column = sheet.canvas.write(
      " /", row: row, column: area.lowerBound, style: .accent, limit: area.upperBound)
    if search.isTyping {
      paint(search.editor, nil, row: row, column..<min(column + room, area.upperBound))
    } else {
      sheet.canvas.write(text, row: row, column: column, limit: area.upperBound)
    }
    let end = column + min(room, max(1, TerminalText.width(of: text)))
    sheet.canvas.write(found, row: row, column: end, style: .dim, limit: area.upperBound)
  }

  private mutating func paintCell(
    _ row: FormRow.FieldRow, _ cell: ColumnMember, _ text: String, _ style: Style, row line: Int,
    _ area: Range<Int>
  ) {
    let isFocused = focusedItem == .field(row.field.id, cell)
    if isFocused {
      valuePlace = .init(row: line, column: area.lowerBound + 2)
      placeCursor(row: line, column: area.lowerBound + 2)
    }
    sheet.markTarget(.item(.field(row.field.id, cell), character: nil), row: line, area)
    if isFocused {
      sheet.canvas.fill(
        row: line, from: area.lowerBound, to: area.upperBound, style: .plain.on(.well))
    }
    let shown = isFocused ? "‹ \(text) ›" : text
    let style = isFocused ? Style.accent.bold.on(.well) : row.field[cell].isSet ? style : .dim
    sheet.canvas.write(
      TextWrap.shortened(shown, width: area.count), row: line, column: area.lowerBound,
      style: style, limit: area.upperBound)
  }

  private func typeText(_ field: SchemaField) -> String {
    switch field.type {
    case .notSet: "(no type)"
    case .text(let type), .raw(let type): type
    }
  }

  private func requiredText(_ field: SchemaField) -> String {
    switch field.required {
    case .notSet: "(no)"
    case .text("true"): "yes"
    case .text("false"): "no"
    case .text(let text), .raw(let text): text
    }
  }
}
