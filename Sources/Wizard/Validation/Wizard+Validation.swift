import SinkDraft
package import SinkSpec

/// When the wizard complains: a value is validated aloud once it has been left, or at once when no
/// further typing could make it right; a required value not yet reached is something to do.
extension Wizard {
  /// Whether an issue is told already.
  package func isShown(_ issue: Issue) -> Bool {
    validation.isShown(issue, at: item(for: issue.pointer))
  }

  /// The issues to tell at an item, the weightiest first.
  package func spokenIssues(at item: FormItem) -> [Issue] {
    if case .issue(let place) = item {
      return draftValidation.issue(byWeight: place).map { [$0] } ?? []
    }
    guard let pointer = pointer(of: item) else { return [] }
    return draftValidation.issues(at: pointer).filter { isShown($0) }
  }

  /// The issue at a place in the list of the review: the weightiest come first.
  package func reviewIssue(_ place: Int) -> Issue? { draftValidation.issue(byWeight: place) }

  /// The issues to tell at a schema field's row: of its own members, not of the fields inside.
  package func spokenIssues(at row: FormRow.FieldRow) -> [Issue] {
    let issues = draftValidation.issues(ofField: row.path)
    guard !issues.isEmpty else { return [] }
    let pointer = row.path.pointer
    let members = SchemaFieldDescription.members.map(\.name) + row.field.unknownMembers.map(\.name)
    let places = Set([pointer] + members.map { pointer.appending($0) })
    return issues.filter { places.contains($0.pointer) && isShown($0) }
      .sorted { $0.severity > $1.severity }
  }

  /// How a step stands; the review stands for all of them.
  package func state(of step: Step) -> StepState { navigation.states[step.rawValue] }

  mutating func updateStates() {
    var states = Step.allCases.map { StepState(isVisited: navigation.visitedSteps.contains($0)) }
    for issue in draftValidation.issuesBesideColumns {
      let isShown = isShown(issue)
      states[Step.holding(issue.pointer).rawValue].count(issue, isShown: isShown)
      states[Step.review.rawValue].count(issue, isShown: isShown)
    }
    let columns = validation.columnState
    for step in [Step.schema, .review] { states[step.rawValue].add(columns) }
    navigation.show(states)
  }

  var reviewRows: FormRows {
    FormRows(
      [.heading(reviewHeading)], .issues(draftValidation.issueCount),
      [.heading(.actions)] + reviewActions.map { .item(.action($0)) })
  }

  /// What can be done at the end.
  private var reviewActions: [ReviewAction] {
    ReviewAction.allCases.filter { $0 != .submit || settings.target != .none }
  }

  private var reviewHeading: FormHeading {
    .issues(
      errors: draftValidation.count(.error), warnings: draftValidation.count(.warning),
      notes: draftValidation.count(.note))
  }

  /// `2 errors`, `1 note`; nil for none.
  package static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : Count.of(number, noun)
  }
}
