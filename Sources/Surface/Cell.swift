/// One column of one row: a spacing scalar with at most two combining marks, and a style.
///
/// A wide scalar takes two cells; the second is a ``continuation``. Cells are made by
/// ``TerminalText`` only, so a cell never holds what would move the cursor or hide text.
package struct Cell: Hashable, Sendable {
  /// The spacing scalar; nil in the second half of a wide one.
  package let base: Unicode.Scalar?
  package let firstMark: Unicode.Scalar?
  package let secondMark: Unicode.Scalar?
  package var style: Style

  init(
    base: Unicode.Scalar?, firstMark: Unicode.Scalar? = nil, secondMark: Unicode.Scalar? = nil,
    style: Style
  ) {
    self.base = base
    self.firstMark = firstMark
    self.secondMark = secondMark
    self.style = style
  }

  /// An empty cell in a style.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(base: " ", style: style) }

  /// The second half of a wide scalar.
  package static func continuation(_ style: Style) -> Cell { Cell(base: nil, style: style) }

  /// Whether this is the second half of a wide scalar.
  package var isContinuation: Bool { base == nil }

  /// The scalars to print; none for a continuation.
  package var scalars: [Unicode.Scalar] { [base, firstMark, secondMark].compactMap { $0 } }
}
