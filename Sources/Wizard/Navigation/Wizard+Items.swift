import CloudflareAPI
import SinkDraft
package import SinkSpec

extension Wizard {
  /// Returns the parameter that describes an item; nil if there is none.
  package func parameter(of item: FormItem) -> Parameter? {
    switch item {
    case .parameter(let pointer): SinkDescription.parameter(at: pointer)
    case .field(_, let cell):
      cell.parameter
    case .columns: SinkDescription.parameter(at: "/schema/fields")
    default: nil
    }
  }

  /// Returns whether an item is required; an item inside an optional object is not.
  package func isRequired(_ item: FormItem) -> Bool {
    guard let parameter = parameter(of: item) else { return false }
    if case .parameter = item { return Self.isRequired(parameter) }
    return parameter.isRequired
  }

  /// Returns whether a parameter is required, together with its object.
  static func isRequired(_ parameter: Parameter) -> Bool {
    guard parameter.isRequired else { return false }
    guard let object = parameter.pointer.parent.flatMap({ SinkDescription.parameter(at: $0) })
    else { return true }
    return object.isRequired || object.missingRule != nil
  }

  /// Returns the pointer of an item in the request.
  package func pointer(of item: FormItem) -> Pointer? {
    switch item {
    case .parameter(let pointer), .unknownMember(let pointer): pointer
    case .field(let id, let cell): draft.path(of: id)?.pointer.appending(cell.key)
    case .unknownColumnMember(let id, let name): draft.path(of: id)?.pointer.appending(name)
    case .columns, .addField, .importSchema, .sample: "/schema/fields"
    case .issue(let index): reviewIssue(index)?.pointer
    case .check(let subject): accountCheck(of: subject)?.pointer
    case .action: nil
    }
  }

  /// Returns the value entered for an item.
  package func entry(of item: FormItem) -> Entry {
    switch item {
    case .parameter(let pointer):
      parameter(of: item)?.choices.isEmpty == false ? draft.effective(pointer) : draft[pointer]
    case .field(let id, let cell):
      draft.path(of: id).flatMap { draft.field(at: $0) }?[cell] ?? .notSet
    case .columns: draft.columns == .notSet ? .notSet : .text(draft.columns.rawValue)
    default: .notSet
    }
  }

  mutating func set(_ entry: Entry, of item: FormItem) {
    switch item {
    case .parameter(let pointer): draft[pointer] = entry
    case .field(let id, let cell):
      guard let path = draft.path(of: id) else { return }
      draft.update(at: path) { $0[cell] = entry }
      if cell == .type { addItemIfList(at: path) }
    case .columns: draft.columns = Draft.Columns(rawValue: entry.text) ?? .notSet
    default: break
    }
  }

  /// The maximum nesting depth in the editor; files may nest deeper.
  static let deepest = 64

  /// Adds the item of a field that has become a list.
  private mutating func addItemIfList(at path: FieldPath) {
    guard let field = draft.field(at: path), field.isList, field.item.isEmpty,
      path.depth < Self.deepest
    else { return }
    let item = draft.makeField()
    draft.update(at: path) { $0.item = [item] }
  }

  /// Returns the editable text of an item; nil if it is not edited as a line.
  package func editableText(of item: FormItem) -> String? {
    guard let parameter = parameter(of: item), item != .columns else { return nil }
    switch parameter.kind {
    case .text, .secret, .timePattern, .bytes, .seconds: break
    default: return nil
    }
    if case .parameter(let pointer) = item, draft.isFollowing(pointer) {
      return draft.effective(pointer).text
    }
    let entry = entry(of: item)
    // A hidden value is not edited; typing replaces it.
    if let pointer = pointer(of: item), !parameter.isSecret, entry.mayHoldSecret(at: pointer) {
      return ""
    }
    return Self.editable(entry)
  }

  /// Returns a raw string as the text it contains, other raw values as JSON.
  private static func editable(_ entry: Entry) -> String {
    guard case .raw(let literal) = entry,
      let document = try? JSONDocument(parsing: Array(literal.utf8))
    else { return entry.text }
    return document.string(.root) ?? literal
  }

  /// Returns the allowed values of an item, "not set" first if it is optional.
  package func options(of item: FormItem) -> [ChoiceList.Option]? {
    guard let parameter = parameter(of: item) else { return nil }
    let notSet = ChoiceList.Option(value: nil, help: parameter.whenOmitted)
    switch (item, parameter.kind) {
    case (.columns, _):
      return [
        notSet,
        .init(value: "empty", help: "sends [], which means the same"),
        .init(value: "listed", help: "sends the columns that are listed"),
      ]
    case (_, .choice):
      let ownType = pointer(of: item).flatMap { draft.ownType(beside: $0) }
      let values = parameter.choices(ownType: ownType).map {
        ChoiceList.Option(
          value: $0.value, help: $0.help, newer: parameter.addition(ownType: ownType) ?? $0.newer,
          otherNames: $0.otherNames)
      }
      let mayBeLeftOut = !isRequired(item) || parameter.pointer == "/format/type"
      return mayBeLeftOut ? [notSet] + values : values
    case (_, .flag):
      return [notSet, .init(value: "true", help: "yes"), .init(value: "false", help: "no")]
    default: return nil
    }
  }

  /// Returns the item for a pointer, or for its nearest ancestor that has one.
  package func item(for pointer: Pointer) -> FormItem? {
    if draft.unknownMember(at: pointer) != nil { return .unknownMember(pointer) }
    if pointer.isWithin("/schema/fields"), pointer != "/schema/fields" {
      return fieldItem(for: pointer)
    }
    if pointer == "/schema/fields" { return .columns }
    if let exact = SinkDescription.parameter(at: pointer), exact.section != nil,
      draft.applies(exact)
    {
      return .parameter(pointer)
    }
    let inside = SinkDescription.asked.first {
      $0.pointer.isWithin(pointer) && draft.applies($0)
    }
    if let inside { return .parameter(inside.pointer) }
    return pointer.parent.flatMap { $0 == .root ? nil : item(for: $0) }
  }

  private func fieldItem(for pointer: Pointer) -> FormItem? {
    var steps: [FieldPath.Step] = []
    var rest = pointer.tokens.dropFirst(1)
    while let token = rest.first {
      if token == "items", !steps.isEmpty {
        steps.append(.item)
        rest = rest.dropFirst()
      } else if token == "fields", let index = rest.dropFirst().first.flatMap({ Int($0) }) {
        steps.append(.position(index))
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    guard let field = draft.field(at: FieldPath(steps: steps)) else { return .columns }
    return field.ownItem(for: rest.first)
  }
}

extension SchemaField {
  /// Returns the item for the pointer tokens that follow the field's own pointer.
  func item(for tokens: ArraySlice<String>) -> FormItem {
    guard let token = tokens.first else { return ownItem(for: nil) }
    if token == "items", let item = item.first { return item.item(for: tokens.dropFirst()) }
    let rest = tokens.dropFirst()
    if token == "fields", let index = rest.first.flatMap({ Int($0) }),
      children.indices.contains(index)
    {
      return children[index].item(for: rest.dropFirst())
    }
    return ownItem(for: token)
  }

  /// Returns the item for a member of the field.
  fileprivate func ownItem(for member: String?) -> FormItem {
    if let member, unknownMembers.contains(where: { $0.name == member }) {
      return .unknownColumnMember(id, member)
    }
    let cell = member.flatMap { ColumnMember($0) } ?? .type
    return .field(id, raw == nil ? cell : .name)
  }
}
