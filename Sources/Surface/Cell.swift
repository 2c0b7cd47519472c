/// One column of one row: a spacing scalar with at most two combining marks, and a style.
///
/// A wide scalar takes two cells; the second is a ``continuation``. Cells are made by
/// ``TerminalText`` only, so a cell never holds what would move the cursor or hide text.
package struct Cell: Hashable, Sendable {
  /// The scalars, 21 bits each and the base lowest, so that cells are quick to compare; 0 is none.
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

  /// The spacing scalar; nil in the second half of a wide one.
  package var base: Unicode.Scalar? { scalar(0) }
  package var firstMark: Unicode.Scalar? { scalar(21) }
  package var secondMark: Unicode.Scalar? { scalar(42) }

  private func scalar(_ place: UInt64) -> Unicode.Scalar? {
    let value = UInt32(text >> place & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
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
