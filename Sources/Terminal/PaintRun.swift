package import Surface

/// Neighbouring cells of one style that are painted in one go.
package struct PaintRun: Hashable, Sendable {
  /// Each cell is a base and two marks; 0 stands for none.
  package static let scalarsPerCell = 3

  package let column: Int
  package let style: Style
  package private(set) var scalars: [UInt32]

  /// What must be painted to make one row of another; everything if there is no other.
  package static func runs(from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>) -> [PaintRun] {
    guard let changed = changedRange(from: old, to: new) else { return [] }
    var runs: [PaintRun] = []
    for index in changed {
      let cell = new[index]
      // The halves of a wide scalar are painted together, whatever the second one's style.
      if let last = runs.last, cell.isContinuation || last.style == cell.style {
        runs[runs.count - 1].append(cell)
      } else {
        var run = PaintRun(column: index - new.startIndex, style: cell.style, scalars: [])
        run.append(cell)
        runs.append(run)
      }
    }
    return runs
  }

  /// From the first to the last cell that differs, without cutting a wide scalar in two.
  private static func changedRange(
    from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>
  ) -> Range<Int>? {
    guard let old, old.count == new.count else { return new.isEmpty ? nil : new.indices }
    guard old != new else { return nil }
    let shift = old.startIndex - new.startIndex
    guard var first = new.indices.first(where: { new[$0] != old[$0 + shift] }),
      var last = new.indices.last(where: { new[$0] != old[$0 + shift] })
    else { return nil }
    while first > new.startIndex, new[first].isContinuation { first -= 1 }
    while last + 1 < new.endIndex, new[last + 1].isContinuation { last += 1 }
    return first..<last + 1
  }

  private mutating func append(_ cell: Cell) {
    scalars.append(cell.base?.value ?? 0)
    scalars.append(cell.firstMark?.value ?? 0)
    scalars.append(cell.secondMark?.value ?? 0)
  }
}
