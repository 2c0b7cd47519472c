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

  fileprivate static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "┬": "+", "┴": "+", "▸": ">",
    "▌": "|", "✓": "v", "✗": "x", "●": "*", "○": "o", "•": "*", "·": "-", "…": "~", "‹": "<",
    "›": ">", "↑": "^", "↓": "v", "←": "<", "→": ">", "–": "-",
  ]
}

extension TerminalText {
  /// The same text for a terminal without UTF-8: own signs by look-alikes, other scalars as `?`.
  package static func ascii(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.isASCII ? scalar : Canvas.lookAlikes[scalar] ?? "?")
    }
    return String(result)
  }
}
