/// The changes so far, so that any can be taken back and brought forth again.
struct History: Sendable {
  /// A draft with where the operator was in it.
  struct Snapshot: Sendable {
    var draft: Draft
    var step: Step
    var item: FormItem?
    /// The columns that the change was made to, when they were marked for it.
    var marked: Set<Int> = []
  }

  /// What makes several keys one change while they follow one another at one item.
  enum Run: Hashable, Sendable {
    case typing(FormItem)
    case deleting(FormItem)
    /// The letters that choose a value.
    case choosing(FormItem)
  }

  /// What was before a change, and where the operator was after it.
  private struct Change: Sendable {
    let before: Snapshot
    var after: Snapshot
    /// About how many bytes the moment before keeps that no other does.
    let weight: Int
  }

  /// A session's worth of changes, and of bytes; the oldest go first.
  private static let limit = 1000
  private static let weightLimit = 64 << 20

  private var past: [Change] = []
  private var future: [Change] = []
  private var weight = 0
  private var run: Run?
  /// Whether it is still to be told where the last change leads.
  private var isLanding = false

  /// Records the state before a change.
  ///
  /// - Parameters:
  ///   - snapshot: the state before the change.
  ///   - run: changes of one run in a row count as one; nil for a change of its own.
  ///   - weight: about how many bytes the change replaces.
  mutating func record(_ snapshot: Snapshot, in run: Run? = nil, weight: Int = 0) {
    future = []
    isLanding = true
    if let run, run == self.run { return }
    self.run = run
    past.append(Change(before: snapshot, after: snapshot, weight: weight))
    self.weight += weight
    while past.count > Self.limit || self.weight > Self.weightLimit, past.count > 1 {
      self.weight -= past.removeFirst().weight
    }
  }

  /// Tells where the operator is after the last change, which is where it is brought forth again.
  mutating func recordFocus(at step: Step, _ item: FormItem?) {
    guard isLanding, let last = past.indices.last else { return }
    isLanding = false
    past[last].after.step = step
    past[last].after.item = item
  }

  /// Ends a run, so that what is typed next is a change of its own.
  mutating func endRun() { run = nil }

  /// The moment before the last change; nil when there is none.
  mutating func undo(from draft: Draft) -> Snapshot? {
    endRun()
    while var change = past.popLast() {
      weight -= change.weight
      change.after.draft = draft
      future.append(change)
      // A column that was added and left without a touch has changed nothing.
      if change.before.draft != draft { return change.before }
    }
    return nil
  }

  /// The moment after the change that was taken back last; nil when there is none.
  mutating func redo(from draft: Draft) -> Snapshot? {
    endRun()
    while let change = future.popLast() {
      weight += change.weight
      past.append(change)
      if change.after.draft != draft { return change.after }
    }
    return nil
  }
}
