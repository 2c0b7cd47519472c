/// Word wrapping for the console.
enum Paragraph {
  /// Wraps a text at spaces.
  ///
  /// Words longer than a line get a line of their own.
  ///
  /// - Parameters:
  ///   - text: The text, in characters of one column each.
  ///   - first: The prefix of the first line; other lines are indented by its width.
  ///   - width: The number of columns.
  /// - Returns: At least one line.
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
