/// The printed parameter reference, generated from the description that drives the form.
package enum FieldReference {
  /// A parameter and its section.
  struct Entry: Sendable {
    let section: FormSection
    let parameter: Parameter
  }

  /// Every parameter, by section and in API reference order.
  static let entries: [Entry] = {
    let parameters =
      [SinkDescription.account] + SinkDescription.all().dropFirst() + SchemaFieldDescription.members
    let entries = parameters.map { Entry(section: section(of: $0), parameter: $0) }
    return FormSection.allCases.flatMap { section in entries.filter { $0.section == section } }
  }()

  /// Returns the section of a parameter.
  ///
  /// An object belongs to the section of its first field.
  private static func section(of parameter: Parameter) -> FormSection {
    let inside = parameter.members.map { section(of: $0) }
    return parameter.section ?? inside.min { $0.rawValue < $1.rawValue } ?? .field
  }

  /// The complete reference in lines of at most 80 columns.
  package static var text: String {
    text(of: entries, and: ListedRule.ofAnyValue) + "\n"
      + Paragraph.lines(
        """
        Errors violate the API reference. Warnings are advice from Cloudflare's tools, \
        documentation or a newer reference; notes are based on user reports or the engine's \
        source code.
        """, after: ""
      ).joined(separator: "\n") + "\n"
  }

  /// Returns parameters by section, followed by rules for any value.
  static func text(of entries: [Entry], and rules: [ListedRule]) -> String {
    let sections = FormSection.allCases.compactMap { section in
      let lines = entries.filter { $0.section == section }
        .map { self.lines(of: $0.parameter).joined(separator: "\n") }
      return lines.isEmpty ? nil : heading(section.fullTitle) + lines.joined(separator: "\n\n")
    }
    let ending =
      rules.isEmpty
      ? [] : [heading("Any value") + rules.flatMap { lines(of: $0) }.joined(separator: "\n")]
    return (sections + ending).joined(separator: "\n\n\n") + "\n"
  }

  private static func heading(_ title: String) -> String {
    title + "\n" + String(repeating: "=", count: title.count) + "\n\n"
  }

  private static func lines(of parameter: Parameter) -> [String] {
    var lines = [
      "\(parameter.pointer)  \(parameter.kindWords), \(parameter.presenceWords)"
    ]
    lines += Paragraph.lines(parameter.help, after: "  ")
    if let source = parameter.sourceWords { lines += Paragraph.lines(source, after: "  ") }
    if let bounds = parameter.bounds {
      lines += row("bounds", "\(bounds.lowerBound) to \(bounds.upperBound)")
    }
    lines += choiceLines(of: parameter)
    if !parameter.example.isEmpty { lines += row("example", parameter.example) }
    if !parameter.isRequired, !parameter.whenOmitted.isEmpty {
      lines += row("default", parameter.whenOmitted)
    }
    return lines + parameter.listedRules.flatMap { self.lines(of: $0) }
  }

  private static func choiceLines(of parameter: Parameter) -> [String] {
    let choices = parameter.choices
    let width = choices.map(\.value.count).max() ?? 0
    return choices.enumerated().flatMap { index, choice in
      let value = padded(choice.value, to: width + 2)
      return Paragraph.lines(
        parameter.helpWords(of: choice), after: padded(index == 0 ? "values" : "") + value)
    }
  }

  private static func lines(of rule: ListedRule) -> [String] {
    row(rule.severity.rawValue, "\(rule.name): \(rule.summary)")
  }

  private static func row(_ title: String, _ text: String) -> [String] {
    Paragraph.lines(text, after: padded(title))
  }

  private static func padded(_ title: String) -> String { "  " + padded(title, to: 10) }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
