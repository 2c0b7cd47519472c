import SinkSpec

/// Reads a list of fields as this API, wrangler's schema files and the engine have them.
struct PlainSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()
  /// What concerns fields that become no columns.
  private(set) var remarks: [Remark] = []

  private static let known = Set(SchemaFieldDescription.members.map(\.name))

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [ProposedColumn] {
    columns(of: list, depth: 1)
  }

  private mutating func columns(of list: JSONDocument.Index, depth: Int) -> [ProposedColumn] {
    var columns: [ProposedColumn] = []
    for (position, element) in document.elements(list).enumerated() {
      if document.kind(element) == .object {
        columns.append(column(element, depth: depth))
      } else {
        remarks.append(
          Remark(
            .warning,
            "field \(position + 1) of a list is \(document.kind(element).noun), and left out"))
      }
    }
    return columns
  }

  private mutating func column(_ index: JSONDocument.Index, depth: Int) -> ProposedColumn {
    notes.leaveOut(membersOf: index, in: document, except: Self.known)
    var unread: [String] = []
    func value<Value>(_ name: String, _ read: (JSONDocument.Index) -> Value?) -> Value? {
      guard let member = document.member(name, of: index), document.kind(member) != .null
      else { return nil }
      if let value = read(member) { return value }
      unread.append("\(name) is \(document.kind(member).noun), and left out")
      return nil
    }
    let name = value("name", document.string)
    let unit = value("unit", document.string)
    var type = type(value("type", document.string) ?? "", of: index, depth: depth)
    if let unit { type.unit = TypeAliases.units[unit] ?? unit }
    var column = type.column(name: name, required: value("required", document.bool))
    column.metadataKey = value("metadata_key", document.string)
    column.sqlName = value("sql_name", document.string)
    column.remarks += unread.map { Remark(.warning, $0) }
    return column
  }

  private mutating func type(
    _ name: String, of index: JSONDocument.Index, depth: Int
  ) -> ColumnType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    var type = simple(name)
    // Members that belong to another type are told, not taken over.
    for member in ["fields", "items"] where document.member(member, of: index) != nil {
      if (member == "fields") != (type.type == "struct")
        && (member == "items") != (type.type == "list")
      {
        notes.leaveOut("\(member) of \(type.type)")
      }
    }
    if type.type == "struct", let list = document.member("fields", of: index) {
      type.fields = columns(of: list, depth: depth + 1)
    }
    if type.type == "list", let item = document.member("items", of: index) {
      if document.kind(item) == .object {
        type.item = [column(item, depth: depth + 1)]
      } else {
        type.warning = "items is \(document.kind(item).noun), and left out"
      }
    }
    return type
  }

  private mutating func simple(_ name: String) -> ColumnType {
    if TypeAliases.own.contains(name) { return ColumnType(name) }
    let lowercased = name.lowercased()
    let same =
      TypeAliases.own.contains(lowercased) ? lowercased : TypeAliases.same[lowercased]
    if let same {
      notes.rename(name, to: same)
      return ColumnType(same)
    }
    // What nobody knows stays, to be seen and judged.
    return TypeAliases.nearest(to: lowercased) ?? ColumnType(name)
  }
}
