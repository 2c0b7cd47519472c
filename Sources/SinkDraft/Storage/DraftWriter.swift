package import SinkSpec

/// Serializes drafts as records of two lines: a summary, and the whole draft as JSON.
///
/// It caches the text of unchanged chunks of columns, so saving again is cheap.
package struct DraftWriter: Sendable {
  private struct Known {
    let chunk: FieldList.Chunk
    let text: String
  }

  private var known: [ObjectIdentifier: Known] = [:]
  /// The cache for the next draft.
  private var next: [ObjectIdentifier: Known] = [:]

  package init() {}

  /// Returns the text of a draft, without secrets.
  ///
  /// - Parameters:
  ///   - savedDraft: The draft.
  ///   - now: The time of saving.
  /// - Returns: Two lines of UTF-8.
  package mutating func text(of savedDraft: SavedDraft, now: Timestamp) -> [UInt8] {
    let draft = savedDraft.draft
    var redacted: [Pointer] = savedDraft.redacted
    var entries: [String] = []
    for (pointer, entry) in draft.entries.sorted(by: { $0.key.text < $1.key.text }) {
      if Self.isSecret(entry, at: pointer) {
        if !redacted.contains(pointer) { redacted.append(pointer) }
      } else {
        entries.append("\(JSONText.string(pointer.text)):\(Self.text(of: entry))")
      }
    }
    let unknownMembers = draft.unknownMembers.filter {
      SinkDescription.reference(forSecretAt: $0.pointer, $0.literal) == nil
    }
    let hidden = draft.unknownMembers.filter { !unknownMembers.contains($0) }.map(\.pointer)
    var members = [
      #""step":\#(savedDraft.step)"#,
      #""entries":{\#(entries.joined(separator: ","))}"#,
      #""\#(DraftKey.unknownMembers)":[\#(unknownMembers.map(Self.text).joined(separator: ","))]"#,
      #""\#(DraftKey.redacted)":[\#((redacted + hidden).map { JSONText.string($0.text) }.joined(separator: ","))]"#,
    ]
    if !savedDraft.unconfirmed.isEmpty {
      let requests = savedDraft.unconfirmed.map(\.draftText).joined(separator: ",")
      members.append(#""\#(DraftKey.unconfirmed)":[\#(requests)]"#)
    }
    members.append(#""columns":"\#(draft.columns.rawValue)""#)
    let summary = DraftSummary(of: savedDraft, savedAt: now)
    var text = "\(summary.line)\n{\(members.joined(separator: ",")),\"fields\":["
    append(draft.fields, to: &text)
    text += "]}\n"
    known = next
    next = [:]
    return Array(text.utf8)
  }

  private mutating func append(_ list: FieldList, to text: inout String) {
    for (index, chunk) in list.chunks.enumerated() {
      let id = ObjectIdentifier(chunk)
      // Retain the chunk so that its object identifier stays unique.
      let known = known[id] ?? Known(chunk: chunk, text: self.text(of: chunk.fields))
      next[id] = known
      if index > 0 { text += "," }
      text += known.text
    }
  }

  /// Returns whether an entry is or may contain a secret: any text in a secret's place except a
  /// reference.
  private static func isSecret(_ entry: Entry, at pointer: Pointer) -> Bool {
    guard SinkDescription.parameter(at: pointer)?.isSecret == true else {
      if case .raw = entry { return entry.mayHoldSecret(at: pointer) }
      return false
    }
    guard case .text(let text) = entry else { return true }
    return !text.isEmpty && SecretReference(text) == nil
  }

  private static func text(of entry: Entry) -> String {
    switch entry {
    case .notSet: "null"
    case .text(let text): JSONText.string(text)
    case .raw(let literal): "[\(JSONText.string(literal))]"
    }
  }

  private static func text(of unknownMember: UnknownMember) -> String {
    "[\(JSONText.string(unknownMember.pointer.text)),\(JSONText.string(unknownMember.literal))]"
  }

  // MARK: Columns

  private mutating func text(of fields: [SchemaField]) -> String {
    var text = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      append(field, to: &text)
    }
    return text
  }

  /// Appends a column, piece by piece: there may be 100,000 of them.
  private mutating func append(_ field: SchemaField, to text: inout String) {
    text += "{"
    for member in ColumnMember.all where field[member].isSet {
      Self.appendKey(member.key, to: &text)
      text += Self.text(of: field[member])
    }
    if !field.children.isEmpty {
      Self.appendKey("fields", to: &text)
      text += "["
      append(field.children, to: &text)
      text += "]"
    }
    if !field.item.isEmpty {
      Self.appendKey("items", to: &text)
      text += "["
      append(field.item, to: &text)
      text += "]"
    }
    let shown = field.unknownMembers.filter { !$0.isHidden }
    if !shown.isEmpty {
      let unknownMembers = shown.map {
        "[\(JSONText.string($0.name)),\(JSONText.string($0.literal)),\($0.isOutOfPlace)]"
      }
      Self.appendKey(DraftKey.unknownMembers, to: &text)
      text += "[\(unknownMembers.joined(separator: ","))]"
    }
    if let raw = field.raw {
      Self.appendKey(DraftKey.raw, to: &text)
      text += JSONText.string(raw)
    }
    text += "}"
  }

  /// Appends the key of a member, after a comma unless it is the first of its object.
  private static func appendKey(_ key: String, to text: inout String) {
    text += text.utf8.last == UInt8(ascii: "{") ? "\"" : ",\""
    text += key
    text += "\":"
  }
}
