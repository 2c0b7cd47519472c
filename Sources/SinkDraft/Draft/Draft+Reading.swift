package import SinkSpec

extension Draft {
  /// Creates a draft with everything in a document; values that fit no field become unknown
  /// members.
  ///
  /// - Parameters:
  ///   - document: A payload, valid or not. A document that is not an object creates an empty
  ///     draft.
  ///   - account: The account in the URL, if known.
  package init(reading document: JSONDocument, account: Entry) {
    self.init(emptyWithAccount: account)
    guard document.kind(.root) == .object else { return }
    read(document, .root, into: SinkDescription.request)
    if !self["/account_id"].isSet, case .text(let owner) = self["/config/account_id"] {
      self["/account_id"] = .text(owner)
    }
  }

  /// Moves the value of an unknown member to a known one, unless the known one is already set.
  ///
  /// - Parameters:
  ///   - pointer: The pointer of the unknown member.
  ///   - name: The name of a known member of the same object.
  package mutating func renameUnknownMember(at pointer: Pointer, to name: String) {
    guard let known = pointer.parent.map({ $0.appending(name) }),
      let parameter = SinkDescription.parameter(at: known), canRename(to: parameter),
      let literal = unknownMember(at: pointer)?.literal,
      let document = try? JSONDocument(parsing: Array(literal.utf8))
    else { return }
    removeUnknownMember(at: pointer)
    read(document, .root, as: parameter)
  }

  /// Returns whether a parameter and its members are unset, so that an unknown member can be
  /// renamed to it.
  package func canRename(to parameter: Parameter) -> Bool {
    let isListed = parameter.pointer.isWithin("/schema") && columns != .notSet
    return !isListed && !unknownMembers.contains { $0.pointer.isWithin(parameter.pointer) }
      && !entries.keys.contains { $0.isWithin(parameter.pointer) }
  }

  private mutating func read(
    _ document: JSONDocument, _ index: JSONDocument.Index, into object: Parameter
  ) {
    for (name, value) in document.lastMembers(index)
    where !SinkDescription.isAnnotation(name, of: object.pointer) {
      if let known = object.members.first(where: { $0.name == name }) {
        read(document, value, as: known)
      } else if object.pointer == .root, name == SinkDescription.account.name {
        // The account belongs in the URL; as an unknown member it would block the account field.
        if !self["/account_id"].isSet, let account = document.string(value) {
          self["/account_id"] = .text(account)
        }
      } else {
        addUnknownMember(
          UnknownMember(pointer: object.pointer.appending(name), literal: document.literal(value)))
      }
    }
  }

  private mutating func read(
    _ document: JSONDocument, _ value: JSONDocument.Index, as parameter: Parameter
  ) {
    let isEmpty = document.members(value).first { _ in true } == nil
    switch parameter.kind {
    case .object where document.kind(value) == .object && (!isEmpty || parameter.isRequired):
      read(document, value, into: parameter)
    case .fieldList where document.kind(value) == .array:
      fields = FieldList(document.elements(value).map { readField(document, $0) })
      columns = fields.isEmpty ? .empty : .listed
    case .object where document.kind(value) == .object:
      addUnknownMember(
        UnknownMember(pointer: parameter.pointer, literal: UnknownMember.emptyObject))
    case .object, .fieldList, .field:
      addUnknownMember(UnknownMember(pointer: parameter.pointer, literal: document.literal(value)))
    default:
      self[parameter.pointer] = Entry(reading: value, in: document, as: parameter)
    }
  }

  private mutating func readField(
    _ document: JSONDocument, _ index: JSONDocument.Index
  ) -> SchemaField {
    var field = makeField()
    guard document.kind(index) == .object else {
      field.raw = document.literal(index)
      return field
    }
    field.type = .notSet
    let members = document.lastMembers(index)
    for (name, value) in members {
      let known = SchemaFieldDescription.members.first { $0.name == name }
      switch known?.kind {
      case .fieldList where document.kind(value) == .array:
        field.children = FieldList(document.elements(value).map { readField(document, $0) })
      case .field where document.kind(value) == .object:
        field.item = [readField(document, value)]
      case .fieldList, .field, .object, nil:
        field.unknownMembers.append(.init(name: name, literal: document.literal(value)))
      default:
        guard let member = ColumnMember(name) else { continue }
        field[member] = Entry(reading: value, in: document, as: member.parameter)
      }
    }
    field.keepOnlyWhatShows(of: members, in: document)
    return field
  }
}

extension SchemaField {
  /// Turns members that do not apply to the field's type into unknown members, so that they stay
  /// visible until they apply.
  fileprivate mutating func keepOnlyWhatShows(
    of members: [(name: String, value: JSONDocument.Index)], in document: JSONDocument
  ) {
    for parameter in SchemaFieldDescription.members where !applies(parameter) {
      guard let value = members.first(where: { $0.name == parameter.name })?.value,
        !unknownMembers.contains(where: { $0.name == parameter.name })
      else { continue }
      unknownMembers.append(
        .init(name: parameter.name, literal: document.literal(value), isOutOfPlace: true))
    }
  }
}
