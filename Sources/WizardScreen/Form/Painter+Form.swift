import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  /// The columns of the parts of a form row, relative to the form's left edge.
  struct FormColumns {
    let mark = 0
    let label = 2
    let required = 20
    let state = 21
    let value: Int

    init(_ signs: Signs) { value = state + signs.width + 1 }
  }

  var formColumns: FormColumns { FormColumns(signs) }

  mutating func paintForm(in pane: Layout.Pane) {
    sheet.markTarget(.form, rows: pane.rows, pane.columns)
    let rows = wizard.navigation.rows
    let top = topRow(of: pane)
    var shown = top..<top + rows.shownCount(from: top, height: pane.rows.count)
    if let pinned = wizard.primaryRow, pinned >= shown.upperBound {
      shown = top..<top + rows.shownCount(from: top, height: pane.rows.count - 1)
      paint(
        .action(wizard.primaryAction), row: pane.rows.upperBound - 1, pane.columns)
    }
    paintBorders(of: pane, showing: shown)
    // A heading at the top is the title of the pane.
    let body = shown.dropFirst(rows.isHeading(top) ? 1 : 0)
    for index in body {
      let line = pane.rows.lowerBound + index - body.lowerBound
      switch rows[index] {
      case .heading(let heading): paint(heading, row: line, pane.columns)
      case .review(let review): paint(review, row: line, pane.columns)
      case .item(let item): paint(item, row: line, pane.columns)
      case .field(let field): paint(field, row: line, pane.columns)
      }
    }
  }

  /// Returns the first row to show, so that a tall guide does not cover the focus.
  private func topRow(of pane: Layout.Pane) -> Int {
    let top = wizard.navigation.topRow
    guard pane.rows.count < wizard.layout.formHeight, !wizard.navigation.isScrolledAway,
      let row = wizard.navigation.item.flatMap({ wizard.row(of: $0) })
    else { return top }
    return max(
      top,
      wizard.rows.top(showing: row, height: max(1, wizard.scrolledHeight(in: pane.rows.count))))
  }

  private mutating func paint(_ heading: FormHeading, row: Int, _ columns: Range<Int>) {
    sheet.canvas.write(
      heading.title, row: row, column: columns.lowerBound + 1, style: .heading,
      limit: columns.upperBound)
  }

  /// Paints the focus mark and the background of the focused row.
  mutating func paintFocus(row: Int, _ columns: Range<Int>) {
    sheet.canvas.write("▸", row: row, column: columns.lowerBound, style: .accent.bold)
    sheet.canvas.restyle(row: row, from: columns.lowerBound, to: columns.upperBound) {
      if $0.surface == .base { $0.surface = .row }
    }
  }

  private mutating func paint(_ item: FormItem, row: Int, _ columns: Range<Int>) {
    let isFocused = item == focusedItem
    sheet.markTarget(.item(item, character: nil), row: row, columns)
    paintContent(of: item, row: row, columns, isFocused)
    guard isFocused else { return }
    placeCursor(row: row, column: columns.lowerBound + formColumns.label)
    paintFocus(row: row, columns)
  }

  private mutating func paintContent(
    of item: FormItem, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    let left = columns.lowerBound
    switch item {
    case .issue(let index): return paintIssue(index, row: row, columns)
    case .action(let action): return paint(action, row: row, columns, isFocused)
    case .check(let subject):
      if let line = wizard.checkLine(subject) { paint(line, row: row, columns) }
      return
    case .addField: return paintButton("Add a column", row: row, columns, isFocused)
    case .importSchema:
      return paintButton("Import a schema file", row: row, columns, isFocused)
    case .sample: return paintButton("From sample events", row: row, columns, isFocused)
    default: break
    }
    let issue = wizard.spokenIssues(at: item).first
    let value = FieldValue(item, in: wizard, issue: issue)
    sheet.canvas.write(
      value.label, row: row, column: left + formColumns.label,
      style: isFocused ? .accent.bold : .plain, limit: left + formColumns.required)
    if value.isRequired { sheet.canvas.write("*", row: row, column: left + formColumns.required) }
    if let issue {
      let mark = IssueMark(issue.severity, signs)
      sheet.canvas.write(mark.symbol, row: row, column: left + formColumns.state, style: mark.style)
    }
    paint(value, row: row, valueArea(of: columns), isFocused, isWarned: issue != nil)
  }

  /// Returns the columns for the value and the note of a row.
  func valueArea(of columns: Range<Int>) -> Range<Int> {
    columns.lowerBound + formColumns.value..<columns.upperBound - 1
  }

  /// Paints a value and its note.
  private mutating func paint(
    _ value: FieldValue, row: Int, _ area: Range<Int>, _ isFocused: Bool, isWarned: Bool
  ) {
    let cells = ValueColumns(
      area, value: value.width, note: TerminalText.width(of: value.note), isFocused: isFocused,
      isWarned: isWarned)
    let editable = wizard.editableText(of: value.item)
    if value.item == wizard.navigation.item {
      valuePlace = .init(row: row, column: cells.value.lowerBound)
    }
    if isFocused {
      sheet.canvas.fill(
        row: row, from: cells.value.lowerBound, to: cells.value.upperBound,
        style: .plain.on(.well))
    }
    if isFocused, let editor = wizard.editing.editor, editable != nil {
      paint(editor, value, row: row, cells.value)
    } else {
      if isFocused { placeCursor(row: row, column: cells.value.lowerBound) }
      if value.text == editable {
        sheet.markTarget(at: value.item, value.text, row: row, cells.value)
      }
      sheet.canvas.write(
        TextWrap.shortened(value.text, width: cells.value.count), row: row,
        column: cells.value.lowerBound, style: isFocused ? value.style.on(.well) : value.style,
        limit: cells.value.upperBound)
    }
    sheet.canvas.write(
      TextWrap.shortened(value.note, width: cells.note.count), row: row,
      column: cells.note.lowerBound, style: value.noteStyle)
  }

  /// Paints the text under edit, scrolled so that the cursor is visible, and places the cursor.
  mutating func paint(
    _ editor: LineEditor, _ value: FieldValue?, row: Int, _ area: Range<Int>
  ) {
    let isMasked =
      value?.isSecret == true && !wizard.editing.isSecretRevealed && !editor.characters.isEmpty
      && SecretReference(editor.text) == nil
    if isMasked { return paintMask(of: editor, row: row, area) }
    let characters = editor.characters
    if characters.isEmpty {
      if let value { sheet.markTarget(at: value.item, "", row: row, area) }
      sheet.canvas.write(
        TextWrap.shortened(value?.text ?? "", width: area.count), row: row,
        column: area.lowerBound, style: .dim.on(.well), limit: area.upperBound)
      sheet.canvas.cursor = .init(row: row, column: area.lowerBound)
      return
    }
    let widths = characters.map { TerminalText.width(of: String($0)) }
    var start = 0
    var before = widths[..<editor.cursor].reduce(0, +)
    // Keep the character before the cursor visible, even if it alone is wider than the area.
    while before >= area.count, start < editor.cursor - 1 {
      before -= widths[start]
      start += 1
    }
    if let value {
      sheet.markTarget(at: value.item, characters[start...], from: start, row: row, area)
    }
    sheet.canvas.write(
      String(characters[start...]), row: row, column: area.lowerBound, style: .plain.on(.well),
      limit: area.upperBound)
    // Mark text scrolled off to the left, without covering the character before the cursor.
    if start > 0, start < editor.cursor - 1 {
      sheet.canvas.write("…", row: row, column: area.lowerBound, style: .dim.on(.well))
    }
    sheet.canvas.cursor = .init(
      row: row, column: min(area.lowerBound + before, area.upperBound - 1))
  }

  /// Paints the mask of a secret; the cursor is at either end or in the middle, to hide the length.
  private mutating func paintMask(of editor: LineEditor, row: Int, _ area: Range<Int>) {
    let mask = SecretStyle.mask
    sheet.canvas.write(
      mask, row: row, column: area.lowerBound, style: .plain.on(.well), limit: area.upperBound)
    let offset =
      editor.cursor == 0
      ? 0 : editor.cursor == editor.characters.count ? mask.count : mask.count / 2
    sheet.canvas.cursor = .init(
      row: row, column: min(area.lowerBound + offset, area.upperBound - 1))
  }

  private mutating func paintButton(
    _ text: String, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    sheet.canvas.write(
      "[ \(text) ]", row: row, column: columns.lowerBound + 2,
      style: isFocused ? .accent.bold : .accent)
  }
}

/// The columns of a value and of its note.
struct ValueColumns {
  let value: Range<Int>
  let note: Range<Int>

  /// The minimum width for notes next to a column of values instead of at the edge.
  private static let wide = 66

  init(_ area: Range<Int>, value: Int, note: Int, isFocused: Bool, isWarned: Bool) {
    guard note > 0 else {
      self.value = area
      self.note = area.upperBound..<area.upperBound
      return
    }
    let usual = area.count * 2 / 5
    if area.count >= Self.wide {
      let width = isFocused || value <= area.count / 2 ? area.count / 2 : area.count - 2 - usual
      self.value = area.lowerBound..<area.lowerBound + width
      self.note = area.lowerBound + width + 2..<area.upperBound
      return
    }
    let room =
      isFocused
      ? usual
      // A warning has priority over the value.
      : isWarned
        ? area.count - 2 - min(value, 12) : max(area.count - value - 2, min(note, usual))
    let width = min(note, room)
    self.note = area.upperBound - width..<area.upperBound
    self.value = area.lowerBound..<self.note.lowerBound - 2
  }
}

/// The sign and colour of a severity.
struct IssueMark {
  let symbol: String
  let word: String
  let style: Style

  init(_ severity: Severity, _ signs: Signs) {
    word = severity.rawValue
    style = Style(of: severity)
    symbol =
      switch severity {
      case .error: signs.error
      case .warning: signs.warning
      case .note: signs.note
      }
  }
}

extension Style {
  init(of severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .accent
      }
  }
}
