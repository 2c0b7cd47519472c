import Screen
import SinkDraft
import SinkSpec

/// The column commands.
extension PlainSession {
  /// The number of nesting levels to name before skipping to the outermost.
  private static let namedLevels = 4
  /// The number of columns that are printed without being requested.
  private static let fewColumns = 20

  mutating func performOnColumns(_ command: PlainCommand, _ argument: String) {
    switch command {
    case .columns: printColumns()
    case .column: goToColumn(argument)
    case .change: askAboutChange(argument)
    case .event: printSampleEvent()
    default: performOnColumn(command)
    }
  }

  private mutating func performOnColumn(_ command: PlainCommand) {
    guard let id = wizard.item?.fieldID, let path = wizard.draft.path(of: id) else {
      lines.append("/\(command.rawValue) applies to a column; /column NAME goes to one.")
      return
    }
    let name = self.name(of: path)
    // Column commands do not apply to unknown members; move to the column itself.
    if case .unknownColumnMember? = wizard.item {
      wizard.act { $0.focus(.field(id, path.isItem ? .type : .name)) }
    }
    let before = wizard.draft
    switch command {
    case .insert: return perform(.addField)
    case .duplicate: perform(.duplicateField)
    case .delete: perform(.deleteField)
    case .up: perform(.moveFieldUp)
    case .down: perform(.moveFieldDown)
    case .in: perform(.nestField)
    case .out: perform(.unnestField)
    default:
      wizard.act { $0.columns.showDetails(of: id) }
      lines.append("Prompting for all its parameters.")
      return
    }
    printedItem = nil
    guard wizard.draft != before else {
      if wizard.notice == nil { lines.append("\(name) cannot be moved there.") }
      return
    }
    switch command {
    case .delete:
      lines.append("\(name) was deleted; /undo restores it.")
      returnFromJump()
    case .duplicate: lines.append("This is the copy of \(name).")
    default:
      guard let path = wizard.draft.path(of: id) else { return }
      let position = "column \((path.position ?? 0) + 1)"
      lines.append(
        "\(name) is now \(position)\(path.parent.map { " in \(self.name(of: $0))" } ?? "").")
    }
  }

  // MARK: Lookup

  private mutating func goToColumn(_ argument: String) {
    guard !argument.isEmpty, let id = column(named: argument) else {
      lines.append(
        argument.isEmpty
          ? "Type /column and a column's name or number." : "No column \"\(argument)\".")
      return
    }
    jump { $0.go(toColumn: id) }
  }

  /// Returns the identity of the column with the given name, number or dotted path.
  private func column(named text: String) -> Int? {
    let fields = wizard.draft.fields
    if let field = fields.first(where: { $0.name.text == text }) { return field.id }
    if let index = text.itemIndex(among: fields.count) { return fields[index].id }
    return Self.column(named: text, in: fields)
  }

  private static func column(named text: String, in fields: some Sequence<SchemaField>) -> Int? {
    for field in fields {
      let name = field.name.text
      if name == text { return field.id }
      guard !name.isEmpty, text.hasPrefix(name + ".") else { continue }
      var inside = field
      while inside.isList, let item = inside.item.first { inside = item }
      let rest = String(text.dropFirst(name.count + 1))
      if let found = column(named: rest, in: inside.children) { return found }
    }
    return nil
  }

  // MARK: Bulk changes

  private mutating func askAboutChange(_ text: String) {
    let fields = wizard.draft.columns == .listed ? Array(wizard.draft.fields) : []
    let ids =
      text.isEmpty
      ? fields.map(\.id) : Array(FilteredColumns(text, in: wizard.draft.fields).matchingIDs)
    guard !fields.isEmpty, !ids.isEmpty else {
      lines.append(text.isEmpty ? "There are no columns." : "No column name contains \"\(text)\".")
      return
    }
    wizard.columns.mark(only: Set(ids))
    let names = ids.compactMap { wizard.draft.path(of: $0) }.map { name(of: $0) }
    let shown = names.prefix(Self.fewColumns).joined(separator: ", ")
    lines.append(
      "\(Count.of(names.count, "column")): \(shown)\(names.count > Self.fewColumns ? " and more" : "")"
    )
    wizard.act { $0.askAboutMarked() }
  }

  // MARK: Printing

  /// The columns on one line, or only their number if there are many.
  var columnsInShort: [String] {
    let fields = wizard.draft.fields
    guard wizard.draft.columns == .listed, let count = Wizard.count(fields.count, "column") else {
      return []
    }
    guard fields.count <= Self.fewColumns else { return ["\(count); /columns lists them."] }
    return ["\(count): \(fields.map(\.words).joined(separator: ", "))."]
  }

  private mutating func printColumns() {
    guard wizard.draft.columns == .listed, !wizard.draft.fields.isEmpty else {
      lines.append("There are no columns.")
      return
    }
    lines += wizard.draft.fields.enumerated().map { "  \($0 + 1) \($1.words)" }
  }

  private mutating func printSampleEvent() {
    let focused = wizard.item?.fieldID.flatMap { wizard.draft.path(of: $0)?.top }
    let sample = SampleLines(
      of: wizard.draft.columns == .listed ? wizard.draft.fields : [], focused: focused,
      context: wizard.draftValidation.context, at: wizard.now)
    lines += sample.lines.map { line in
      switch line {
      case .heading(let text), .diagnostic(let text): text
      case .event(let line): String(repeating: "  ", count: line.depth) + line.text
      case .row(let row):
        String(repeating: "  ", count: row.depth + 1)
          + [row.name, row.type, row.value].filter { !$0.isEmpty }.joined(separator: ": ")
      }
    }
  }

  /// Returns a column's name, innermost first: `id in user`, `each item of tags`.
  func name(of path: FieldPath) -> String {
    var words = ""
    var joint = ""
    var rest: FieldPath? = path
    for level in 0... {
      guard let path = rest else { break }
      guard level < Self.namedLevels || path.parent == nil else {
        rest = FieldPath(steps: [path.steps[0]])
        words += " deep"
        joint = " in "
        continue
      }
      let name = wizard.draft.field(at: path)?.name.text ?? ""
      let position = path.position.map { "column \($0 + 1)" } ?? "each item"
      words += joint + (path.isItem || name.isEmpty ? position : name)
      joint = path.isItem ? " of " : " in "
      rest = path.parent
    }
    return words
  }
}

extension Wizard {
  /// Moves the focus to the first question of a column.
  mutating func go(toColumn id: Int) {
    guard let path = draft.path(of: id) else { return }
    enter(.schema)
    updateRows()
    let item = FormItem.field(id, path.isItem ? .type : .name)
    reveal(item)
    focus(item)
  }
}

extension SchemaField {
  /// The column's name, type and children, such as `user struct (id int64)`.
  fileprivate var words: String {
    let inside = isStruct ? Array(children) : isList ? Array(item) : []
    let need = isRequired ? "required" : ""
    let own = [name.text.isEmpty ? "without a name" : name.text, type.text, need]
      .filter { !$0.isEmpty }.joined(separator: " ")
    guard !inside.isEmpty else { return own }
    let words = inside.map { isList ? $0.wordsAsItem : $0.words }
    return "\(own) (\(words.joined(separator: ", ")))"
  }

  /// The type and children of a list item, which has no name.
  private var wordsAsItem: String {
    let inside = isStruct ? children.map(\.words) : isList ? item.map(\.wordsAsItem) : []
    return inside.isEmpty ? type.text : "\(type.text) (\(inside.joined(separator: ", ")))"
  }
}
