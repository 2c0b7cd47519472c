import SinkSpec

/// A stream of an account; its strings are untrusted.
package struct StreamRecord: Hashable, Sendable {
  package let id: String
  package let name: String
  /// The schema as JSON text that ``SinkSpec`` or a schema import can read; `nil` if the stream has
  /// none.
  package let schema: [UInt8]?
  /// The number of columns of the schema.
  package let columnCount: Int

  package init(id: String, name: String, schema: [UInt8]? = nil, columnCount: Int = 0) {
    self.id = id
    self.name = name
    self.schema = schema
    self.columnCount = columnCount
  }

  /// Parses a stream; `nil` if it has no ID or name.
  init?(_ members: ResponseMembers) {
    guard let id = members.text("id"), !id.isEmpty, let name = members.text("name") else {
      return nil
    }
    let schema = members.object("schema")
    let fields = schema?.array("fields") ?? []
    self.init(
      id: id, name: name,
      schema: fields.isEmpty
        ? nil : schema.map { Array($0.document.literal($0.index).utf8) },
      columnCount: fields.count)
  }
}
