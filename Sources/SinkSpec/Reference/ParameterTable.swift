/// The parameters as a table in Markdown, a line each, for a page that people read.
package enum ParameterTable {
  /// The table, ending in a line break.
  package static var markdown: String {
    let head = "| Parameter | Value | When | Left out | What it is |\n|---|---|---|---|---|\n"
    return head + FieldReference.entries.map { row($0.parameter) + "\n" }.joined()
  }

  private static func row(_ parameter: Parameter) -> String {
    let leftOut = parameter.isRequired ? "" : parameter.whenOmitted
    let cells = [
      "`\(parameter.pointer)`", value(of: parameter), parameter.presenceWords, escaped(leftOut),
      escaped(firstSentence(of: parameter.help)),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func value(of parameter: Parameter) -> String {
    if !parameter.choices.isEmpty {
      return parameter.choices.map { "`\($0.value)`" }.joined(separator: " ")
    }
    return parameter.bounds.map { "\(parameter.kindWords), from \($0.lowerBound)" }
      ?? parameter.kindWords
  }

  private static func firstSentence(of help: String) -> String {
    help.split(separator: ". ").first.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
      ?? ""
  }

  /// Text whose signs mean nothing in Markdown.
  private static func escaped(_ text: String) -> String {
    text.map { "|<*\\`".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
