import SinkDraft

/// The undo and redo history.
struct History: Sendable {
  /// A draft with the position of the focus.
  struct Snapshot: Sendable {
    var draft: Draft
    var step: Step
    var item: FormItem?
    /// The marked columns that the change applied to.
    var marked: Set<Int> = []
  }

  /// A run of keystrokes in one item that is undone as a single change.
  enum Run: Hashable, Sendable {
    case typing(FormItem)
    case deleting(FormItem)
    /// Letters that select a choice.
    case choosing(FormItem)
  }

  /// The snapshot before a change, and the position of the focus after it.
  private struct Change: Sendable {
    let before: Snapshot
    var after: Snapshot
    /// The approximate number of bytes that only this snapshot retains.
    let weight: Int
  }

  /// The maximum number of changes and bytes to retain; the oldest are dropped first.
  private static let limit = 1000
  private static let weightLimit = 64 << 20

  private var past: [Change] = []
  private var future: [Change] = []
  private var weight = 0
  private var run: Run?
  /// Whether the focus after the last change is still to be recorded.
  private var isLanding = false

  /// Records the snapshot before a change.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot before the change.
  ///   - run: The run that the change belongs to, which is undone as one; nil for a separate
  ///     change.
  ///   - weight: The approximate number of bytes that the change replaces.
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

  /// Records the focus after the last change, to be restored on redo.
  mutating func recordFocus(at step: Step, _ item: FormItem?) {
    guard isLanding, let last = past.indices.last else { return }
    isLanding = false
    past[last].after.step = step
    past[last].after.item = item
  }

  /// Ends a run, so the next key starts a new change.
  mutating func endRun() { run = nil }

  /// Returns the snapshot before the last change; nil if there is none.
  mutating func undo(from draft: Draft) -> Snapshot? {
    endRun()
    while var change = past.popLast() {
      weight -= change.weight
      change.after.draft = draft
      future.append(change)
      // Skip a column that was added and left untouched: nothing changed.
      if change.before.draft != draft { return change.before }
    }
    return nil
  }

  /// Returns the snapshot after the last undone change; nil if there is none.
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
