/// A column that a schema file or sample events propose, before the operator has looked at it.
package struct ProposedColumn: Hashable, Sendable {
  /// Nil for what a list's items are, when they have no name.
  package var name: String?
  /// One of the types of the reference, such as `int64`; anything else is judged as it is.
  package var type: String
  /// Nil leaves it out.
  package var required: Bool?
  package var unit: String?
  package var metadataKey: String?
  package var sqlName: String?
  /// The columns inside, for a struct.
  package var fields: [ProposedColumn] = []
  /// What each item is, for a list: none or one.
  package var item: [ProposedColumn] = []
  package var remarks: [Remark] = []
  /// What was seen in sample events; nil when the column comes from a schema.
  package var evidence: ColumnEvidence?

  package init(name: String?, type: String, required: Bool? = nil) {
    self.name = name
    self.type = type
    self.required = required
  }
}
