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
    guard let changed = new.changes(since: old) else { return [] }
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

  private mutating func append(_ cell: Cell) {
    scalars.append(cell.base?.value ?? 0)
    scalars.append(cell.firstMark?.value ?? 0)
    scalars.append(cell.secondMark?.value ?? 0)
  }
}
