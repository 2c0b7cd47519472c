/// The keywords that explain a value to people.
extension RequestSchema {
  /// Returns the title, the description and an example of a parameter.
  static func annotations(of parameter: Parameter) -> [Member] {
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
    let examples: [Member] =
      parameter.example.isEmpty ? [] : [("examples", .array([example(of: parameter)]))]
    return [
      ("title", .string(parameter.label)),
      ("description", .string(sentences.joined(separator: " "))),
    ] + examples
  }

  private static func example(of parameter: Parameter) -> SchemaNode {
    switch parameter.kind {
    case .flag, .bytes, .seconds: .literal(parameter.example)
    default: .string(parameter.example)
    }
  }
}
