import SinkDraft
package import SinkSpec

/// The visibility of issues: an issue is shown after its item has been left, or immediately if
/// further typing cannot resolve it; a required value that was not visited yet counts as remaining.
extension Wizard {
  /// Returns whether an issue is shown.
  package func isShown(_ issue: Issue) -> Bool {
    validation.isShown(issue, at: item(for: issue.pointer))
  }

  /// Returns the shown issues of an item, the most severe first.
  package func spokenIssues(at item: FormItem) -> [Issue] {
    if case .issue(let place) = item {
      return draftValidation.issue(byWeight: place).map { [$0] } ?? []
    }
    guard let pointer = pointer(of: item) else { return [] }
    return draftValidation.issues(at: pointer).filter { isShown($0) }
  }

  /// Returns the issue at an index in the review, where the most severe come first.
  package func reviewIssue(_ place: Int) -> Issue? { draftValidation.issue(byWeight: place) }

  /// Returns the shown issues of a schema field's own members, the most severe first.
  package func spokenIssues(at row: FormRow.FieldRow) -> [Issue] {
    let issues = draftValidation.issues(ofField: row.path)
    guard !issues.isEmpty else { return [] }
    let pointer = row.path.pointer
    let members = SchemaFieldDescription.members.map(\.name) + row.field.unknownMembers.map(\.name)
    let places = Set([pointer] + members.map { pointer.appending($0) })
    return issues.filter { places.contains($0.pointer) && isShown($0) }
      .sorted { $0.severity > $1.severity }
  }

  /// Returns the state of a step; the review's state combines all steps.
  package func state(of step: Step) -> StepState { navigation.states[step.rawValue] }

  mutating func updateStates() {
    var states = zip(Step.allCases, navigation.requiredCounts).map { step, required in
      StepState(isVisited: navigation.visitedSteps.contains(step), requiredTotal: required)
    }
    for issue in draftValidation.issuesBesideColumns {
      let isShown = isShown(issue)
      states[Step.holding(issue.pointer).rawValue].count(issue, isShown: isShown)
      states[Step.review.rawValue].count(issue, isShown: isShown)
    }
    let columns = validation.columnState
    for step in [Step.schema, .review] { states[step.rawValue].add(columns) }
    navigation.show(states)
  }

  /// Counts the required values of each step that apply to the draft; the review counts those of
  /// all steps.
  mutating func countRequired() {
    var counts = Step.allCases.map { _ in 0 }
    for (parameter, step) in Self.requiredParameters where draft.applies(parameter) {
      counts[step.rawValue] += 1
      counts[Step.review.rawValue] += 1
    }
    navigation.show(requiredCounts: counts)
  }

  private static let requiredParameters = SinkDescription.asked.filter(isRequired)
    .map { (parameter: $0, step: Step.holding($0.pointer)) }

  var reviewRows: FormRows {
    FormRows(
      [.heading(.summary)] + reviewLines + [.heading(reviewHeading)],
      .issues(draftValidation.issueCount),
      [.heading(.actions)] + reviewActions.map { .item(.action($0)) })
  }

  /// The action that the review leads to.
  package var primaryAction: ReviewAction { settings.target == .none ? .finish : .submit }

  /// The row of the review's primary action, which stays visible below the others; nil elsewhere.
  package var primaryRow: Int? { step == .review ? row(of: .action(primaryAction)) : nil }

  /// Returns the number of lines that the rows down to the focus may take, given those of the form.
  package func scrolledHeight(in height: Int) -> Int {
    guard let primaryRow, let item, let row = row(of: item), row < primaryRow,
      rows.lineCount > height
    else { return height }
    return height - 1
  }

  /// The actions of the review.
  private var reviewActions: [ReviewAction] {
    ReviewAction.allCases.filter { $0 != .submit || settings.target != .none }
  }

  private var reviewHeading: FormHeading {
    .issues(
      errors: draftValidation.count(.error), warnings: draftValidation.count(.warning),
      notes: draftValidation.count(.note))
  }

  /// Returns a count such as `2 errors` or `1 note`; nil for zero.
  package static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : Count.of(number, noun)
  }
}
