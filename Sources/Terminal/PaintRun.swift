package import Screen

/// Adjacent cells of one style that are painted together.
package struct PaintRun: Hashable, Sendable {
  /// The number of scalars per cell: a base and two marks, with 0 for none.
  package static let scalarsPerCell = 3

  package let column: Int
  package let style: Style
  package private(set) var scalars: [UInt32]

  /// Returns the runs to paint to turn one row into another; the whole row if there is no old one.
  package static func runs(from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>) -> [PaintRun] {
    guard let changed = new.changes(since: old) else { return [] }
    var runs: [PaintRun] = []
    for index in changed {
      let cell = new[index]
      // Paint both halves of a wide character together, even if their styles differ.
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
