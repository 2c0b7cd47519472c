import Screen
import SinkSpec

/// Reports results as GitHub Actions workflow commands, which GitHub shows as annotations on the files.
///
/// Source: the workflow command syntax in GitHub's documentation,
/// `::error file=NAME,line=LINE,col=COLUMN,title=TITLE::MESSAGE`.
struct CheckAnnotations: CheckReport {
  let beginning = ""
  let end = ""

  mutating func write(_ result: CheckResult, to output: inout BufferedOutput) {
    let file = Self.property(result.file)
    if let problem = result.problem {
      Console.say("\(result.file) \(problem)")
      output.write("::error file=\(file),title=unreadable::\(Self.data(problem))\n")
    }
    var places = SourcePlaces(in: result.bytes)
    for issue in result.issues {
      let position = places.position(at: issue.offset)
      let pointer = issue.pointer == .root ? "" : "\(issue.pointer.text): "
      output.write(
        "::\(Self.command(for: issue.severity)) file=\(file),line=\(position.line),"
          + "col=\(position.column),title=\(Self.property(issue.rule))"
          + "::\(Self.data(pointer + issue.message))\n")
    }
  }

  private static func command(for severity: Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  /// Returns the text escaped as the message of a command, with control characters made visible.
  private static func data(_ text: String) -> String {
    TerminalText.printable(text).replacing("%", with: "%25")
  }

  /// Returns the text escaped as a property of a command.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
