import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  /// The columns of the parts of a form row, relative to the form's left edge.
  enum Column {
    static let mark = 0
    static let label = 2
    static let required = 20
    static let state = 21
    static let value = 23
  }

  mutating func paintForm(in columns: Range<Int>) {
    markTarget(.form, rows: layout.bodyTop..<layout.bodyTop + layout.bodyHeight, columns)
    let shown = wizard.navigation.rows.dropFirst(wizard.navigation.topRow).prefix(layout.bodyHeight)
    for (offset, row) in shown.enumerated() {
      let line = layout.bodyTop + offset
      switch row {
      case .heading(let heading): paint(heading, row: line, columns)
      case .item(let item): paint(item, row: line, columns)
      case .field(let field): paint(field, row: line, columns)
      }
    }
    paintMore(shown, in: columns)
  }

  /// Paints the number of rows hidden above and below.
  private mutating func paintMore(_ shown: Slice<FormRows>, in columns: Range<Int>) {
    let below = wizard.navigation.rows.count - wizard.navigation.topRow - shown.count
    let right = columns.upperBound - 1
    if wizard.navigation.topRow > 0 {
      let text = "↑ \(wizard.navigation.topRow) more"
      canvas.write(text, row: layout.bodyTop - 1, column: right - text.count, style: .dim)
    }
    if below > 0 {
      let text = "↓ \(below) more"
      canvas.write(text, row: layout.guideTop - 1, column: right - text.count, style: .dim)
    }
  }

  private mutating func paint(_ heading: FormHeading, row: Int, _ columns: Range<Int>) {
    let end = canvas.write(
      heading.title, row: row, column: columns.lowerBound + 1, style: .heading,
      limit: columns.upperBound)
    guard heading == .columns, wizard.draft.columns == .listed else { return }
    let cells = FieldColumns(columns)
    guard wizard.columns.search == nil else { return paintColumnsState(row: row, end..<cells.end) }
    for (text, column) in [
      ("Type", cells.type), ("Required", cells.required), ("Unit", cells.unit),
    ] {
      canvas.write(text, row: row, column: column, style: .dim, limit: columns.upperBound)
    }
    paintColumnsState(row: row, end..<cells.type - 1)
  }

  private mutating func paint(_ item: FormItem, row: Int, _ columns: Range<Int>) {
    let isFocused = item == focusedItem
    let left = columns.lowerBound
    markTarget(.item(item, character: nil), row: row, columns)
    if isFocused { canvas.write("▸", row: row, column: left + Column.mark, style: .accent.bold) }
    switch item {
    case .issue(let index): return paintIssue(index, row: row, columns, isFocused)
    case .action(let action): return paint(action, row: row, columns, isFocused)
    case .addField: return paintButton("Add a column", row: row, columns, isFocused)
    case .importSchema:
      return paintButton("Import a schema file", row: row, columns, isFocused)
    case .sample: return paintButton("From sample events", row: row, columns, isFocused)
    default: break
    }
    let issue = wizard.spokenIssues(at: item).first
    let value = FieldValue(item, in: wizard, issue: issue)
    let labelStyle: Style = isFocused ? .accent.bold : .plain
    canvas.write(
      value.label, row: row, column: left + Column.label, style: labelStyle,
      limit: left + Column.required)
    if value.isRequired { canvas.write("*", row: row, column: left + Column.required) }
    if let issue {
      let mark = IssueMark(issue.severity)
      canvas.write(mark.symbol, row: row, column: left + Column.state, style: mark.style)
    }
    paint(value, row: row, left + Column.value..<columns.upperBound - 1, isFocused)
  }

  /// Paints a value and the note to its right, which never displaces the value.
  private mutating func paint(
    _ value: FieldValue, row: Int, _ area: Range<Int>, _ isFocused: Bool
  ) {
    let noteWidth = TerminalText.width(of: value.note)
    let valueWidth = value.width + (isFocused ? 1 : 0)
    let noteRoom =
      value.note.isEmpty
      ? 0 : min(noteWidth, max(area.count - valueWidth - 2, min(noteWidth, area.count * 2 / 5)))
    let end = area.upperBound - (noteRoom == 0 ? 0 : noteRoom + 2)
    let editable = wizard.editableText(of: value.item)
    if isFocused, let editor = wizard.editing.editor, editable != nil {
      paint(editor, value, row: row, area.lowerBound..<end)
    } else {
      if value.text == editable { markTarget(at: value.item, value.text, row: row, area) }
      let text = TextWrap.shortened(value.text, width: end - area.lowerBound)
      let style = isFocused ? value.style.reversed : value.style
      canvas.write(text, row: row, column: area.lowerBound, style: style, limit: end)
    }
    guard noteRoom > 0 else { return }
    let note = TextWrap.shortened(value.note, width: noteRoom)
    canvas.write(
      note, row: row, column: area.upperBound - TerminalText.width(of: note),
      style: value.noteStyle)
  }

  /// Paints the text under edit, scrolled to show the cursor, and cells the cursor.
  mutating func paint(
    _ editor: LineEditor, _ value: FieldValue?, row: Int, _ area: Range<Int>
  ) {
    let isMasked =
      value?.isSecret == true && !wizard.editing.isSecretRevealed && !editor.characters.isEmpty
      && SecretReference(editor.text) == nil
    if isMasked { return paintMask(of: editor, row: row, area) }
    let characters = editor.characters
    if characters.isEmpty {
      if let value { markTarget(at: value.item, "", row: row, area) }
      canvas.write(
        TextWrap.shortened(value?.text ?? "", width: area.count), row: row,
        column: area.lowerBound, style: .dim, limit: area.upperBound)
      canvas.cursor = .init(row: row, column: area.lowerBound)
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
    if let value { markTarget(at: value.item, characters[start...], from: start, row: row, area) }
    canvas.write(
      String(characters[start...]), row: row, column: area.lowerBound, style: .plain.underlined,
      limit: area.upperBound)
    // Mark text scrolled off to the left, without covering the cursor.
    if start > 0, before > 0 { canvas.write("…", row: row, column: area.lowerBound, style: .dim) }
    canvas.cursor = .init(row: row, column: min(area.lowerBound + before, area.upperBound - 1))
  }

  /// Paints the mask of a secret; the cursor is at either end or in the middle, to hide the length.
  private mutating func paintMask(of editor: LineEditor, row: Int, _ area: Range<Int>) {
    let mask = FieldValue.mask
    canvas.write(
      mask, row: row, column: area.lowerBound, style: .plain.underlined, limit: area.upperBound)
    let offset =
      editor.cursor == 0
      ? 0 : editor.cursor == editor.characters.count ? mask.count : mask.count / 2
    canvas.cursor = .init(row: row, column: min(area.lowerBound + offset, area.upperBound - 1))
  }

  // MARK: Review

  private mutating func paintIssue(
    _ index: Int, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    guard let issue = wizard.reviewIssue(index) else { return }
    let mark = IssueMark(issue.severity)
    let left = columns.lowerBound
    canvas.write(mark.symbol, row: row, column: left + 2, style: mark.style)
    let name = IssueName.of(issue)
    let text = TextWrap.shortened("\(name): \(issue.message)", width: columns.count - 5)
    canvas.write(text, row: row, column: left + 4, style: isFocused ? .plain.reversed : .plain)
  }

  private mutating func paint(
    _ action: ReviewAction, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    let (label, help) =
      switch action {
      case .submit: ("[ Create sink ]", submitHelp)
      case .finish: ("[ Print JSON ]", "the payload goes to \(wizard.settings.destination)")
      case .save: ("[ Save ]", "the payload goes to a file you name")
      case .export: ("[ Export ]", "for curl, Terraform, Python, wrangler, or as HTTP")
      case .copy: ("[ Copy ]", "the request goes to the terminal's clipboard")
      case .leave: ("[ Quit ]", "without printing it")
      }
    let left = columns.lowerBound
    canvas.write(label, row: row, column: left + 2, style: isFocused ? .accent.reversed : .accent)
    canvas.write(
      TextWrap.shortened(help, width: columns.count - 19), row: row, column: left + 18,
      style: .dim)
  }

  private var submitHelp: String {
    switch wizard.settings.target {
    case .none: ""
    case .unavailable(let sentence): sentence
    case .available(let target): "at \(target)"
    }
  }

  private mutating func paintButton(
    _ text: String, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    canvas.write(
      "[ \(text) ]", row: row, column: columns.lowerBound + 2,
      style: isFocused ? .accent.reversed : .accent)
  }
}

/// The sign and colour of a severity.
struct IssueMark {
  let symbol: String
  let word: String
  let style: Style

  init(_ severity: Severity) {
    word = severity.rawValue
    symbol = severity.sign
    style =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .accent
      }
  }
}

/// The name of an issue's location: its label, or its pointer inside the schema.
enum IssueName {
  static func of(_ issue: Issue) -> String {
    let isNested = issue.pointer.isWithin("/schema")
    guard !isNested, let parameter = SinkDescription.parameter(at: issue.pointer) else {
      return issue.pointer.text.isEmpty ? "request" : issue.pointer.text
    }
    let isAmbiguous = SinkDescription.asked.count { $0.label == parameter.label } > 1
    return isAmbiguous
      ? "\(Step.holding(issue.pointer).title) · \(parameter.label)" : parameter.label
  }
}
