package import Screen
package import SinkDraft
import SinkSpec

/// A list of saved drafts to resume.
package struct DraftList: WizardOverlay, Hashable {
  /// The drafts, newest first; never empty.
  package private(set) var drafts: [DraftSummary]
  /// The line of the selected draft among those shown.
  package private(set) var selected = 0
  /// The text that the shown drafts contain.
  package private(set) var filter = ""
  /// Whether the overlay waits for confirmation to delete the selected draft.
  package private(set) var asksToDelete = false

  init(drafts: [DraftSummary]) { self.drafts = drafts }

  /// The indices of the drafts that contain the filter.
  package var shown: [Int] {
    let wanted = filter.lowercased()
    return drafts.indices.filter {
      wanted.isEmpty || Self.words(of: drafts[$0]).lowercased().contains(wanted)
    }
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    asksToDelete
      ? [.key("y", "delete it permanently", .answer(true)), .key("n", "keep it", .answer(false))]
      : shown.isEmpty
        ? [.enter(newSinkText), .key("Ctrl-U", "show all drafts", .deleteToStart)]
        : [
          .enter("resume it"), .esc(newSinkText), .key("Del", "delete", .deleteDraft),
          .text("type to filter"),
        ]
  }

  /// The description of starting a new sink, named by the text typed so far.
  private var newSinkText: String {
    filter.isEmpty ? "start a new sink" : "start \(TextWrap.shortened(filter, width: 20))"
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    if asksToDelete {
      return perform(.answer([.character("y"), .character("Y")].contains(key)), in: wizard)
    }
    switch key {
    case .tab where shown.isEmpty: return perform(.accept, in: wizard)
    case .down, .tab: select(selected + 1)
    case .up, .backTab: select(selected - 1)
    case .enter: return perform(.accept, in: wizard)
    case .delete: return perform(.deleteDraft, in: wizard)
    case .escape: return cancel(in: wizard)
    case .control("c"), .control("q"): return leave()
    case .backspace: look(for: String(filter.dropLast()))
    case .control("u"), .control("w"), .altBackspace: look(for: "")
    case .character(let character): look(for: filter + String(character))
    default: break
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: return shown.isEmpty ? startNew(andContinue: true) : resume()
    case .deleteToStart: look(for: "")
    case .deleteDraft: asksToDelete = shown.indices.contains(selected)
    case .answer(let isConfirmed) where asksToDelete: return answerDeletion(isConfirmed)
    default: break
    }
    return .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    asksToDelete ? answerDeletion(false) : startNew(andContinue: false)
  }

  /// Closes the list; text typed before the operator saw the list becomes the name of the sink.
  private func startNew(andContinue continues: Bool) -> OverlayResponse {
    let name = filter
    return .close { wizard in
      if !name.isEmpty { wizard.nameNewSink(name) }
      if continues { wizard.focusNextItem() }
      wizard.notice = .draftDeclined
      return []
    }
  }

  package func leave(in wizard: Wizard) -> OverlayResponse? { leave() }

  private func leave() -> OverlayResponse { .stay { _ in [.leave] } }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    asksToDelete = false
    if selected == option { return resume() }
    select(option)
    return .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    if asksToDelete { asksToDelete = false } else { select(selected + steps) }
  }

  package mutating func paste(_ text: String) { if !asksToDelete { look(for: filter + text) } }

  private mutating func select(_ line: Int) { selected = max(0, min(line, shown.count - 1)) }

  private mutating func look(for text: String) {
    filter = text
    selected = 0
  }

  private func resume() -> OverlayResponse {
    guard shown.indices.contains(selected) else { return .stay }
    let number = drafts[shown[selected]].number
    return .stay { _ in [.resume(number: number)] }
  }

  private mutating func answerDeletion(_ isConfirmed: Bool) -> OverlayResponse {
    asksToDelete = false
    guard isConfirmed, shown.indices.contains(selected) else { return .stay }
    let number = drafts.remove(at: shown[selected]).number
    select(selected)
    let effects = [Effect.deleteDraft(number: number)]
    return drafts.isEmpty ? .close { _ in effects } : .stay { _ in effects }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    let shown = asksToDelete ? selected..<selected + 1 : drafts.indices
    return (asksToDelete ? [] : ["Saved drafts:"])
      + shown.map { "  \($0 + 1) \(Self.words(of: drafts[$0]))" }
  }

  private static func words(of draft: DraftSummary) -> String {
    let name = draft.name.isEmpty ? "(no name)" : draft.name
    let columns = Wizard.count(draft.columnCount, "column").map { ", \($0)" } ?? ""
    return
      "\(name), \(draft.type)\(columns), \(origin(of: draft)), saved at \(draft.savedAt.rfc3339)"
  }

  /// Returns the account and the endpoint that a draft belongs to.
  package static func origin(of draft: DraftSummary) -> String {
    let account = draft.account
    let short = account.count > 12 ? "\(account.prefix(4))…\(account.suffix(4))" : account
    let owner = account.isEmpty ? "no account" : "account \(short)"
    return [owner, draft.endpoint].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    asksToDelete
      ? "Delete it permanently? y or n: "
      : "Number to resume, n for a new sink, d and a number to delete: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    let answer = line.lowercased()
    if asksToDelete {
      guard ["y", "yes", "n", "no"].contains(answer) else { return .refused }
      return .accepted(answerDeletion(answer.hasPrefix("y")))
    }
    if answer == "n" { return .accepted(cancel(in: wizard)) }
    let deletes = answer.hasPrefix("d")
    let digits = deletes ? answer.dropFirst().drop { $0 == " " } : answer[...]
    guard let index = String(digits).itemIndex(among: drafts.count) else { return .refused }
    look(for: "")
    selected = index
    asksToDelete = deletes
    return .accepted(deletes ? .stay : resume())
  }
}
