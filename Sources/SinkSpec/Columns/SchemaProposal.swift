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

  /// Every column's diagnostics with their pointers, in column order.
  package var located: [(pointer: Pointer, diagnostic: Diagnostic)] {
    columns.enumerated().flatMap { $1.located(at: Pointer("/schema/fields").appending($0)) }
  }
}

extension SchemaField {
  fileprivate func located(at pointer: Pointer) -> [(pointer: Pointer, diagnostic: Diagnostic)] {
    diagnostics.map { (pointer, $0) }
      + presentChildren.enumerated().flatMap {
        $1.located(at: pointer.appending("fields").appending($0))
      }
      + (presentItem?.located(at: pointer.appending("items")) ?? [])
  }
}
