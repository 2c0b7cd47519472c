import SinkSpec
import Surface

/// Reading the request, line by line: F2 gives it the focus, whatever gives a field the focus takes
/// it away again.
extension Wizard {
  // MARK: Going in and out

  /// Gives the focus to the request, or to the sample event in its place.
  mutating func readRequest() {
    history.endRun()
    typeahead = ""
    isSecretRevealed = false
    if let item { tell(item) }
    layout.favoursRequest = true
    let top = readingTop
    let line = sample.map(\.focusedLine) ?? focusedLine
    reading = RequestReading(line: min(line ?? top, max(0, readingCount - 1)))
    requestScroll = top
    keepLineInView()
  }

  /// The form has the focus again; where both fit, the request stays as wide as asked for.
  mutating func endReading(keepingWidth: Bool) {
    reading = nil
    if !keepingWidth || !layout.isWide { layout.favoursRequest = false }
  }

  // MARK: Lines

  /// How many lines there are to read.
  private var readingCount: Int { sample?.lines.count ?? judgement.lines.count }

  private var readingHeight: Int {
    max(1, sample == nil ? layout.bodyHeight - 1 : layout.bodyHeight)
  }

  private var readingTop: Int {
    sample.map { top(of: $0, height: readingHeight) } ?? requestTop(height: readingHeight)
  }

  mutating func move(_ move: RequestMove) {
    guard let reading else { return }
    let page = max(1, readingHeight - 1)
    switch move {
    case .up: moveLine(to: reading.line - 1)
    case .down: moveLine(to: reading.line + 1)
    case .pageUp: moveLine(to: reading.line - page)
    case .pageDown: moveLine(to: reading.line + page)
    case .first: moveLine(to: 0)
    case .last: moveLine(to: readingCount)
    case .search: startRequestSearch()
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .field: goToField(ofLine: reading.line)
    case .form: endReading(keepingWidth: false)
    case .formBeside: endReading(keepingWidth: true)
    }
  }

  mutating func moveLine(to line: Int) {
    let line = max(0, min(line, readingCount - 1))
    reading?.line = line
    requestScroll = max(line - readingHeight + 1, min(readingTop, line))
  }

  /// Goes to a line of which those around it are wanted too.
  private mutating func showLine(_ line: Int) {
    let shown = readingTop..<readingTop + readingHeight
    if !shown.contains(line) {
      requestScroll = max(0, min(line - readingHeight / 2, readingCount - readingHeight))
    }
    moveLine(to: line)
  }

  mutating func scrollRequest(byLines count: Int) {
    requestScroll = max(0, min(readingTop + count, readingCount - readingHeight))
  }

  /// Moves the focus to the nearest line that shows, after what shows has changed.
  mutating func keepLineInView() {
    guard let line = reading?.line else { return }
    let top = readingTop
    let last = min(top + readingHeight, readingCount) - 1
    reading?.line = max(top, min(line, last))
  }

  /// The value that a line shows.
  private func pointer(ofLine line: Int) -> Pointer? {
    guard let sample else { return judgement.lines.lines(from: line, count: 1).first?.pointer }
    guard sample.lines.indices.contains(line) else { return nil }
    switch sample.lines[line] {
    case .event(let line): return line.pointer
    case .row(let row): return row.pointer
    case .heading, .remark: return nil
    }
  }

  mutating func goToField(ofLine line: Int) {
    guard let pointer = pointer(ofLine: line), pointer != .root, item(for: pointer) != nil else {
      notice = .noFieldOnLine
      return
    }
    go(to: pointer)
  }

  /// What the help speaks of: the focused item, or what asks for the focused line of the request.
  package var helpItem: FormItem? {
    guard let reading else { return item }
    return pointer(ofLine: reading.line).flatMap { item(for: $0) } ?? item
  }

  // MARK: Searching

  private mutating func startRequestSearch() {
    guard sample == nil, let line = reading?.line else {
      notice = .searchNeedsRequest
      return
    }
    reading?.search = RequestSearch(origin: line)
  }

  /// - Returns: whether the key was for the search alone.
  mutating func handleInRequestSearch(_ key: Key) -> Bool {
    guard let search = reading?.search else { return false }
    guard search.isTyping else {
      if key == .escape { reading?.search = nil }
      return key == .escape
    }
    switch key {
    case .escape, .control("c"):
      reading?.search = nil
      moveLine(to: search.origin)
    case .enter:
      // Nothing typed means what was looked for before.
      let last = lastRequestSearch
      if search.editor.text.isEmpty { lookInRequest { $0.insert(last) } }
      endTypingSearch()
    case .character(let character): lookInRequest { $0.insert(String(character)) }
    default:
      guard let command = Keymap.command(for: key, in: [.text]) else {
        endTypingSearch()
        return false
      }
      lookInRequest { $0.perform(command) }
    }
    return true
  }

  private mutating func endTypingSearch() {
    guard let search = reading?.search else { return }
    guard !search.needle.isEmpty else {
      reading?.search = nil
      return
    }
    lastRequestSearch = search.editor.text
    reading?.search?.isTyping = false
    if search.matches.isEmpty { notice = .notFound(search.editor.text) }
  }

  /// Changes the text that is looked for; the focus goes to the first line from where the search
  /// began that has it.
  mutating func lookInRequest(_ change: (inout LineEditor) -> Void) {
    guard var search = reading?.search else { return }
    change(&search.editor)
    let needle = search.editor.text.lowercased()
    if needle != search.needle {
      let isNarrower = !search.needle.isEmpty && needle.contains(search.needle)
      search.matches = lines(with: needle, among: isNarrower ? search.matches : nil)
      search.needle = needle
    }
    reading?.search = search
    let place = search.place(after: search.origin - 1)
    showLine(
      search.matches.isEmpty
        ? search.origin : search.matches[place < search.matches.count ? place : 0])
  }

  private func lines(with needle: String, among candidates: [Int]?) -> [Int] {
    guard !needle.isEmpty else { return [] }
    let lines = judgement.lines
    if let candidates, candidates.count < lines.count / 8 {
      return candidates.filter { line in
        lines.lines(from: line, count: 1).contains { $0.text.lowercased().contains(needle) }
      }
    }
    let block = 1_000
    return stride(from: 0, to: lines.count, by: block).flatMap { top in
      lines.lines(from: top, count: block).enumerated()
        .filter { $1.text.lowercased().contains(needle) }.map { top + $0.offset }
    }
  }

  /// Takes up the search that was ended last.
  private mutating func searchAgain() {
    guard let line = reading?.line else { return }
    var search = RequestSearch(origin: line)
    search.isTyping = false
    search.editor = LineEditor(lastRequestSearch)
    search.needle = lastRequestSearch.lowercased()
    search.matches = lines(with: search.needle, among: nil)
    reading?.search = search
  }

  private mutating func goToMatch(by direction: Int) {
    if reading?.search == nil, sample == nil, !lastRequestSearch.isEmpty {
      searchAgain()
    }
    guard let reading, let search = reading.search else {
      notice = .nothingSearched
      return
    }
    guard !search.matches.isEmpty else {
      notice = .notFound(search.editor.text)
      return
    }
    let next =
      direction > 0 ? search.place(after: reading.line) : search.place(after: reading.line - 1) - 1
    if next == search.matches.count { notice = .fromTopAgain }
    if next < 0 { notice = .fromBottomAgain }
    showLine(search.matches[(next + search.matches.count) % search.matches.count])
  }
}
