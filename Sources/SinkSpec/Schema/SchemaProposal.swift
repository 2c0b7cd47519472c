/// Columns that a schema file or sample events propose.
package struct SchemaProposal: Hashable, Sendable {
  /// What they come from, such as `an Iceberg schema` or `1,000 events`.
  package let source: String
  package var columns: [ProposedColumn]
  /// What concerns no single column.
  package var remarks: [Remark]

  package init(source: String, columns: [ProposedColumn], remarks: [Remark] = []) {
    self.source = source
    self.columns = columns
    self.remarks = remarks
  }
}
