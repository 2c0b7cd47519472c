/// Text in lines of a width, for a console.
enum Paragraph {
  /// Breaks a text at blanks; a word that is longer than a line stands on one of its own.
  ///
  /// - Parameters:
  ///   - text: characters of one column each.
  ///   - first: what the first line begins with; the others are indented as far.
  ///   - width: the columns of a line.
  /// - Returns: at least one line.
  static func lines(_ text: String, after first: String, width: Int = 80) -> [String] {
    let indent = String(repeating: " ", count: first.unicodeScalars.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      let columns = line.unicodeScalars.count + word.unicodeScalars.count + (isEmpty ? 0 : 1)
      if columns > width, !isEmpty {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
