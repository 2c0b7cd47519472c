import SinkDraft
import SinkSpec

/// Importing columns from schema files and sample events, with a review before they are accepted.
extension Wizard {
  /// Shows the changes that proposed columns would make.
  mutating func propose(_ proposal: SchemaProposal, from name: String) {
    show(ProposalReview(name: name, proposal, replacing: draft.fields))
  }

  /// Replaces the current columns.
  ///
  /// - Parameters:
  ///   - columns: The new columns.
  ///   - name: The name of the file that they come from.
  ///   - item: The item to focus; nil for the first column.
  mutating func takeColumns(
    _ columns: FieldList, from name: String, focusing item: FormItem? = nil
  ) {
    // A column with its evidence takes a few hundred bytes.
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
