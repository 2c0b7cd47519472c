extension Canvas {
  /// The same screen for a terminal without UTF-8: own signs by look-alikes, other scalars as `?`.
  package var inASCII: Canvas {
    var copy = self
    copy.mapCells { cell in
      guard let base = cell.base, !base.isASCII else {
        return cell.isContinuation ? Cell(base: "?", style: cell.style) : cell
      }
      return Cell(base: Self.lookAlikes[base] ?? "?", style: cell.style)
    }
    return copy
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "┬": "+", "┴": "+", "▸": ">",
    "▌": "|", "✓": "v", "✗": "x", "●": "*", "○": "o", "•": "*", "·": "-", "…": "~", "‹": "<",
    "›": ">", "↑": "^", "↓": "v", "←": "<", "→": ">", "–": "-",
  ]
}
