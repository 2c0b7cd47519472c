/// A field of the schema, as typed, imported from a file, or inferred from sample events.
///
/// The description defines its scalar members, so a new member needs no code here.
package struct SchemaField: Hashable, Sendable {
  /// An identity that is unique in a draft and survives moving and renaming; 0 outside a draft.
  package internal(set) var id: Int
  private var entries = ColumnEntries()
  /// The fields of a struct; kept when the type changes.
  package var children: FieldList = []
  /// The item of a list, as a list of at most one field; kept when the type changes.
  package var item: FieldList = []
  /// Members from a file that the description does not define.
  package var unknownMembers: [UnknownColumnMember] = []
  /// The JSON text of an element that is not an object.
  package var raw: String?
  /// The proposal that the field came from; nil if it was typed or came with a payload.
  var origin: ColumnOrigin?

  package init(id: Int) {
    self.id = id
    entries[.type] = .text(ColumnType.string.name)
  }

  /// Creates a proposed field.
  ///
  /// - Parameters:
  ///   - name: The name; nil for the item of a list.
  ///   - type: The type; nil if it is undecided.
  ///   - required: Whether every event must have it; nil omits the member.
  package init(name: String?, type: ColumnType?, required: Bool? = nil) {
    id = 0
    entries[.name] = Entry(name)
    entries[.type] = Entry(type?.name)
    entries[.required] = Entry(required.map { $0 ? "true" : "false" })
  }

  /// A member of a field from a file that the form cannot edit.
  package struct UnknownColumnMember: Hashable, Sendable {
    package let name: String
    package let literal: String
    /// Whether the member is known but does not apply to the field's type; its value is then also
    /// kept as an entry.
    package let isOutOfPlace: Bool

    /// The literal as a value of the request, hidden if it may be a secret.
    package var content: RequestNode.Content {
      guard literal.utf8.first == UInt8(ascii: "\""), SecretNames.contains(name),
        let reference = SinkDescription.reference(forSecretAt: Pointer("/\(name)"), literal)
      else { return .literal(literal) }
      return .hidden(literal: literal, defaultReference: reference)
    }

    /// Whether the literal may be a secret.
    package var isHidden: Bool { if case .hidden = content { true } else { false } }

    package init(name: String, literal: String, isOutOfPlace: Bool = false) {
      self.name = name
      self.literal = literal
      self.isOutOfPlace = isOutOfPlace
    }
  }

  // MARK: Members

  /// The entry of a scalar member.
  package subscript(member: ColumnMember) -> Entry {
    get { entries[member] }
    set {
      entries[member] = newValue
      if member == .type { removeUnknownMembersInPlace() }
    }
  }

  /// Removes unknown members that the current type supports.
  private mutating func removeUnknownMembersInPlace() {
    guard unknownMembers.contains(where: \.isOutOfPlace) else { return }
    let members = Set(SchemaFieldDescription.members.filter { applies($0) }.map(\.name))
    unknownMembers.removeAll { $0.isOutOfPlace && members.contains($0.name) }
  }

  package var name: Entry {
    get { self[.name] }
    set { self[.name] = newValue }
  }
  package var type: Entry {
    get { self[.type] }
    set { self[.type] = newValue }
  }
  package var required: Entry {
    get { self[.required] }
    set { self[.required] = newValue }
  }
  package var unit: Entry {
    get { self[.unit] }
    set { self[.unit] = newValue }
  }

  /// The type; nil if not set.
  package var columnType: ColumnType? { type.setText.map { ColumnType($0) } }

  package func isOf(_ type: ColumnType) -> Bool { self.type == .text(type.name) }
  package var isStruct: Bool { isOf(.struct) }
  package var isList: Bool { isOf(.list) }
  /// Whether every event must have the field.
  package var isRequired: Bool { required == .text("true") }

  /// Returns whether a member applies to the field's type.
  package func applies(_ parameter: Parameter) -> Bool {
    if case .ownTypes(let types) = parameter.applies {
      types.contains { type == .text($0) }
    } else {
      true
    }
  }

  /// The children, if the type is a struct.
  package var presentChildren: FieldList { isStruct ? children : [] }
  /// The item, if the type has items.
  package var presentItem: SchemaField? { isList ? item.first : nil }

  /// Whether the field is unchanged since it was added.
  package var isUntouched: Bool { self == SchemaField(id: id) }

  // MARK: Rows

  /// Whether the cells of the field's row show all of its members.
  package var fitsRow: Bool { entries.fitsRow && unknownMembers.isEmpty && raw == nil }

  /// Returns the members that are set and have no cell in its row.
  package func setDetails(isItem: Bool) -> [ColumnMember] {
    let members = isItem ? ColumnMember.itemDetails : ColumnMember.details
    return members.filter { self[$0].isSet && applies($0.parameter) }
  }

  /// Returns the number of rows of the field and its children in the fully expanded outline.
  package func rowCount(isItem: Bool) -> Int {
    let details =
      raw != nil || fitsRow && !isItem
      ? 0 : setDetails(isItem: isItem).count + unknownMembers.count
    if isStruct { return 1 + details + children.rowCount }
    return 1 + details + (isList ? item.first?.rowCount(isItem: true) ?? 0 : 0)
  }

  /// The lowest and highest identity of the field and its descendants, hidden ones included.
  package var idsInside: ClosedRange<Int> {
    var (low, high) = (id, id)
    for chunk in children.chunks + item.chunks {
      low = min(low, chunk.ids.lowerBound)
      high = max(high, chunk.ids.upperBound)
    }
    return low...high
  }

  /// Returns a copy with new identities for the field and its children.
  ///
  /// - Parameters:
  ///   - keepsOrigin: Whether the copy keeps the proposal that the field came from.
  ///   - nextID: Returns an identity that no other field has.
  /// - Returns: The copy, equal except for the identities.
  package func renumbered(keepsOrigin: Bool, _ nextID: () -> Int) -> SchemaField {
    var copy = self
    copy.id = nextID()
    if !keepsOrigin { copy.origin = nil }
    // Most fields have neither, and new lists would cost more than the copy.
    if !children.isEmpty {
      copy.children = FieldList(children.map { $0.renumbered(keepsOrigin: keepsOrigin, nextID) })
    }
    if !item.isEmpty {
      copy.item = FieldList(item.map { $0.renumbered(keepsOrigin: keepsOrigin, nextID) })
    }
    return copy
  }
}
