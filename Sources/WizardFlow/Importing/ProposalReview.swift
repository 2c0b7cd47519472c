package import SinkSpec

/// Proposed columns, looked over before they take the place of those that there are.
package struct ProposalReview: Hashable, Sendable {
  /// The file that they come from.
  package let name: String
  package private(set) var proposal: SchemaProposal
  package private(set) var changes: SchemaChanges
  /// Whether some whole numbers could be times.
  package let offersTimes: Bool
  /// The line that has the focus: first the remarks on the whole, then the columns.
  package private(set) var selected = 0
  private let old: [ProposedColumn]

  init(name: String, _ proposal: SchemaProposal, replacing old: [ProposedColumn]) {
    self.name = name
    self.proposal = proposal
    self.old = old
    offersTimes = proposal.columns.contains { $0.offersTime }
    changes = SchemaChanges(from: old, to: proposal.columns)
  }

  package var lineCount: Int { proposal.remarks.count + changes.lines.count }

  /// The change on a line; nil for a remark on the whole.
  package func change(onLine line: Int) -> SchemaChanges.Line? {
    let index = line - proposal.remarks.count
    return changes.lines.indices.contains(index) ? changes.lines[index] : nil
  }

  /// The proposed column of a change; nil when it would be removed.
  package func column(of change: SchemaChanges.Line) -> ProposedColumn? {
    guard let path = change.path else { return nil }
    return proposal.column(at: path)
  }

  mutating func select(_ line: Int) { selected = max(0, min(line, lineCount - 1)) }

  /// Takes whole numbers that could be times as times, or as whole numbers again.
  mutating func toggleAllTimes() {
    let areTimes = proposal.columns.contains { $0.isTimeByOffer }
    proposal.takeTimes(!areTimes)
    changes = SchemaChanges(from: old, to: proposal.columns)
  }

  /// The same for the column that has the focus.
  mutating func toggleTime() {
    guard let path = change(onLine: selected)?.path else { return }
    proposal.changeColumn(at: path) { $0.takeTime(!$0.isTime) }
    changes = SchemaChanges(from: old, to: proposal.columns)
  }
}
