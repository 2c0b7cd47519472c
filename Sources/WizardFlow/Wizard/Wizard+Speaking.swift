package import SinkSpec

/// When the wizard complains: a value is judged aloud once it has been left, or at once when no
/// further typing could make it right; a required value not yet reached is something to do.
extension Wizard {
  /// Whether an issue is told already.
  package func isSpoken(_ issue: Issue) -> Bool {
    guard let item = item(for: issue.pointer) else { return true }
    if visited.contains(item) { return true }
    return issue.isFinal && !issue.isMissing && item != .columns
  }

  /// The issues to tell at an item, the weightiest first.
  package func spokenIssues(at item: FormItem) -> [Issue] {
    if case .issue(let index) = item {
      return reviewIssues.indices.contains(index) ? [reviewIssues[index]] : []
    }
    guard let pointer = pointer(of: item) else { return [] }
    return judgement.issues(at: pointer).filter { isSpoken($0) }
  }

  /// The issues to tell at a schema field's row: of its own members, not of the fields inside.
  package func spokenIssues(at row: FormRow.FieldRow) -> [Issue] {
    let pointer = row.path.pointer
    let members = SchemaFieldDescription.members.map(\.name) + row.field.strays.map(\.name)
    return ([pointer] + members.map { pointer.appending($0) })
      .flatMap { judgement.issues(at: $0) }
      .filter { isSpoken($0) }
      .sorted { $0.severity > $1.severity }
  }

  /// How a step stands; the review stands for all of them.
  package func state(of step: Step) -> StepState { states[step.rawValue] }

  mutating func updateStates() {
    states = Step.allCases.map { StepState(isVisited: visitedSteps.contains($0)) }
    for issue in judgement.issues {
      let isSpoken = isSpoken(issue)
      states[Step.holding(issue.pointer).rawValue].count(issue, isSpoken: isSpoken)
      states[Step.review.rawValue].count(issue, isSpoken: isSpoken)
    }
  }

  /// Every issue, the weightiest first, as the review lists them.
  package var reviewIssues: [Issue] {
    Severity.allCases.reversed().flatMap { severity in
      judgement.issues.filter { $0.severity == severity }
    }
  }

  var reviewRows: [FormRow] {
    let issues = reviewIssues.indices.map { FormRow.item(.issue($0)) }
    return [.heading(reviewHeading)] + issues + [.heading("When done")]
      + reviewActions.map { .item(.action($0)) }
  }

  /// What can be done at the end.
  private var reviewActions: [ReviewAction] {
    ReviewAction.allCases.filter { $0 != .submit || settings.target != .none }
  }

  private var reviewHeading: String {
    let counts = [
      Self.count(judgement.count(.error), "error"),
      Self.count(judgement.count(.warning), "warning"),
      Self.count(judgement.count(.note), "note"),
    ].compactMap { $0 }
    return counts.isEmpty ? "Nothing is wrong" : counts.joined(separator: " · ")
  }

  /// `2 errors`, `1 note`; nil for none.
  package static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
