import Screen
import SinkDraft
package import SinkSpec

/// The pane that shows the request or a sample event: the visible lines, the focus and the search.
package struct RequestPane: Sendable {
  /// The dimensions of the displayed lines, for scrolling.
  struct Content {
    let lineCount: Int
    /// The number of visible lines.
    let height: Int
    /// The line of the form's focus.
    let followedLine: Int?
  }

  /// The result of a search.
  enum SearchResult {
    case found, noSearch
    case noMatch(String)
    case continuedFromTop, continuedFromBottom
  }

  /// The first visible line; nil to follow the form's focus.
  package private(set) var topLine: Int?
  /// The focused line; nil while the form has the focus.
  package private(set) var focusedLine: Int?
  package private(set) var search: RequestSearch?
  /// The values that the last event changed, which are highlighted.
  package private(set) var changed: Set<Pointer> = []
  /// Whether the schema step shows a sample event instead of the request.
  private(set) var showsSampleEvent = false
  /// The text of the last search.
  private var lastSearchText = ""

  package var hasFocus: Bool { focusedLine != nil }

  mutating func highlight(_ pointers: Set<Pointer>) { changed = pointers }

  mutating func showSampleEvent(_ isShown: Bool) {
    showsSampleEvent = isShown
    topLine = nil
  }

  // MARK: Scrolling

  func top(of content: Content) -> Int {
    let last = max(0, content.lineCount - content.height)
    if let topLine { return min(topLine, last) }
    guard let line = content.followedLine else { return 0 }
    return line < content.height - 2 ? 0 : max(0, min(last, line - content.height / 2))
  }

  mutating func followForm() { topLine = nil }

  mutating func scroll(by lines: Int, in content: Content) {
    topLine = max(0, min(top(of: content) + lines, content.lineCount - content.height))
  }

  // MARK: Focus

  mutating func takeFocus(in content: Content) {
    let top = top(of: content)
    focusedLine = min(content.followedLine ?? top, max(0, content.lineCount - 1))
    search = nil
    topLine = top
    keepFocusInView(of: content)
  }

  mutating func loseFocus() {
    focusedLine = nil
    search = nil
  }

  mutating func moveFocus(to line: Int, in content: Content) {
    let line = max(0, min(line, content.lineCount - 1))
    focusedLine = line
    topLine = max(line - content.height + 1, min(top(of: content), line))
  }

  /// Moves the focus to the nearest visible line after scrolling.
  mutating func keepFocusInView(of content: Content) {
    guard let line = focusedLine else { return }
    let top = top(of: content)
    let last = min(top + content.height, content.lineCount) - 1
    focusedLine = max(top, min(line, last))
  }

  /// Moves the focus to a line, centring it unless it is visible.
  private mutating func show(_ line: Int, in content: Content) {
    let top = top(of: content)
    if !(top..<top + content.height).contains(line) {
      topLine = max(0, min(line - content.height / 2, content.lineCount - content.height))
    }
    moveFocus(to: line, in: content)
  }

  // MARK: Search

  mutating func startSearch() {
    if let focusedLine { search = RequestSearch(origin: focusedLine) }
  }

  /// Handles a key of the search.
  ///
  /// - Returns: Whether the search consumed the key, and the result of a finished search.
  mutating func handleInSearch(
    _ key: Key, of lines: RequestLines, in content: Content
  ) -> (isHandled: Bool, result: SearchResult) {
    guard let search else { return (false, .found) }
    guard search.isTyping else {
      if key == .escape { self.search = nil }
      return (key == .escape, .found)
    }
    if case .character(let character) = key {
      editSearch(of: lines, in: content) { $0.insert(String(character)) }
      return (true, .found)
    }
    guard let command = Keymap.command(for: key, in: [.searching, .text]) else {
      return (false, finishSearch())
    }
    return performInSearch(command, of: lines, in: content)
  }

  /// Performs a command while the search text is being typed; unrelated commands end the typing.
  ///
  /// - Returns: Whether the search consumed the command, and the result of a finished search.
  mutating func performInSearch(
    _ command: Command, of lines: RequestLines, in content: Content
  ) -> (isHandled: Bool, result: SearchResult) {
    guard let search else { return (false, .found) }
    switch command {
    case .endSearch:
      self.search = nil
      moveFocus(to: search.origin, in: content)
    case .keepSearch:
      // With no text, Enter repeats the last search.
      let last = lastSearchText
      if search.editor.text.isEmpty { editSearch(of: lines, in: content) { $0.insert(last) } }
      return (true, finishSearch())
    case _ where Keymap.binds(command, in: .text):
      editSearch(of: lines, in: content) { $0.perform(command) }
    default: return (false, finishSearch())
    }
    return (true, .found)
  }

  /// Changes the search text and moves the focus to the first match at or after the origin.
  mutating func editSearch(
    of lines: RequestLines, in content: Content, _ change: (inout LineEditor) -> Void
  ) {
    search?.edit(in: lines, change)
    if let search { show(search.firstMatch ?? search.origin, in: content) }
  }

  private mutating func finishSearch() -> SearchResult {
    guard let search, !search.isEmpty else {
      self.search = nil
      return .found
    }
    lastSearchText = search.editor.text
    self.search?.stopTyping()
    return search.matches.isEmpty ? .noMatch(search.editor.text) : .found
  }

  /// Moves the focus to the next match, repeating the last search if none is active.
  ///
  /// - Parameters:
  ///   - direction: 1 for the next match, -1 for the previous one.
  ///   - lines: The lines of the request; nil while it is not shown.
  ///   - content: The content of the pane.
  /// - Returns: The result of the search.
  mutating func goToMatch(
    by direction: Int, of lines: RequestLines?, in content: Content
  ) -> SearchResult {
    guard let focusedLine else { return .noSearch }
    if search == nil, let lines, !lastSearchText.isEmpty {
      search = RequestSearch(repeating: lastSearchText, from: focusedLine, in: lines)
    }
    guard let search else { return .noSearch }
    guard let next = search.match(from: focusedLine, by: direction) else {
      return .noMatch(search.editor.text)
    }
    show(next.line, in: content)
    guard next.isAround else { return .found }
    return direction > 0 ? .continuedFromTop : .continuedFromBottom
  }
}
