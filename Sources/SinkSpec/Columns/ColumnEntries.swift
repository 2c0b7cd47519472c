/// The entries of a column's scalar members, by member.
///
/// Most columns set the first few members only, so nothing is stored beyond the last one that is
/// set.
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

  /// Whether only members that have a cell on a column's row are set.
  var fitsRow: Bool { entries.count <= ColumnMember.cells.count }
}
