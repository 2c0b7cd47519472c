import Screen
import SinkDraft
import SinkSpec

/// The request pane, which shows the request or a sample event. F2 focuses it; focusing a field
/// returns the focus to the form.
extension Wizard {
  private func content(of sample: SampleLines?) -> RequestPane.Content {
    guard let sample else {
      return .init(
        lineCount: draftValidation.lines.count, height: max(1, layout.requestHeight),
        followedLine: focusedLine)
    }
    return .init(
      lineCount: sample.lines.count, height: max(1, layout.requestHeight),
      followedLine: sample.focusedLine)
  }

  private var requestContent: RequestPane.Content { content(of: sample) }

  /// Returns the first visible line of the request or the sample event.
  package func requestTop(of sample: SampleLines?) -> Int {
    requestPane.top(of: content(of: sample))
  }

  // MARK: Focus

  /// Moves the focus to the request pane.
  mutating func readRequest() {
    history.endRun()
    editing.stop()
    if let item { touch(item) }
    display.favourRequest(true)
    requestPane.takeFocus(in: requestContent)
  }

  /// Returns the focus to the form; if both panes fit, the request may keep its width.
  mutating func endReading(keepingWidth: Bool) {
    requestPane.loseFocus()
    if !keepingWidth || !layout.isWide { display.favourRequest(false) }
  }

  /// Toggles between the form and a widened request pane.
  ///
  /// If only one pane fits, the request pane replaces the form.
  mutating func togglePreview() {
    let isSampleAlone = sample != nil && layout.form == nil
    if isSampleAlone {
      requestPane.showSampleEvent(false)
      readRequest()
    } else if layout.favoursRequest {
      endReading(keepingWidth: false)
    } else {
      readRequest()
    }
  }

  /// Toggles between the sample event and the request.
  mutating func toggleSample() {
    guard step == .schema else {
      notice = .sampleNeedsSchema
      return
    }
    requestPane.showSampleEvent(sample == nil || layout.request == nil)
    // If only one pane fits, the same key returns to the form.
    if layout.isWide {
      if requestPane.hasFocus { readRequest() }
    } else if requestPane.showsSampleEvent {
      readRequest()
      notice = .sampleShown
    } else {
      endReading(keepingWidth: false)
    }
  }

  /// Keeps the focused line visible after a layout change.
  mutating func followLayout() {
    // If only one pane fits, show the one with the focus.
    if !layout.isWide { display.favourRequest(requestPane.hasFocus) }
    if let line = requestPane.focusedLine {
      requestPane.moveFocus(to: line, in: requestContent)
    }
  }

  mutating func move(_ move: RequestMove) {
    guard let line = requestPane.focusedLine else { return }
    let content = requestContent
    let page = max(1, content.height - 1)
    switch move {
    case .up: requestPane.moveFocus(to: line - 1, in: content)
    case .down: requestPane.moveFocus(to: line + 1, in: content)
    case .pageUp: requestPane.moveFocus(to: line - page, in: content)
    case .pageDown: requestPane.moveFocus(to: line + page, in: content)
    case .first: requestPane.moveFocus(to: 0, in: content)
    case .last: requestPane.moveFocus(to: content.lineCount, in: content)
    case .search: startRequestSearch()
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .field: goToField(ofLine: line)
    case .form: endReading(keepingWidth: false)
    case .formBeside: endReading(keepingWidth: true)
    }
  }

  mutating func scrollRequest(byPages pages: Int) {
    let content = requestContent
    requestPane.scroll(by: pages * max(1, content.height - 2), in: content)
  }

  mutating func scrollRequest(byLines count: Int) {
    let content = requestContent
    requestPane.scroll(by: count, in: content)
    requestPane.keepFocusInView(of: content)
  }

  // MARK: Lines

  /// The request line of the form's focus.
  package var focusedLine: Int? {
    guard let item, let pointer = pointer(of: item), pointer != "/account_id" else { return nil }
    var candidate: Pointer? = pointer
    while let wanted = candidate, wanted != .root {
      if let line = draftValidation.lines.line(of: wanted) { return line }
      candidate = wanted.parent
    }
    return nil
  }

  /// Returns the pointer of the value on a line.
  private func pointer(ofLine line: Int) -> Pointer? {
    guard let sample else {
      return draftValidation.lines.lines(from: line, count: 1).first?.pointer
    }
    guard sample.lines.indices.contains(line) else { return nil }
    switch sample.lines[line] {
    case .event(let line): return line.pointer
    case .row(let row): return row.pointer
    case .heading, .diagnostic: return nil
    }
  }

  mutating func goToField(ofLine line: Int) {
    guard let pointer = pointer(ofLine: line), pointer != .root, item(for: pointer) != nil else {
      notice = .noFieldOnLine
      return
    }
    go(to: pointer)
  }

  /// The item that the help describes: the focused one, or the one behind the focused request line.
  package var helpItem: FormItem? {
    guard let line = requestPane.focusedLine else { return item }
    return pointer(ofLine: line).flatMap { item(for: $0) } ?? item
  }

  // MARK: Text and search

  /// Handles text typed or pasted while the request pane has the focus.
  mutating func insertInRequest(_ text: String) {
    guard requestPane.search?.isTyping == true else { return notice = .requestHasFocus }
    requestPane.editSearch(of: draftValidation.lines, in: requestContent) { $0.insert(text) }
  }

  private mutating func startRequestSearch() {
    guard sample == nil else {
      notice = .searchNeedsRequest
      return
    }
    requestPane.startSearch()
  }

  /// Handles a key of the search.
  ///
  /// - Returns: Whether the search consumed the key.
  mutating func handleInRequestSearch(_ key: Key) -> Bool {
    guard requestPane.search != nil else { return false }
    let (isHandled, result) = requestPane.handleInSearch(
      key, of: draftValidation.lines, in: requestContent)
    report(result)
    return isHandled
  }

  /// Performs a command of the search; other commands end the typing.
  ///
  /// - Returns: Whether the search consumed the command.
  mutating func performInRequestSearch(_ command: Command) -> Bool {
    let (isHandled, result) = requestPane.performInSearch(
      command, of: draftValidation.lines, in: requestContent)
    report(result)
    return isHandled
  }

  private mutating func goToMatch(by direction: Int) {
    report(
      requestPane.goToMatch(
        by: direction, of: sample == nil ? draftValidation.lines : nil, in: requestContent))
  }

  private mutating func report(_ result: RequestPane.SearchResult) {
    switch result {
    case .found: break
    case .noSearch: notice = .nothingSearched
    case .noMatch(let text): notice = .notFound(text)
    case .continuedFromTop: notice = .fromTopAgain
    case .continuedFromBottom: notice = .fromBottomAgain
    }
  }
}

/// An action of a key while the request pane has the focus.
package enum RequestMove: Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
  case search, nextMatch, previousMatch
  /// Go to the field of the line.
  case field
  /// Return to the form, restoring its width or keeping the request wide.
  case form, formBeside
}
