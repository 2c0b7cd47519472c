import SinkSpec

/// The validation of the draft; the form shows the issues of touched values.
package struct FormValidation: Sendable {
  package private(set) var judgement: Judgement
  private var touched = ToldItems()

  init(of draft: Draft) { judgement = Judgement(of: draft) }

  mutating func update(_ draft: Draft, rejected: [RefusedValue]) {
    judgement = Judgement(of: draft, after: judgement, refusals: rejected, told: touched)
  }

  /// Shows the issues of an item from now on.
  mutating func touch(_ item: FormItem, in draft: Draft) {
    guard touched.insert(item), let id = item.fieldID, let path = draft.path(of: id) else { return }
    judgement.retell(at: path, touched)
  }

  /// Shows the issues of some items, and of all columns, from now on.
  mutating func touch(_ items: some Sequence<FormItem>, andColumnsOf draft: Draft) {
    insert(items, columnsOf: draft)
    judgement.retell(at: nil, touched)
  }

  /// Validates another draft, and shows the issues of some items and of all its columns.
  mutating func start(with draft: Draft, touching items: some Sequence<FormItem>) {
    insert(items, columnsOf: draft)
    update(draft, rejected: [])
    judgement.retell(at: nil, touched)
  }

  private mutating func insert(_ items: some Sequence<FormItem>, columnsOf draft: Draft) {
    for item in items { _ = touched.insert(item) }
    touched.insertFields(of: draft)
  }

  /// Whether an issue of an item is shown.
  func isShown(_ issue: Issue, at item: FormItem?) -> Bool { touched.isSpoken(issue, at: item) }
}

extension Wizard {
  package var judgement: Judgement { validation.judgement }
}
