import SinkSpec

extension Wizard {
  /// The help for the current focus: the field in full, then every key.
  package var helpLines: [HelpLine] {
    (helpItem.map { fieldHelp($0) } ?? []) + HelpLine.keys(in: contexts, display.signs)
  }

  func fieldHelp(_ item: FormItem) -> [HelpLine] {
    let issues = spokenIssues(at: item).map {
      HelpLine.key("\($0.severity.rawValue)", "\($0.message) [\($0.rule)]")
    }
    guard let parameter = parameter(of: item) else {
      return issues.isEmpty ? [] : [HelpLine.heading("Issues")] + issues
    }
    let pointer = pointer(of: item).map { " · \($0)" } ?? ""
    var lines = [
      HelpLine.heading(parameter.label + pointer), HelpLine.sentence(parameter.formHelp),
    ]
    if !parameter.whenOmitted.isEmpty {
      lines.append(.key("not set", "default: \(parameter.whenOmitted)"))
    }
    if !parameter.example.isEmpty { lines.append(.key("example", parameter.example)) }
    if !parameter.choices.isEmpty {
      lines += (options(of: item) ?? []).filter { $0.value != nil }
        .map { .key($0.name, $0.markedHelp) }
    }
    return lines + issues + columnHelp
  }

  /// The stored type, evidence and diagnostics of the focused column.
  private var columnHelp: [HelpLine] {
    var lines: [HelpLine] = []
    if let stored = storedType {
      lines.append(.key("in \(stored.form)", stored.type))
      lines.append(
        .key("", "as the open-source engine writes it; the service does not document types"))
    }
    if let evidence = focusedEvidence { lines.append(.key("seen", evidence.sentence)) }
    return lines + focusedDiagnostics.map { .key("note", $0.text) }
  }
}
