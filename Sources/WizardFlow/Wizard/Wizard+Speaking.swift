package import SinkSpec

/// When the wizard complains: a value is judged aloud once it has been left, or at once when no
/// further typing could make it right; a required value not yet reached is something to do.
extension Wizard {
  /// How a step stands.
  package struct StepState: Hashable, Sendable {
    package let errors: Int
    package let warnings: Int
    /// Required values that have not been reached.
    package let toDo: Int
    package let isVisited: Bool
  }

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

  /// How a step stands, by what has been told of it.
  package func state(of step: Step) -> StepState {
    var errors = 0
    var warnings = 0
    var toDo = 0
    for issue in judgement.issues where step == .review || Step.holding(issue.pointer) == step {
      let isSpoken = isSpoken(issue)
      switch issue.severity {
      case .error where isSpoken: errors += 1
      case .error where issue.isMissing: toDo += 1
      case .warning where isSpoken: warnings += 1
      default: break
      }
    }
    return StepState(
      errors: errors, warnings: warnings, toDo: toDo, isVisited: visitedSteps.contains(step))
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
      + ReviewAction.allCases.map { .item(.action($0)) }
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
