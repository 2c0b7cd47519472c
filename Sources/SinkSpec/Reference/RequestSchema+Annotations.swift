/// The keywords that describe a value for human readers.
extension RequestSchema {
  /// Returns the title, the descriptions and an example of a parameter.
  ///
  /// `description` is plain text. `markdownDescription` and `enumDescriptions` are extensions of
  /// VS Code's JSON language server, which other tools ignore.
  static func annotations(of parameter: Parameter) -> [Member] {
    let examples: [Member] =
      parameter.example.isEmpty ? [] : [("examples", .array([example(of: parameter)]))]
    return [
      ("title", .string(parameter.label)),
      ("description", .string(sentences(about: parameter).joined(separator: " "))),
      ("markdownDescription", .string(markdown(about: parameter))),
    ] + examples
  }

  /// Returns the keywords of a value that must be one of several.
  static func choiceLimits(_ choices: [Choice], of parameter: Parameter) -> [Member] {
    [
      ("enum", .strings(choices.map(\.value))),
      ("enumDescriptions", .strings(choices.map { parameter.helpWords(of: $0) })),
    ]
  }

  private static func sentences(about parameter: Parameter) -> [String] {
    var sentences = [parameter.help]
    if let source = parameter.sourceWords { sentences.append(source) }
    if !parameter.choices.isEmpty {
      sentences.append(
        parameter.choices.map { "\($0.value): \(parameter.helpWords(of: $0))" }
          .joined(separator: "; ") + ".")
    }
    if !parameter.isRequired, !parameter.whenOmitted.isEmpty {
      sentences.append("Default: \(parameter.whenOmitted).")
    }
    return sentences
  }

  /// Returns the reference entry of a parameter in Markdown, with all rules of `check`: a schema
  /// expresses only the errors.
  private static func markdown(about parameter: Parameter) -> String {
    var paragraphs = [escapedInMarkdown(parameter.help)]
    if let source = parameter.sourceWords { paragraphs.append("*\(escapedInMarkdown(source))*") }
    let choices = parameter.choices.map {
      "- `\($0.value)`: \(escapedInMarkdown(parameter.helpWords(of: $0)))"
    }
    if !choices.isEmpty { paragraphs.append(choices.joined(separator: "\n")) }
    if !parameter.isRequired, !parameter.whenOmitted.isEmpty {
      paragraphs.append("Default: \(escapedInMarkdown(parameter.whenOmitted)).")
    }
    let rules = parameter.listedRules.map {
      "- \($0.severity.rawValue) `\($0.name)`: \(escapedInMarkdown($0.summary))"
    }
    if !rules.isEmpty { paragraphs.append(rules.joined(separator: "\n")) }
    return paragraphs.joined(separator: "\n\n")
  }

  /// Returns text without the characters that Markdown interprets.
  private static func escapedInMarkdown(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if #"\`*_[]<>#|"#.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }

  private static func example(of parameter: Parameter) -> SchemaNode {
    switch parameter.kind {
    case .flag, .bytes, .seconds: .literal(parameter.example)
    default: .string(parameter.example)
    }
  }
}
