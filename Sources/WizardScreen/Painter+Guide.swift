import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  /// Returns the guide for the focused item, wrapped to the width of the screen.
  func makeGuide() -> Guide {
    var guide = Guide(shortensInside: wizard.step != .schema)
    guard let item = wizard.helpItem else { return guide }
    let width = layout.columns - 2
    guide.title = guideTitle(item)
    guide.help = guideHelp(item)
    for issue in guideIssues(item) {
      let mark = IssueMark(issue.severity, signs)
      guide.messages += TextWrap.lines(
        "\(mark.symbol) \(mark.word): \(issue.message)", width: width
      ).map { .init(text: $0, style: mark.style) }
    }
    guide.foot = footLines(atMost: max(0, layout.guideHeight - 2))
    if let note = hiddenNote(of: item), !showsWhole(note, in: guide, width: width) {
      guide.messages += TextWrap.lines(note, width: width).map { .init(text: $0, style: .plain) }
    }
    wrapFoot(of: &guide, width: width)
    return guide
  }

  /// Returns whether the help of a guide contains a note and fits.
  private func showsWhole(_ note: String, in guide: Guide, width: Int) -> Bool {
    guide.help.contains(note)
      && TextWrap.lines(guide.help, width: width).count + guide.lineCount <= layout.guideHeight
  }

  /// Wraps the last lines of the guide, as far as the free rows allow.
  private func wrapFoot(of guide: inout Guide, width: Int) {
    // The same for all fields of a step, so that the panes keep their height.
    let reserved = min(2, layout.guideHeight - 1 - guide.foot.count) - guide.messages.count
    var free = layout.guideHeight + freeRows - guide.lineCount - max(0, reserved)
    var isWrapped = false
    guide.foot = guide.foot.flatMap { foot -> [Guide.Foot] in
      let indentation = TerminalText.width(of: foot.label)
      let lines = Self.lines(ofFoot: foot.text, width: width - indentation - 2)
      guard lines.count > 1, lines.count - 1 <= free else { return [foot] }
      free -= lines.count - 1
      isWrapped = true
      let blanks = String(repeating: " ", count: indentation)
      return lines.enumerated().map {
        .init(label: $0.offset == 0 ? foot.label : blanks, text: $0.element)
      }
    }
    if isWrapped { guide.reservedForHelp = max(0, reserved) }
  }

  /// Wraps a line of the foot, keeping words and folders whole if possible.
  private static func lines(ofFoot text: String, width: Int) -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var lines: [String] = []
    for part in parts.dropLast().map({ $0 + "/" }) + parts.suffix(1) {
      if let last = lines.last, TerminalText.width(of: last + part) <= width {
        lines[lines.count - 1] += part
      } else {
        lines += TextWrap.lines(part, width: width)
      }
    }
    return lines
  }

  /// The number of rows of the panes that the last lines of the guide may take.
  ///
  /// Showing the sink's first file in full, which is the same for all fields of a step, takes
  /// precedence over showing all of the form or the request. Lines about a column take only rows
  /// that are otherwise unused.
  private var freeRows: Int {
    let isSchema = wizard.step == .schema
    guard !layout.isWide, let request = layout.request else {
      let needed = isSchema ? wizard.rows.lineCount : min(wizard.rows.lineCount, Self.leastForm)
      return max(0, layout.formHeight - needed)
    }
    let needed = isSchema ? wizard.draftValidation.lines.count : 0
    return max(0, request.rows.count - max(needed, Layout.smallestRequest))
  }

  /// The number of rows of the form that stay visible above a long guide.
  private static let leastForm = 6

  /// Returns the note of the focused row if it does not fit next to the value.
  private func hiddenNote(of item: FormItem) -> String? {
    guard item == wizard.item, wizard.spokenIssues(at: item).isEmpty else { return nil }
    switch item {
    case .action(.submit) where !wizard.isCreated: return submitHelp
    case .action(let action): return hiddenHelp(of: action)
    case .check(let subject): return wizard.accountCheck(of: subject)?.reason
    default: break
    }
    guard let value = focusedValue, let columns = layout.form?.columns, !value.note.isEmpty
    else { return nil }
    let note = TerminalText.width(of: value.note)
    let cells = ValueColumns(
      valueArea(of: columns), value: value.width, note: note, isFocused: true, isWarned: false)
    return cells.note.count < note ? value.note : nil
  }

  /// Returns the value of the focused item if it has a row of its own.
  func makeFocusedValue() -> FieldValue? {
    guard let item = wizard.item else { return nil }
    switch item {
    case .parameter, .columns, .unknownMember, .unknownColumnMember: break
    case .field:
      // The cells of a column are in one row; its other parameters have rows of their own.
      guard let row = wizard.row(of: item), case .item = wizard.rows[row] else { return nil }
    case .action, .check, .addField, .importSchema, .sample, .issue: return nil
    }
    return FieldValue(item, in: wizard, issue: wizard.spokenIssues(at: item).first)
  }

  private func guideTitle(_ item: FormItem) -> String {
    switch item {
    case .issue(let index):
      guard let issue = wizard.reviewIssue(index) else { return "" }
      return "\(issue.pointer) · \(issue.rule) · Enter goes to its field"
    case .action: return "Review"
    case .check(let subject):
      let check = wizard.accountCheck(of: subject)
      return "\(check?.title ?? "") · Enter "
        + (check?.repair == nil ? "goes to its field" : "repairs it")
    case .addField, .importSchema, .sample: return "Columns · /schema/fields"
    default: break
    }
    let pointer = wizard.pointer(of: item)?.text ?? ""
    guard let parameter = wizard.parameter(of: item) else {
      return "\(pointer) · \((wizard.unplacedValue(item) ?? .unknown).title)"
    }
    let need = wizard.isRequired(item) ? "required" : "optional"
    return "\(parameter.label) · \(pointer) · \(need)"
  }

  private func guideHelp(_ item: FormItem) -> String {
    if wizard.requestPane.search?.isTyping == true {
      return
        "Type to search the request. Enter, then n or N, steps through the matches; Esc ends the search."
    }
    if !wizard.requestPane.hasFocus, wizard.columns.search?.isTyping == true {
      return "Type part of a column name. Enter browses the matches; Esc shows all columns."
    }
    switch item {
    case .issue: return ""
    case .check: return ""
    case .action(.finish):
      return wizard.settings.showsSecrets
        ? "Secrets are included in plain text."
        : "Secrets are written as references such as ${R2_SECRET_ACCESS_KEY}."
    case .action: return "A sink cannot be changed after creation, only replaced."
    case .addField:
      return "Enter adds a column: type its name, Tab, letters of its type, Enter for the next one."
    case .importSchema:
      return
        "Reads JSON Schema, OpenAPI, Avro, Iceberg, BigQuery, Spark, Kafka Connect, Glue, a schema registry's or wrangler's schema, a sink or a stream. You review the changes first."
    case .sample:
      return
        "Reads events in JSON, plain or compressed with gzip, zstd, bzip2 or xz, of any size, and infers their columns. You review the changes first."
    case .unknownMember, .unknownColumnMember:
      return (wizard.unplacedValue(item) ?? .unknown).help
    case .columns:
      return "Without columns, the service derives them from the pipeline's SELECT."
    case .parameter, .field: break
    }
    guard let parameter = wizard.parameter(of: item) else { return "" }
    if let options = wizard.options(of: item), !parameter.isFlag {
      let chosen = options.first { $0.value == wizard.chosenValue(of: item) }
      guard let chosen, chosen.value != nil, !chosen.help.isEmpty else { return parameter.help }
      return "\(parameter.help) \(chosen.name): \(chosen.guideHelp)."
    }
    return parameter.formHelp + (parameter.example.isEmpty ? "" : " Example: \(parameter.example)")
  }

  private func guideIssues(_ item: FormItem) -> [Issue] {
    let own = wizard.spokenIssues(at: item)
    guard own.isEmpty, let path = item.fieldID.flatMap({ wizard.draft.path(of: $0) }),
      let field = wizard.draft.field(at: path)
    else { return own }
    return wizard.spokenIssues(at: .init(field: field, path: path))
  }

  /// Returns the last lines of the guide: the sink's first object, or a column's stored type and
  /// evidence.
  private func footLines(atMost count: Int) -> [Guide.Foot] {
    guard count > 0 else { return [] }
    switch wizard.step {
    case .sink: return []
    case .destination, .format, .review:
      let (label, text) = wizard.firstWritten
      return [.init(label: label, text: text)]
    case .schema: break
    }
    let stored = wizard.storedType.map { Guide.Foot(label: "In \($0.form)", text: $0.type) }
    guard let evidence = wizard.focusedEvidence else { return stored.map { [$0] } ?? [] }
    let seen = Guide.Foot(label: "Seen", text: evidence.sentence)
    guard let stored else { return [seen] }
    return count > 1
      ? [stored, seen]
      : [.init(label: stored.label, text: "\(stored.text)  Seen  \(seen.text)")]
  }
}
