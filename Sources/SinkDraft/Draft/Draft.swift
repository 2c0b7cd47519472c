package import SinkSpec

/// The operator's input so far, valid or not.
package struct Draft: Hashable, Sendable {
  /// The value that is sent for the columns of the schema.
  package enum Columns: String, CaseIterable, Sendable {
    case notSet, empty, listed
  }

  private(set) var entries: [Pointer: Entry] = [:]
  package var columns = Columns.notSet {
    didSet { if columns != .notSet { removeEmptyObjects(around: "/schema/fields") } }
  }
  package var fields: FieldList = []
  package private(set) var unknownMembers: [UnknownMember] = []
  /// The next identity to assign; not part of the operator's input.
  package private(set) var nextFieldID = 1

  /// Creates a draft with only the required choices made.
  ///
  /// - Parameter account: The account in the URL, if known.
  package init(account: String? = nil) {
    entries["/type"] = .text(SinkType.r2)
    entries["/format/type"] = .text("parquet")
    if let account, !account.isEmpty { entries["/account_id"] = .text(account) }
  }

  /// Creates an empty draft, to be filled from a document.
  init(emptyWithAccount account: Entry) {
    entries["/account_id"] = account == .notSet ? nil : account
  }

  package subscript(pointer: Pointer) -> Entry {
    get { entries[pointer] ?? .notSet }
    set {
      entries[pointer] = newValue == .notSet ? nil : newValue
      removeEmptyObjects(around: pointer)
    }
  }

  /// Removes empty objects that came from a file once they have a member.
  private mutating func removeEmptyObjects(around pointer: Pointer) {
    unknownMembers.removeAll {
      pointer.isWithin($0.pointer) && $0.literal == UnknownMember.emptyObject
    }
  }

  /// Returns the entry that is sent: the bucket's account defaults to the account in the URL.
  ///
  /// A value that requires another `type` of its object is kept, and is sent once that type is
  /// chosen.
  package func effective(_ pointer: Pointer) -> Entry {
    SinkDescription.parameter(at: pointer).map { effective($0) } ?? self[pointer]
  }

  /// Returns the entry that is sent for a parameter.
  func effective(_ parameter: Parameter) -> Entry {
    let entry = self[parameter.pointer]
    if entry == .notSet {
      return parameter.pointer == "/config/account_id" ? self["/account_id"] : entry
    }
    return isKeptAside(entry, parameter) ? .notSet : entry
  }

  /// Returns whether the chosen `type` of a parameter's object rules out a value.
  private func isKeptAside(_ entry: Entry, _ parameter: Parameter) -> Bool {
    guard !parameter.choices.isEmpty, case .text(let value) = entry,
      let choice = parameter.choices.first(where: { $0.value == value }),
      !choice.ownTypes.isEmpty
    else { return false }
    return !choice.isAllowed(ownType: ownType(beside: parameter.pointer))
  }

  /// Returns the `type` chosen in a parameter's object; nil if it is not set or unknown.
  package func ownType(beside pointer: Pointer) -> String? {
    guard let typePointer = pointer.parent?.appending("type"), typePointer != "/type",
      case .text(let type) = self[typePointer],
      SinkDescription.parameter(at: typePointer)?.choices.contains(where: { $0.value == type })
        == true
    else { return nil }
    return type
  }

  /// Returns whether the entry defaults to another parameter's entry.
  package func isFollowing(_ pointer: Pointer) -> Bool {
    pointer == "/config/account_id" && !self[pointer].isSet && self["/account_id"].isSet
  }

  /// Returns whether a parameter is part of the request under the chosen types.
  ///
  /// While the chosen type is unknown, every parameter with a value is part of it.
  package func applies(_ parameter: Parameter) -> Bool {
    let wanted: [String]
    switch parameter.applies {
    case .always: return true
    case .sinkTypes(let types), .ownTypes(let types): wanted = types
    }
    if let typePointer = parameter.typePointer, case .text(let chosen) = self[typePointer] {
      if wanted.contains(chosen) { return true }
      let types = SinkDescription.parameter(at: typePointer)?.choices ?? []
      if types.contains(where: { $0.value == chosen }) { return false }
    }
    return entries.keys.contains { $0.isWithin(parameter.pointer) }
      || unknownMembers.contains { $0.pointer.isWithin(parameter.pointer) }
  }

  package mutating func addUnknownMember(_ unknownMember: UnknownMember) {
    unknownMembers.append(unknownMember)
  }

  /// Restores the choice of columns from a saved draft, together with empty objects from a file.
  mutating func restoreColumns(_ columns: Columns) {
    let before = unknownMembers
    self.columns = columns
    unknownMembers = before
  }

  package mutating func removeUnknownMember(at pointer: Pointer) {
    unknownMembers.removeAll { $0.pointer == pointer }
  }

  package func unknownMember(at pointer: Pointer) -> UnknownMember? {
    unknownMembers.first { $0.pointer == pointer }
  }

  /// Returns a new field with an identity that no other field of this draft has.
  package mutating func makeField() -> SchemaField {
    SchemaField(id: makeID())
  }

  /// Returns an identity that no other field of this draft has.
  mutating func makeID() -> Int {
    defer { nextFieldID += 1 }
    return nextFieldID
  }

  /// Releases the identity of the newest field after it was removed.
  package mutating func unmakeField(_ id: Int) {
    if nextFieldID == id + 1 { nextFieldID = id }
  }

  /// Returns whether this draft differs from another only in secrets.
  package func hasOnlySecrets(beyond other: Draft) -> Bool {
    differences(from: other).allSatisfy { SinkDescription.parameter(at: $0)?.isSecret == true }
  }

  /// Returns the parameters whose entries differ, and `/schema/fields` if the columns differ.
  package func differences(from other: Draft) -> [Pointer] {
    var differences = entries.filter { other.entries[$0.key] != $0.value }.map(\.key)
    differences += other.entries.keys.filter { entries[$0] == nil }
    if columns != other.columns || fields != other.fields { differences.append("/schema/fields") }
    return differences
  }
}

extension Draft {
  /// Returns whether two drafts have the same input, regardless of its history.
  package static func == (one: Draft, other: Draft) -> Bool {
    one.entries == other.entries && one.columns == other.columns
      && one.unknownMembers == other.unknownMembers
      && one.fields == other.fields
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
    hasher.combine(columns)
    hasher.combine(unknownMembers)
    hasher.combine(fields)
  }
}
