/// The drafts before and after, so that any change can be taken back.
struct History: Sendable {
  /// A draft with where the operator was in it.
  struct Moment: Sendable {
    let draft: Draft
    let step: Step
    let item: FormItem?
  }

  private var past: [Moment] = []
  private var future: [Moment] = []
  /// What the last change was typed into, while typing goes on there.
  private var typingIn: FormItem?

  /// Remembers the moment before a change; changes typed in a row into one item count as one.
  mutating func record(_ moment: Moment, typingIn item: FormItem? = nil) {
    future = []
    if let item, item == typingIn { return }
    typingIn = item
    past.append(moment)
    // A session's worth of changes; the oldest goes first.
    if past.count > 1000 { past.removeFirst() }
  }

  /// Ends a run of typing, so that what is typed next is a change of its own.
  mutating func endTyping() { typingIn = nil }

  mutating func undo(from now: Moment) -> Moment? {
    endTyping()
    guard let moment = past.popLast() else { return nil }
    future.append(now)
    return moment
  }

  mutating func redo(from now: Moment) -> Moment? {
    endTyping()
    guard let moment = future.popLast() else { return nil }
    past.append(now)
    return moment
  }
}
