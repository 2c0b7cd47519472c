import SinkSpec

/// Results as JSON: an array with an object for each file.
///
/// `.github/reference/check.schema.json` describes it.
struct CheckJSON: CheckReport {
  /// The format version, incremented only when members are removed or change their meaning.
  private static let version = 1

  let beginning = "["
  let end = "\n]\n"
  private var isFirst = true

  mutating func write(_ result: CheckResult, to output: inout BufferedOutput) {
    output.write(isFirst ? "\n" : ",\n")
    isFirst = false
    output.write(
      "{\"version\":\(Self.version),\"file\":\(Self.string(result.file)),\"valid\":\(result.isValid),\"issues\":["
    )
    if let problem = result.problem {
      output.write(
        Self.object(.error, "", SourcePosition(line: 1, column: 1), "unreadable", problem))
      Console.say("\(result.file) \(problem)")
    }
    var places = SourcePlaces(in: result.bytes)
    for (index, issue) in result.issues.enumerated() {
      if index > 0 { output.write(",") }
      output.write(
        Self.object(
          issue.severity, issue.pointer, places.position(at: issue.offset), issue.rule,
          issue.message))
    }
    output.write("]}")
  }

  private static func object(
    _ severity: Severity, _ pointer: Pointer, _ position: SourcePosition, _ rule: String,
    _ message: String
  ) -> String {
    "{\"severity\":\"\(severity.rawValue)\",\"pointer\":\(string(pointer.text)),"
      + "\"line\":\(position.line),\"column\":\(position.column),\"rule\":\"\(rule)\","
      + "\"message\":\(string(message))}"
  }

  /// Returns a JSON string literal with invisible characters escaped.
  private static func string(_ text: String) -> String {
    InvisibleCharacters.escapedInJSON(JSONText.string(text))
  }
}
