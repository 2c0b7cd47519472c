import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  var formColumns: FormColumns { FormColumns(signs) }

  mutating func paintForm(in pane: Layout.Pane) {
    sheet.markTarget(.form, rows: pane.rows, pane.columns)
    let rows = wizard.navigation.rows
    let top = topRow(of: pane)
    var shown = top..<top + rows.shownCount(from: top, height: pane.rows.count)
    var end = pane.rows.upperBound
    if let pinned = wizard.primaryRow, pinned >= shown.upperBound {
      shown = top..<top + rows.shownCount(from: top, height: pane.rows.count - 1)
      end -= 1
      sheet.clear(row: end, pane.columns)
      paint(.action(wizard.primaryAction), row: end, pane.columns)
    }
    paintBorders(of: pane, showing: shown)
    // A heading at the top is the title of the pane.
    let body = shown.dropFirst(rows.isHeading(top) ? 1 : 0)
    for index in body {
      let line = pane.rows.lowerBound + index - body.lowerBound
      let row = rows[index]
      if !row.isPart { sheet.clear(row: line, pane.columns) }
      switch row {
      case .heading(let heading): paint(heading, row: line, pane.columns)
      case .review(let review): paint(review, row: line, pane.columns)
      case .item(let item): paint(item, row: line, pane.columns)
      case .field(let field): paint(field, row: line, pane.columns)
      }
    }
    paint(BlankRows(rows: pane.rows.lowerBound + body.count..<end, columns: pane.columns))
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

  private mutating func paint(_ item: FormItem, row: Int, _ columns: Range<Int>) {
    let isFocused = item == focusedItem
    sheet.markTarget(.item(item, character: nil), row: row, columns)
    switch item {
    case .parameter, .columns, .field, .unknownMember, .unknownColumnMember:
      return paintValue(of: item, row: row, columns, isFocused)
    case .issue(let index): paintIssue(index, row: row, columns)
    case .action(let action): paint(action, row: row, columns, isFocused)
    case .check(let subject):
      if let line = wizard.checkLine(subject) { paint(line, row: row, columns) }
    case .addField: paintButton("Add a column", row: row, columns, isFocused)
    case .importSchema: paintButton("Import a schema file", row: row, columns, isFocused)
    case .sample: paintButton("From sample events", row: row, columns, isFocused)
    }
    guard isFocused else { return }
    placeCursor(row: row, column: columns.lowerBound + formColumns.label)
    sheet.paintFocus(row: row, columns)
  }

  private mutating func paintValue(
    of item: FormItem, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    let issue = wizard.spokenIssues(at: item).first
    let focused = item == focusedValue?.item ? focusedValue : nil
    let value = focused ?? FieldValue(item, in: wizard, issue: issue)
    let cells = ValueColumns(
      valueArea(of: columns), value: value.width, note: TerminalText.width(of: value.note),
      isFocused: isFocused, isWarned: issue != nil)
    let editor = isFocused && wizard.editableText(of: item) != nil ? wizard.editing.editor : nil
    let edited = editor.map { editedText($0, value, row: row, cells.value) }
    paint(
      ValueRow(
        value: value, mark: issue.map { IssueMark($0.severity, signs) }, isFocused: isFocused,
        edited: edited,
        isClickedByCharacter: sheet.pointer != nil && value.text == wizard.editableText(of: item),
        places: formColumns, cells: cells, row: row, columns: columns))
    let place = Canvas.Point(row: row, column: cells.value.lowerBound)
    if item == wizard.navigation.item { valuePlace = place }
    if let edited {
      sheet.canvas.cursor = edited.cursor
    } else if isFocused {
      placeCursor(row: place.row, column: place.column)
    }
  }

  /// Returns the columns for the value and the note of a row.
  func valueArea(of columns: Range<Int>) -> Range<Int> {
    columns.lowerBound + formColumns.value..<columns.upperBound - 1
  }

  func editedText(
    _ editor: LineEditor, _ value: FieldValue?, row: Int, _ area: Range<Int>
  ) -> EditedText {
    EditedText(
      editor, value, isSecretRevealed: wizard.editing.isSecretRevealed, row: row, area)
  }

  /// Paints the text under edit, and places the cursor.
  mutating func paint(_ editor: LineEditor, _ value: FieldValue?, row: Int, _ area: Range<Int>) {
    let text = editedText(editor, value, row: row, area)
    text.paint(on: &sheet)
    sheet.canvas.cursor = text.cursor
  }

  private mutating func paintButton(
    _ text: String, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    sheet.canvas.write(
      "[ \(text) ]", row: row, column: columns.lowerBound + 2,
      style: isFocused ? .accent.bold : .accent)
  }
}

extension FormRow {
  /// Whether the row is a part of the screen, and need not be cleared before it is painted.
  fileprivate var isPart: Bool {
    switch self {
    case .field, .item(.parameter), .item(.columns), .item(.field), .item(.unknownMember),
      .item(.unknownColumnMember):
      true
    case .heading, .review, .item: false
    }
  }
}

/// The columns of the parts of a form row, relative to the form's left edge.
struct FormColumns: Equatable {
  let mark = 0
  let label = 2
  let required = 20
  let state = 21
  let value: Int

  init(_ signs: Signs) { value = state + signs.width + 1 }
}

/// The columns of a value and of its note.
struct ValueColumns: Equatable {
  let value: Range<Int>
  let note: Range<Int>

  /// The minimum width at which notes form a column next to the values instead of at the edge.
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
struct IssueMark: Equatable {
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
