import Surface

/// Breaks text at blanks into lines of a width, and shortens what does not fit.
enum TextWrap {
  /// The lines of a text; a word longer than a line is cut.
  static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let wordWidth = TerminalText.width(of: word)
      if !line.isEmpty, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while TerminalText.width(of: line) > width {
        let head = prefix(of: line, width: width)
        guard !head.isEmpty else { break }
        lines.append(head)
        line.removeFirst(head.count)
      }
      used = TerminalText.width(of: line)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The first lines of a text; the last one ends in `…` when there is more.
  static func lines(_ text: String, width: Int, atMost count: Int) -> [String] {
    let all = lines(text, width: width)
    guard all.count > count, count > 0 else { return all }
    let rest = all[(count - 1)...].joined(separator: " ")
    return all.prefix(count - 1) + [shortened(rest, width: width)]
  }

  /// A text cut to a width, with `…` where it was cut.
  static func shortened(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width else { return text }
    return width < 1 ? "" : prefix(of: text, width: width - 1) + "…"
  }

  /// A text cut in its middle, so that both ends show.
  static func shortenedInside(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width, width > 4 else {
      return shortened(text, width: width)
    }
    let half = (width - 1) / 2
    return String(text.prefix(half)) + "…" + text.suffix(width - 1 - half)
  }

  private static func prefix(of text: String, width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      let next = TerminalText.width(of: String(character))
      if used + next > width { break }
      used += next
      result.append(character)
    }
    return result
  }
}
