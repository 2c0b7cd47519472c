/// The entries of a column's scalar members, by member.
///
/// Most columns set only the first few members, so storage ends at the last set member.
struct ColumnEntries: Hashable, Sendable {
  private var entries: [Entry] = []

  subscript(member: ColumnMember) -> Entry {
    get { member.index < entries.count ? entries[member.index] : .notSet }
    set {
      if member.index < entries.count {
        entries[member.index] = newValue
      } else if newValue.isSet {
        entries += repeatElement(.notSet, count: member.index - entries.count)
        entries.append(newValue)
      }
      while let last = entries.last, !last.isSet { entries.removeLast() }
    }
  }

  /// Whether all set members have a cell in the column's row.
  var fitsRow: Bool { entries.count <= ColumnMember.cells.count }
}
