import Screen
import SinkExport

/// Syntax colours for exported text: comments, strings, numbers, and names before a colon or an
/// equals sign.
enum SyntaxColors {
  /// Returns a line, split into runs of one style each.
  static func runs(of line: String, in form: ExportForm) -> [(text: String, style: Style)] {
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("#") || trimmed.hasPrefix("//") { return [(line, .dim)] }
    var runs: [(text: String, style: Style)] = []
    var rest = line[...]
    while let first = rest.first {
      let end: String.Index
      var style = Style.plain
      if first == "\"" || first == "'" {
        end = endOfString(in: rest)
        style = isName(before: rest[end...]) ? Style(.key) : Style(.string)
      } else if first.isNumber || first == "-" && rest.dropFirst().first?.isNumber == true {
        end = rest.dropFirst().firstIndex { !($0.isNumber || $0 == ".") } ?? rest.endIndex
        style = Style(.number)
      } else if first.isLetter || first == "_" {
        end =
          rest.firstIndex { !($0.isLetter || $0.isNumber || "_-".contains($0)) } ?? rest.endIndex
        if isName(before: rest[end...]) { style = Style(.key) }
      } else {
        end = rest.index(after: rest.startIndex)
      }
      runs.append((String(rest[..<end]), style))
      rest = rest[end...]
    }
    return runs.isEmpty ? [(line, .plain)] : runs
  }

  /// Returns whether a text, such as a colon, shows that a name precedes it.
  private static func isName(before text: Substring) -> Bool {
    let next = text.drop { $0 == " " }
    return next.hasPrefix(":") || next.hasPrefix("=") && !next.hasPrefix("==")
  }

  /// Returns the end of the string literal that a text starts with.
  private static func endOfString(in text: Substring) -> String.Index {
    var isEscaped = false
    for index in text.indices.dropFirst() {
      if !isEscaped, text[index] == text.first { return text.index(after: index) }
      isEscaped = !isEscaped && text[index] == "\\"
    }
    return text.endIndex
  }
}
