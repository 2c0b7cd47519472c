import SinkSpec

extension SavedDraft {
  /// The maximum nesting depth: in a draft, each level of columns takes two levels of JSON.
  private static let depthLimit = 2 * JSONDocument.depthLimit + 8

  /// Reads the last state in a draft's file.
  ///
  /// - Parameter text: UTF-8 text, records written by ``DraftWriter/text(of:now:)``.
  /// - Throws: ``SavedDraftProblem`` if the text cannot be read.
  package init(reading text: [UInt8]) throws(SavedDraftProblem) {
    let record = DraftJournal.lastRecord(in: text)
    let summary = try DraftSummary(ofRecord: record, number: 0)
    let end = record.firstIndex(of: UInt8(ascii: "\n")) ?? record.endIndex
    guard
      let document = try? JSONDocument(
        parsing: Array(record[end...]), depthLimit: Self.depthLimit)
    else { throw .damaged("it is truncated or was overwritten") }
    let reader = Reader(document: document)
    guard
      let step = reader.number("step"), step > 0,
      let columns = reader.text("columns").flatMap({ Draft.Columns(rawValue: $0) }),
      let entries = document.value(at: "/entries"), let fields = document.value(at: "/fields"),
      document.kind(entries) == .object, document.kind(fields) == .array
    else { throw .damaged("a required part is missing") }
    var draft = Draft(emptyWithAccount: .notSet)
    for member in document.members(entries) {
      guard let name = document.string(member.name) else { continue }
      draft[Pointer(name)] = try reader.entry(member.value)
    }
    for unknownMember in reader.elements(DraftKey.unknownMembers) {
      let parts = document.elements(unknownMember).compactMap { document.string($0) }
      guard parts.count == 2 else { throw .damaged("an unknown member is malformed") }
      draft.addUnknownMember(UnknownMember(pointer: Pointer(parts[0]), literal: parts[1]))
    }
    var read: [SchemaField] = []
    for field in document.elements(fields) { read.append(try reader.field(field, of: &draft)) }
    draft.fields = FieldList(read)
    draft.restoreColumns(columns)
    var unconfirmed: [UnconfirmedRequest] = []
    for index in reader.elements(DraftKey.unconfirmed) {
      guard let request = UnconfirmedRequest(document, index, draftEndpoint: summary.endpoint)
      else {
        throw .damaged("a request in it is malformed")
      }
      unconfirmed.append(request)
    }
    let since = reader.text(DraftKey.unconfirmedSince).flatMap { Timestamp(rfc3339: $0) }
    if let since {
      unconfirmed.append(UnconfirmedRequest(for: draft, to: summary.endpoint, sentAt: since))
    }
    self.init(
      draft: draft, step: step,
      unconfirmed: unconfirmed,
      redacted: reader.elements(DraftKey.redacted).compactMap {
        document.string($0).map { Pointer($0) }
      },
      endpoint: summary.endpoint)
  }

  /// Reads parts of a draft's document.
  private struct Reader {
    let document: JSONDocument

    /// Returns a member of the draft, under its current name or its name in version 1.
    private func value(_ key: String) -> JSONDocument.Index? {
      let names = [key] + DraftKey.namesOfVersion1.filter { $0.value == key }.map(\.key)
      return names.lazy.compactMap { document.value(at: .root.appending($0)) }.first
    }

    func text(_ key: String) -> String? { value(key).flatMap { document.string($0) } }

    func number(_ key: String) -> Int? { value(key).flatMap { Int(document.literal($0)) } }

    func elements(_ key: String) -> [JSONDocument.Index] {
      value(key).map { Array(document.elements($0)) } ?? []
    }

    func entry(_ index: JSONDocument.Index) throws(SavedDraftProblem) -> Entry {
      if let text = document.string(index) { return .text(text) }
      guard let element = document.elements(index).first(where: { _ in true }),
        let literal = document.string(element)
      else { throw .damaged("a value is malformed") }
      return .raw(literal)
    }

    func field(
      _ index: JSONDocument.Index, of draft: inout Draft
    ) throws(SavedDraftProblem) -> SchemaField {
      guard document.kind(index) == .object else {
        throw .damaged("a column is malformed")
      }
      var field = draft.makeField()
      field.type = .notSet
      for member in document.members(index) {
        let name = document.string(member.name) ?? ""
        switch DraftKey.namesOfVersion1[name] ?? name {
        case "fields":
          var children: [SchemaField] = []
          for child in document.elements(member.value) {
            children.append(try self.field(child, of: &draft))
          }
          field.children = FieldList(children)
        case "items":
          guard document.elements(member.value).count(where: { _ in true }) == 1 else {
            throw .damaged("a list column is malformed")
          }
          for item in document.elements(member.value) {
            field.item = [try self.field(item, of: &draft)]
          }
        case DraftKey.unknownMembers:
          for unknownMember in document.elements(member.value) {
            field.unknownMembers.append(try self.unknownMember(unknownMember))
          }
        case DraftKey.raw: field.raw = document.string(member.value)
        default:
          guard let known = ColumnMember(name) else { throw .newer }
          field[known] = try entry(member.value)
        }
      }
      return field
    }

    private func unknownMember(
      _ index: JSONDocument.Index
    ) throws(SavedDraftProblem) -> SchemaField.UnknownColumnMember {
      let parts = Array(document.elements(index))
      guard parts.count == 3, let name = document.string(parts[0]),
        let literal = document.string(parts[1]), let isOutOfPlace = document.bool(parts[2])
      else { throw .damaged("an unknown member of a column is malformed") }
      return .init(name: name, literal: literal, isOutOfPlace: isOutOfPlace)
    }
  }
}
