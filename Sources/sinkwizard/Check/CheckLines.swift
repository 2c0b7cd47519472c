import Glibc
import Screen
import SinkSpec
import Terminal

/// Results as text: one line per issue, in compiler format.
///
/// On a terminal, it is followed by the source line, with a caret below the position.
struct CheckLines: CheckReport {
  let beginning = ""
  let end = ""
  private let colors: LineColors
  private let showsSecrets: Bool
  /// The terminal's width; nil if the output is not a terminal.
  private let width: Int?

  /// Creates the report.
  ///
  /// - Parameters:
  ///   - colors: The colours of the lines.
  ///   - showsSecrets: Whether source lines show secrets.
  init(colors: LineColors, showsSecrets: Bool) {
    self.colors = colors
    self.showsSecrets = showsSecrets
    width = isatty(1) != 0 ? Console.columns(of: 1) ?? 80 : nil
  }

  mutating func write(_ result: CheckResult, to output: inout BufferedOutput) {
    if let problem = result.problem { Console.say("\(result.file) \(problem)") }
    guard !result.issues.isEmpty else { return }
    var places = SourcePlaces(in: result.bytes)
    let secrets =
      width == nil || showsSecrets ? [] : SecretPlaces.ranges(in: result.document, result.bytes)
    for issue in result.issues {
      let position = places.position(at: issue.offset)
      output.write(line(result.file, position, issue))
      guard let width, !result.isSecretNear(issue.offset, secrets) else { continue }
      let excerpt = SourceExcerpt(
        of: result.bytes, at: issue.offset, hiding: secrets, width: width - 8)
      output.write(lines(of: excerpt, position.line, issue.severity))
    }
  }

  /// Returns the line for an issue at a position of a file.
  func line(_ file: String, _ position: SourcePosition, _ issue: Issue) -> String {
    func safe(_ text: String) -> String { TerminalText.printable(text) }
    let location = colors.paint("\(safe(file)):\(position.line):\(position.column):", as: .key)
    let severity = colors.paint("\(issue.severity.rawValue):", as: Self.role(of: issue.severity))
    let rule = colors.paint("[\(issue.rule)]", as: .dim)
    let pointer = issue.pointer == .root ? "" : "\(safe(issue.pointer.text)): "
    return "\(location) \(severity) \(pointer)\(safe(issue.message)) \(rule)\n"
  }

  private func lines(of excerpt: SourceExcerpt, _ line: Int, _ severity: Severity) -> String {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    let blank = String(repeating: " ", count: margin.utf8.count + number.utf8.count)
    let mark = colors.paint("^", as: Self.role(of: severity))
    return colors.paint("\(margin)\(number) | ", as: .dim) + excerpt.text + "\n"
      + colors.paint("\(blank) | ", as: .dim)
      + String(repeating: " ", count: excerpt.markColumn) + mark + "\n"
  }

  private static func role(of severity: Severity) -> Style.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .accent
    }
  }
}
