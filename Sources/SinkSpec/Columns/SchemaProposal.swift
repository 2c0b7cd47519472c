/// Columns imported from a schema file or inferred from sample events, before acceptance.
package struct SchemaProposal: Hashable, Sendable {
  /// The source of the columns, such as `an Iceberg schema` or `1,000 events`.
  package let source: String
  package var columns: FieldList
  /// Diagnostics about the proposal as a whole.
  package var diagnostics: [Diagnostic]

  package init(source: String, columns: some Sequence<SchemaField>, diagnostics: [Diagnostic] = [])
  {
    self.source = source
    self.columns = FieldList(columns)
    self.diagnostics = diagnostics
  }

  /// The columns as a request's `schema` object.
  package var request: RequestNode {
    let list: Pointer = "/schema/fields"
    let fields = columns.enumerated().map { $1.node(at: list.appending($0), name: nil) }
    let member = RequestNode(name: "fields", pointer: list, content: .array(fields))
    return RequestNode(name: nil, pointer: "/schema", content: .object([member]))
  }

  /// The columns at any depth in order, each with its name.
  package var namedColumns: [(name: String, column: SchemaField)] {
    columns.flatMap { $0.named(under: nil) }
  }
}

extension SchemaField {
  /// The column and its descendants, each with its name, such as `user.plan` or `tags[]`.
  fileprivate func named(under parent: String?) -> [(name: String, column: SchemaField)] {
    let own = name.setText.map(Self.pathName) ?? "(no name)"
    let path = parent.map { "\($0).\(own)" } ?? own
    return withInside(path)
  }

  private func withInside(_ path: String) -> [(name: String, column: SchemaField)] {
    [(path, self)] + presentChildren.flatMap { $0.named(under: path) }
      + (presentItem?.withInside("\(path)[]") ?? [])
  }

  /// Returns a name for use in a path, quoted if it could itself be mistaken for a path.
  private static func pathName(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !".[]\"\\".unicodeScalars.contains($0) && $0.properties.generalCategory != .control
          && !$0.properties.isWhitespace
      }
    return isPlain ? name : JSONText.string(name)
  }
}
