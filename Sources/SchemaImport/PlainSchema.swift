import SinkSpec

/// Imports a list of fields in the format of this API, wrangler's schema files and the engine.
struct PlainSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()
  /// Diagnostics about fields that were skipped.
  private(set) var diagnostics: [Diagnostic] = []

  private static let known = Set(SchemaFieldDescription.members.map(\.name))

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [SchemaField] {
    columns(of: list, depth: 1)
  }

  private mutating func columns(of list: JSONDocument.Index, depth: Int) -> [SchemaField] {
    var columns: [SchemaField] = []
    for (position, element) in document.elements(list).enumerated() {
      if document.kind(element) == .object {
        columns.append(column(element, depth: depth))
      } else {
        diagnostics.append(
          Diagnostic(
            .warning,
            "field \(position + 1) of a list is \(document.kind(element).noun); ignored"))
      }
    }
    return columns
  }

  private mutating func column(_ index: JSONDocument.Index, depth: Int) -> SchemaField {
    notes.ignore(membersOf: index, in: document, except: Self.known)
    var unread: [String] = []
    func entry(_ member: ColumnMember) -> Entry {
      guard let value = document.member(member.key, of: index), document.kind(value) != .null
      else { return .notSet }
      let entry = Entry(reading: value, in: document, as: member.parameter)
      guard case .raw = entry else { return entry }
      unread.append("\(member.key) is \(document.kind(value).noun); ignored")
      return .notSet
    }
    let type = type(entry(.type).setText, of: index, depth: depth)
    var column = type.column
    // Skip the SQL name, which the service computes.
    for member in ColumnMember.all
    where member != .type && member.key != SchemaFieldDescription.sqlName.name {
      column[member] = entry(member)
    }
    if let unit = TypeAliases.units[column.unit.text] { column.unit = .text(unit) }
    column.diagnostics = (type.warnings + unread).map {
      Diagnostic(.warning, $0)
    }
    return column
  }

  private mutating func type(
    _ name: String?, of index: JSONDocument.Index, depth: Int
  ) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    var type = simple(name ?? "")
    // Ignore members that belong to another type, and note them.
    for member in ["fields", "items"] where document.member(member, of: index) != nil {
      if (member == "fields") != type.column.isStruct && (member == "items") != type.column.isList {
        notes.ignore("\(member) of \(type.column.type.text)")
      }
    }
    if type.column.isStruct, let list = document.member("fields", of: index) {
      return .object(columns(of: list, depth: depth + 1))
    }
    if type.column.isList, let item = document.member("items", of: index) {
      if document.kind(item) == .object { return .list(of: column(item, depth: depth + 1)) }
      type.warnings = ["items is \(document.kind(item).noun); ignored"]
    }
    return type
  }

  private mutating func simple(_ name: String) -> ImportedType {
    guard !name.isEmpty else { return ImportedType(nil) }
    guard case .unknown = ColumnType(name) else { return ImportedType(ColumnType(name)) }
    let lowercased = name.lowercased()
    var same = ColumnType(lowercased)
    if case .unknown = same { same = TypeAliases.same[lowercased] ?? same }
    if case .unknown = same {
      // Keep unknown types, so that validation reports them.
      return TypeAliases.nearest(to: lowercased) ?? ImportedType(ColumnType(name))
    }
    notes.rename(name, to: same.name)
    return ImportedType(same)
  }
}
