import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The columns of the cells in a schema field's row.
struct FieldColumns: Equatable {
  let name: Int
  let type: Int
  let required: Int
  let unit: Int
  let end: Int

  init(_ columns: Range<Int>, _ signs: Signs) {
    // Names take precedence: in a narrow pane, the other cells are narrower.
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
    let part = columnRow(of: row, row: line, columns)
    paint(part)
    if let edited = part.edited {
      sheet.canvas.cursor = edited.cursor
    } else if part.name.isFocused {
      placeCursor(row: line, column: part.name.columns.lowerBound)
    } else if let focused = part.cells.first(where: \.isFocused) {
      let place = Canvas.Point(row: line, column: focused.columns.lowerBound + 2)
      valuePlace = place
      placeCursor(row: place.row, column: place.column)
    }
  }

  private func columnRow(
    of row: FormRow.FieldRow, row line: Int, _ columns: Range<Int>
  ) -> ColumnRow {
    let field = row.field
    let places = FieldColumns(columns, signs)
    let guides = TreeGuides(of: row.path, in: wizard, width: places.type - places.name - 17)
    let inside =
      wizard.columns.search == nil && wizard.columns.folding.isFolded(field.id) && field.isHolder
      ? " +\(field.countInside)" : ""
    let start = min(places.name + TerminalText.width(of: guides.text), places.type)
    let name = nameCell(of: row, start..<places.type - 1)
    return ColumnRow(
      firstItem: .field(field.id, row.cells.first ?? .name),
      mark: wizard.spokenIssues(at: row).first.map { IssueMark($0.severity, signs) },
      isMarked: wizard.columns.marked.contains(field.id), guides: guides.text, name: name,
      edited: editedName(name, inside: inside, row: line), inside: inside,
      isClickedByCharacter: sheet.pointer != nil
        && name.text == wizard.editableText(of: name.item),
      cells: field.raw == nil ? cells(of: row, places) : [],
      isFocused: focusedItem.map { FormRow.field(row).holds($0) } ?? false, places: places,
      row: line, columns: columns)
  }

  private func editedName(_ name: ColumnRow.Cell, inside: String, row: Int) -> EditedText? {
    guard name.isFocused, wizard.columns.search?.isTyping != true,
      let editor = wizard.editing.editor
    else { return nil }
    let area = name.columns.lowerBound..<name.columns.upperBound - inside.count
    return editedText(editor, FieldValue(name.item, in: wizard, issue: nil), row: row, area)
  }

  private func nameCell(of row: FormRow.FieldRow, _ area: Range<Int>) -> ColumnRow.Cell {
    let field = row.field
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
    let item = FormItem.field(field.id, .name)
    return .init(
      item: item, text: text, style: style, columns: area, isFocused: focusedItem == item)
  }

  private func cells(of row: FormRow.FieldRow, _ places: FieldColumns) -> [ColumnRow.Cell] {
    let field = row.field
    func cell(
      _ member: ColumnMember, _ text: String, _ style: Style, _ columns: Range<Int>
    ) -> ColumnRow.Cell {
      let item = FormItem.field(field.id, member)
      return .init(
        item: item, text: text, style: field[member].isSet ? style : .dim, columns: columns,
        isFocused: focusedItem == item)
    }
    var cells = [
      cell(.type, typeText(field), TypeStyle.of(field), places.type..<places.required - 1)
    ]
    if row.cells.contains(.required) {
      cells.append(cell(.required, requiredText(field), .plain, places.required..<places.unit - 1))
    }
    if row.cells.contains(.unit) {
      let unit = field.unit.isSet ? field.unit.text : "(millisecond)"
      cells.append(cell(.unit, unit, .plain, places.unit..<places.end))
    }
    return cells
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
