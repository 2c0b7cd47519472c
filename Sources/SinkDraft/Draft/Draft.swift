package import SinkSpec

/// Everything the operator has given so far, also when it is wrong.
package struct Draft: Hashable, Sendable {
  /// What is sent for the columns of the schema.
  package enum Columns: String, CaseIterable, Sendable {
    case notSet, empty, listed
  }

  private(set) var entries: [Pointer: Entry] = [:]
  package var columns = Columns.notSet {
    didSet { if columns != .notSet { removeEmptyObjects(around: "/schema/fields") } }
  }
  package var fields: FieldList = []
  package private(set) var unknownMembers: [UnknownMember] = []
  /// Given out next; no part of what the operator has given.
  package private(set) var nextFieldID = 1

  /// A draft in which only what a request must name is chosen.
  ///
  /// - Parameter account: the account of the URL, when it is known.
  package init(account: String? = nil) {
    entries["/type"] = .text(SinkType.r2)
    entries["/format/type"] = .text("parquet")
    if let account, !account.isEmpty { entries["/account_id"] = .text(account) }
  }

  /// A draft in which nothing is chosen, to be filled from a document.
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

  /// An empty object that a file had is no longer empty when something is put into it.
  private mutating func removeEmptyObjects(around pointer: Pointer) {
    unknownMembers.removeAll {
      pointer.isWithin($0.pointer) && $0.literal == UnknownMember.emptyObject
    }
  }

  /// The entry as the request has it: the bucket's account follows the account of the URL.
  package func effective(_ pointer: Pointer) -> Entry {
    let entry = self[pointer]
    return entry == .notSet && pointer == "/config/account_id" ? self["/account_id"] : entry
  }

  /// Whether the entry is taken from another parameter.
  package func isFollowing(_ pointer: Pointer) -> Bool {
    pointer == "/config/account_id" && !self[pointer].isSet && self["/account_id"].isSet
  }

  /// Whether a parameter is part of the request under the types chosen so far.
  ///
  /// While no type that the reference knows is chosen, what has been given is part of it.
  package func applies(_ parameter: Parameter) -> Bool {
    let typePointer: Pointer
    let wanted: String
    switch parameter.applies {
    case .always: return true
    case .sinkType(let type): (typePointer, wanted) = ("/type", type)
    case .ownType(let type):
      guard let object = parameter.pointer.parent else { return false }
      (typePointer, wanted) = (object.appending("type"), type)
    }
    let chosen = self[typePointer]
    let types = SinkDescription.parameter(at: typePointer)?.choices ?? []
    guard types.contains(where: { chosen == .text($0.value) }) else {
      return entries.keys.contains { $0.isWithin(parameter.pointer) }
        || unknownMembers.contains { $0.pointer.isWithin(parameter.pointer) }
    }
    return chosen == .text(wanted)
  }

  package mutating func addUnknownMember(_ unknownMember: UnknownMember) {
    unknownMembers.append(unknownMember)
  }

  /// Puts back what is sent for the columns; an empty object that a file had stays beside it.
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

  /// A new field, with an identity no other field of this draft has.
  package mutating func makeField() -> SchemaField {
    SchemaField(id: makeID())
  }

  /// An identity that no other field of this draft has.
  mutating func makeID() -> Int {
    defer { nextFieldID += 1 }
    return nextFieldID
  }

  /// Gives back the identity of the field that was made last, which is in this draft no more.
  package mutating func unmakeField(_ id: Int) {
    if nextFieldID == id + 1 { nextFieldID = id }
  }

  /// Whether all that this draft has and another has not are secrets.
  package func hasOnlySecrets(beyond other: Draft) -> Bool {
    differences(from: other).allSatisfy { SinkDescription.parameter(at: $0)?.isSecret == true }
  }

  /// The parameters whose entries differ between two drafts, and `/schema` when the columns do.
  package func differences(from other: Draft) -> [Pointer] {
    let keys = Set(entries.keys).union(other.entries.keys)
    var differences = keys.filter { entries[$0] != other.entries[$0] }
    if columns != other.columns || fields != other.fields { differences.insert("/schema/fields") }
    return Array(differences)
  }
}

extension Draft {
  /// Whether two drafts have the same given, whatever was added and taken away on the way.
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
