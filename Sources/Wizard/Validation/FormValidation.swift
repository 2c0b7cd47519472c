package import SinkDraft
import SinkSpec

/// The validation of the draft; the form shows the issues of touched values.
package struct FormValidation: Sendable {
  package private(set) var draftValidation: DraftValidation
  private var touched = TouchedItems()

  init(of draft: Draft) { draftValidation = DraftValidation(of: draft) }

  mutating func update(_ draft: Draft, rejected: [RefusedValue]) {
    draftValidation.update(for: draft, refusals: rejected.map(\.issue))
  }

  /// Shows the issues of an item from now on.
  mutating func touch(_ item: FormItem) { _ = touched.insert(item) }

  /// Shows the issues of some items, and of all columns, from now on.
  mutating func touch(_ items: some Sequence<FormItem>, andColumnsOf draft: Draft) {
    for item in items { _ = touched.insert(item) }
    touched.insertFields(of: draft)
  }

  /// Validates another draft, and shows the issues of some items and of all its columns.
  mutating func start(with draft: Draft, touching items: some Sequence<FormItem>) {
    touch(items, andColumnsOf: draft)
    update(draft, rejected: [])
  }

  /// Replaces the draft by another one that has been validated already, as
  /// ``start(with:touching:)`` does.
  mutating func start(
    with draft: Draft, _ validation: DraftValidation, touching items: some Sequence<FormItem>
  ) {
    touch(items, andColumnsOf: draft)
    draftValidation = validation
  }

  /// The state of the columns, by the issues that are shown.
  var columnState: StepState {
    var state = StepState(
      errors: draftValidation.columnCount(.error), warnings: draftValidation.columnCount(.warning),
      notes: draftValidation.columnCount(.note))
    let hidden = draftValidation.tentativeIssues(
      inColumns: { !touched.containsAll(in: $0) },
      where: { !touched.isShown($0, at: $1.item(for: $0.pointer.tokens[...])) })
    for issue in hidden { state.hide(issue) }
    return state
  }

  /// Returns whether an issue of an item is shown.
  func isShown(_ issue: Issue, at item: FormItem?) -> Bool { touched.isShown(issue, at: item) }
}

extension Wizard {
  package var draftValidation: DraftValidation { validation.draftValidation }
}
