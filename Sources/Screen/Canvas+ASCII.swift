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
    for number in 0..<rowCount {
      for column in 0..<columnCount where row(number)[column].base == "…" {
        copy.spellEllipsis(row: number, endingAt: column)
      }
    }
    return copy
  }

  /// Turns the two characters before an ellipsis into dots, unless blank.
  private mutating func spellEllipsis(row number: Int, endingAt end: Int) {
    for column in [end - 1, end - 2] {
      guard column >= 0, row(number)[column].base != " " else { return }
      write(".", row: number, column: column, style: row(number)[column].style)
    }
  }

  fileprivate static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "├": "+", "┤": "+", "└": "`",
    "▸": ">", "▌": "|", "✓": "v", "✗": "x", "●": ">", "○": "o", "•": "#", "·": "-", "…": ".",
    "‹": "<", "›": ">", "↑": "^", "↓": "v", "←": "<", "→": ">", "–": "-", "█": "#", "░": ".",
  ]
}

extension TerminalText {
  /// Returns text for terminals without UTF-8: drawing characters become ASCII look-alikes,
  /// everything else `?`.
  package static func ascii(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "✓": result.append(contentsOf: Signs.ascii.success.unicodeScalars)
      case "✗": result.append(contentsOf: Signs.ascii.error.unicodeScalars)
      case "…": result.append(contentsOf: "...".unicodeScalars)
      default: result.append(scalar.isASCII ? scalar : Canvas.lookAlikes[scalar] ?? "?")
      }
    }
    return String(result)
  }
}
