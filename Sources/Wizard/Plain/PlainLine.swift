import Screen

/// Wraps the output of line mode to the width of the terminal.
package enum PlainLine {
  /// Breaks a line between words; all lines below the first are indented by two more columns.
  ///
  /// - Parameters:
  ///   - text: One line.
  ///   - width: The width of the terminal.
  /// - Returns: The text with line breaks; unchanged if it fits, or if the terminal is too narrow.
  package static func wrapped(_ text: String, width: Int) -> String {
    let indent = text.prefix { $0 == " " }
    let room = width - indent.count - 2
    guard room >= 20, TerminalText.width(of: text) > width else { return text }
    // A prompt ends in a space, which separates it from the answer.
    let end = text.hasSuffix(" ") ? " " : ""
    let body = String(text.dropFirst(indent.count).dropLast(end.count))
    let lines = TextWrap.lines(body, width: room)
    return indent + lines.joined(separator: "\n\(indent)  ") + end
  }
}
