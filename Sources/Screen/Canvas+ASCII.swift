extension Canvas {
  /// A copy for terminals without UTF-8: drawing characters become ASCII look-alikes, everything
  /// else `?`.
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
  /// Returns text for terminals without UTF-8: drawing characters become ASCII look-alikes,
  /// everything else `?`.
  package static func ascii(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.isASCII ? scalar : Canvas.lookAlikes[scalar] ?? "?")
    }
    return String(result)
  }
}
