extension Canvas {
  /// A copy for the Linux console, whose fonts lack some drawing characters: they are replaced by
  /// similar ones that its default font has.
  ///
  /// Everything else stays as it is.
  package var inConsoleFont: Canvas {
    var copy = self
    copy.mapCells { cell in
      guard let base = cell.base, !base.isASCII, let similar = Self.similar[base] else {
        return cell
      }
      return Cell(base: similar, style: cell.style)
    }
    return copy
  }

  private static let similar: [Unicode.Scalar: Unicode.Scalar] = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "▸": "►", "✓": "√", "✗": "x", "●": "•", "‹": "<",
    "›": ">", "–": "-", "⠋": "|", "⠙": "/", "⠸": "-", "⠴": "\\",
  ]
}
