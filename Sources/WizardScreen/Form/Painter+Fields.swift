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

  init(_ columns: Range<Int>) {
    name = columns.lowerBound + 3
    end = columns.upperBound - 1
    unit = end - 13
    required = unit - 11
    type = required - 15
  }
}

extension Painter {
  mutating func paint(_ row: FormRow.FieldRow, row line: Int, _ columns: Range<Int>) {
    let cells = FieldColumns(columns)
    let field = row.field
    let isRowFocused = focusedItem?.fieldID == field.id
    if let first = row.cells.first {
      markTarget(.item(.field(field.id, first), character: nil), row: line, columns)
    }
    if isRowFocused {
      canvas.write("▸", row: line, column: columns.lowerBound, style: .accent.bold)
    }
    if let issue = wizard.spokenIssues(at: row).first {
      let mark = IssueMark(issue.severity)
      canvas.write(mark.symbol, row: line, column: columns.lowerBound + 1, style: mark.style)
    }
    if wizard.columns.marked.contains(field.id) {
      canvas.write("•", row: line, column: columns.lowerBound + 2, style: .accent.bold)
    }
    let indent = min(row.path.depth * 2, max(0, cells.type - cells.name - 12))
    paintName(row, row: line, cells.name + indent..<cells.type - 1)
    guard field.foreign == nil else { return }
    paintCell(row, .type, typeText(field), row: line, cells.type..<cells.required - 1)
    if row.cells.contains(.required) {
      paintCell(row, .required, requiredText(field), row: line, cells.required..<cells.unit - 1)
    }
    if row.cells.contains(.unit) {
      let unit = field.unit.isSet ? field.unit.text : "(millisecond)"
      paintCell(row, .unit, unit, row: line, cells.unit..<cells.end)
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
      paint(editor, value, row: line, area.lowerBound..<end)
      return _ = canvas.write(inside, row: line, column: end, style: .accent)
    }
    let text: String
    var style = Style.plain
    if let foreign = field.foreign {
      text = foreign
    } else if row.path.isItem, !field.name.isSet {
      (text, style) = ("each item", .dim)
    } else if field.name.isSet {
      text = field.name == .text("") ? "\"\"" : field.name.text
    } else {
      (text, style) = ("(no name)", .dim)
    }
    if text == wizard.editableText(of: item) { markTarget(at: item, text, row: line, area) }
    let end = canvas.write(
      TextWrap.shortened(text, width: area.count - inside.count), row: line,
      column: area.lowerBound, style: focusedItem == item ? style.reversed : style,
      limit: area.upperBound)
    canvas.write(inside, row: line, column: end, style: .accent, limit: area.upperBound)
  }

  /// Paints the search and the number of marked columns next to the heading of the columns.
  mutating func paintColumnsState(row: Int, _ area: Range<Int>) {
    let marks = wizard.columns.marked.isEmpty ? "" : " · \(wizard.columns.marked.count) marked"
    guard let search = wizard.columns.search else {
      canvas.write(marks, row: row, column: area.lowerBound, style: .accent, limit: area.upperBound)
      return
    }
    let found = "  \(wizard.navigation.rows.foundCount) of \(wizard.draft.fields.count)\(marks)"
    let room = max(4, area.count - 2 - found.count)
    let text = TextWrap.shortened(search.editor.text, width: room)
    let column = canvas.write(
      " /", row: row, column: area.lowerBound, style: .accent, limit: area.upperBound)
    if search.isTyping {
      paint(search.editor, nil, row: row, column..<min(column + room, area.upperBound))
    } else {
      canvas.write(text, row: row, column: column, limit: area.upperBound)
    }
    let end = column + min(room, max(1, TerminalText.width(of: text)))
    canvas.write(found, row: row, column: end, style: .dim, limit: area.upperBound)
  }

  private mutating func paintCell(
    _ row: FormRow.FieldRow, _ cell: ColumnMember, _ text: String, row line: Int,
    _ area: Range<Int>
  ) {
    let isFocused = focusedItem == .field(row.field.id, cell)
    markTarget(.item(.field(row.field.id, cell), character: nil), row: line, area)
    let shown = isFocused ? "‹ \(text) ›" : text
    let isSet = row.field[cell].isSet
    let style = isFocused ? Style.accent.reversed : isSet ? .plain : .dim
    canvas.write(
      TextWrap.shortened(shown, width: area.count), row: line, column: area.lowerBound,
      style: style, limit: area.upperBound)
  }

  private func typeText(_ field: SchemaField) -> String {
    switch field.type {
    case .notSet: "(no type)"
    case .text(let type), .foreign(let type): type
    }
  }

  private func requiredText(_ field: SchemaField) -> String {
    switch field.required {
    case .notSet: "(no)"
    case .text("true"): "yes"
    case .text("false"): "no"
    case .text(let text), .foreign(let text): text
    }
  }
}
