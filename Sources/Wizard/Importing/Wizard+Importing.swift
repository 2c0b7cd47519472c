import SinkSpec

/// Columns from schema files and from sample events: looked over before they are taken.
extension Wizard {
  /// Shows what proposed columns would change.
  mutating func propose(_ proposal: SchemaProposal, from name: String) {
    show(ProposalReview(name: name, proposal, replacing: draft.fields))
  }

  /// Puts columns in the place of those that there are.
  ///
  /// - Parameters:
  ///   - columns: the columns.
  ///   - name: the file that they come from.
  ///   - item: what gets the focus; nil for the first column.
  mutating func takeColumns(
    _ columns: FieldList, from name: String, focusing item: FormItem? = nil
  ) {
    // A column with its evidence is some hundred bytes.
    history.record(snapshot, weight: draft.fields.count * 500)
    draft.takeColumns(columns)
    notice = .imported(draft.fields.count, name: name)
    enter(.schema)
    updateRows()
    focus(item ?? draft.fields.first.map { .field($0.id, .name) } ?? .addField)
  }

  mutating func startSampling(_ name: String) -> [Effect] {
    show(SampleReading(name: name))
    return [.sample(name: name)]
  }
}
