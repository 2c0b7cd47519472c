/// Word wrapping and truncation by display width.
package enum TextWrap {
  /// Returns the lines of wrapped text; words longer than a line are split.
  package static func lines(_ text: String, width: Int) -> [String] {
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
        // A character wider than the line gets a line of its own.
        let head = max(1, prefix(of: line, width: width).count)
        guard head < line.count else { break }
        lines.append(String(line.prefix(head)))
        line.removeFirst(head)
      }
      used = TerminalText.width(of: line)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Returns the first lines of wrapped text; the last one ends in `…` if text is omitted.
  package static func lines(_ text: String, width: Int, atMost count: Int) -> [String] {
    let all = lines(text, width: width)
    guard all.count > count, count > 0 else { return all }
    let rest = all[(count - 1)...].joined(separator: " ")
    return all.prefix(count - 1) + [shortened(rest, width: width)]
  }

  /// Returns text truncated to a width, ending in `…` if truncated.
  package static func shortened(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width else { return text }
    return width < 1 ? "" : prefix(of: text, width: width - 1) + "…"
  }

  /// Returns text truncated in the middle, so that both ends stay visible.
  package static func shortenedInside(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width, width > 4 else {
      return shortened(text, width: width)
    }
    let half = (width - 1) / 2
    let tail = prefix(of: text.reversed(), width: width - 1 - half).reversed()
    return prefix(of: text, width: half) + "…" + String(tail)
  }

  private static func prefix(of text: some Sequence<Character>, width: Int) -> String {
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

extension String {
  /// Returns the text padded with blanks to a width, with at least one blank.
  package func padded(to width: Int) -> String {
    let own = TerminalText.width(of: self)
    return self + String(repeating: " ", count: max(1, width - own))
  }
}
