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
    for index in cells.indices where cells[index].base == "…" {
      copy.spellEllipsis(endingAt: index)
    }
    return copy
  }

  /// Turns the two characters before an ellipsis into dots, unless blank or in another row.
  private mutating func spellEllipsis(endingAt index: Int) {
    let text = index - index % columnCount..<index
    for before in [index - 1, index - 2] {
      guard text.contains(before), cells[before].base != " " else { return }
      replaceCell(before, by: Cell(base: ".", style: cells[before].style))
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
