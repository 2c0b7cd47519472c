/// One column of one row: a spacing scalar with up to two combining marks, and a style.
///
/// A wide character takes two cells, and the second one is a ``continuation(_:)``. Only
/// ``TerminalText`` creates cells, so a cell never contains scalars that move the cursor or hide
/// text.
package struct Cell: Hashable, Sendable {
  /// The scalars, packed into 21 bits each with the base lowest, for fast comparison; 0 means none.
  private let text: UInt64
  package var style: Style

  init(
    base: Unicode.Scalar?, firstMark: Unicode.Scalar? = nil, secondMark: Unicode.Scalar? = nil,
    style: Style
  ) {
    var text = UInt64(base?.value ?? 0)
    if let firstMark { text |= UInt64(firstMark.value) << 21 }
    if let secondMark { text |= UInt64(secondMark.value) << 42 }
    self.text = text
    self.style = style
  }

  /// The spacing scalar, or `nil` in the second half of a wide character.
  package var base: Unicode.Scalar? { scalar(0) }
  package var firstMark: Unicode.Scalar? { scalar(21) }
  package var secondMark: Unicode.Scalar? { scalar(42) }

  private func scalar(_ shift: UInt64) -> Unicode.Scalar? {
    let value = UInt32(text >> shift & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// Returns an empty cell.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(base: " ", style: style) }

  /// Returns the second half of a wide character.
  package static func continuation(_ style: Style) -> Cell { Cell(base: nil, style: style) }

  /// Whether the cell is the second half of a wide character.
  package var isContinuation: Bool { text & 0x1F_FFFF == 0 }

  /// The scalars to print; empty for a continuation.
  package var scalars: [Unicode.Scalar] { [base, firstMark, secondMark].compactMap { $0 } }
}

extension ArraySlice<Cell> {
  /// Returns the smallest range that covers all changes since another row, without splitting wide
  /// characters.
  ///
  /// - Parameter old: The other row, or `nil` if there is none.
  /// - Returns: A range of indices in this row, or `nil` if the rows are equal.
  package func changes(since old: ArraySlice<Cell>?) -> Range<Int>? {
    guard let old, old.count == count else { return isEmpty ? nil : indices }
    // Rows that share their cells are equal at once.
    guard self != old else { return nil }
    let (cells, oldCells) = (span, old.span)
    var first = 0
    while cells[first] == oldCells[first] { first += 1 }
    var last = cells.count - 1
    while cells[last] == oldCells[last] { last -= 1 }
    while first > 0, cells[first].isContinuation { first -= 1 }
    while last + 1 < cells.count, cells[last + 1].isContinuation { last += 1 }
    return startIndex + first..<startIndex + last + 1
  }
}
