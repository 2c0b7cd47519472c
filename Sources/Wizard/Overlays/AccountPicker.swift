package import CloudflareAPI
package import Screen
package import SinkSpec

/// A list of the account's resources, to pick a value from.
///
/// The list may still be loading; closing the overlay then stops the request.
package struct AccountPicker: WizardOverlay, Hashable {
  package enum Purpose: Hashable, Sendable {
    /// The value of a parameter.
    case value(Pointer)
    /// A sink to start from.
    case startFromSink
    /// A stream to import columns from.
    case streamColumns
    /// The stream that the pipeline of the created sink reads.
    case pipelineStream
  }

  /// The maximum number of lines to show; typing finds the others.
  package static let lineLimit = 500

  package let query: AccountQuery
  package let purpose: Purpose
  package private(set) var filter = ""
  package private(set) var selected = 0
  /// Whether the list is loading, so that line mode waits for it.
  package private(set) var isWaiting = false

  init(_ query: AccountQuery, purpose: Purpose) {
    self.query = query
    self.purpose = purpose
  }

  package var title: String {
    switch query {
    case .accounts: "Accounts"
    case .sinks: "Sinks to start from"
    case .streams: "Streams of the account"
    case .buckets: "Buckets"
    case .catalogs: "Buckets and their Data Catalogs"
    case .namespaces(_, let bucket): "Namespaces in \(bucket)"
    case .tables(_, let bucket, let namespace): "Tables of \(namespace) in \(bucket)"
    }
  }

  /// Returns all rows that match the filter.
  private func matches(in wizard: Wizard) -> [AccountRow] {
    guard case .answered(let answer)? = wizard.account.content(of: query) else { return [] }
    let rows = answer.rows(now: wizard.now)
    guard !filter.isEmpty else { return rows }
    let wanted = filter.lowercased()
    return rows.filter {
      $0.value.lowercased().contains(wanted) || $0.details.lowercased().contains(wanted)
    }
  }

  /// Returns the rows to show.
  package func shown(in wizard: Wizard) -> [AccountRow] {
    Array(matches(in: wizard).prefix(Self.lineLimit))
  }

  /// Returns a message about the list: loading, empty, incomplete or unreadable; nil if it is
  /// complete.
  package func status(in wizard: Wizard) -> String? {
    switch wizard.account.content(of: query) {
    case .loading: return "loading …"
    case .failed(let sentence):
      let alternative = purpose == .pipelineStream ? "; type the name of a stream instead" : ""
      return "not read: \(sentence)\(alternative)"
    case nil: return "not read"
    case .answered(let answer):
      let count = matches(in: wizard).count
      var clauses = answer.gaps
      if count == 0 {
        clauses.insert(filter.isEmpty ? "none" : "no match", at: 0)
      } else if count > Self.lineLimit {
        let digits = Count.digits(of: count)
        clauses.insert("the first \(Self.lineLimit) of \(digits); type to find others", at: 0)
      }
      return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }
  }

  // MARK: Keys and mouse

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [
      .text("type to filter"), .text("↑ ↓ choose"), .enter("accept"),
      .key("Ctrl-R", "refresh", .refresh), .esc("close"),
    ]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    let page = max(1, wizard.layout.overlayHeight - 1)
    switch key {
    case .escape, .control("c"), .control("q"): return cancel(in: wizard)
    case .enter, .tab: return perform(.accept, in: wizard)
    case .control("r"): return perform(.refresh, in: wizard)
    case .down, .control("n"): select(selected + 1, in: wizard)
    case .up, .control("p"): select(selected - 1, in: wizard)
    case .pageDown: select(selected + page, in: wizard)
    case .pageUp: select(selected - page, in: wizard)
    case .home: select(0, in: wizard)
    case .end: select(Self.lineLimit, in: wizard)
    case .backspace: look(for: String(filter.dropLast()))
    case .control("u"), .control("w"), .altBackspace: look(for: "")
    case .character(let character): look(for: filter + String(character))
    default: break
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    let query = query
    switch command {
    case .accept:
      let shown = shown(in: wizard)
      if shown.indices.contains(selected) { return use(shown[selected]) }
      return typedRow(in: wizard).map { use($0) } ?? .stay
    case .refresh:
      isWaiting = true
      return .stay { wizard in wizard.account.refresh(query).map { [$0] } ?? [] }
    default: return .stay
    }
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    let (query, purpose) = (query, purpose)
    return .close { wizard in
      if purpose == .pipelineStream { wizard.show(CreatedSinkReport()) }
      return wizard.account.stop(query)
    }
  }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    select(option, in: wizard)
    return perform(.accept, in: wizard)
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    select(selected + steps, in: wizard)
  }

  /// Makes line mode wait until the list has loaded.
  mutating func wait() { isWaiting = true }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    if case .answered = event { isWaiting = wizard.account.content(of: query) == .loading }
    return .stay
  }

  package mutating func paste(_ text: String) { look(for: filter + text) }

  private func use(_ row: AccountRow) -> OverlayResponse {
    let purpose = purpose
    return .close { wizard in
      wizard.take(row, for: purpose)
      return []
    }
  }

  /// Returns the typed name of a stream, which can be used if the list could not be read.
  private func typedRow(in wizard: Wizard) -> AccountRow? {
    guard purpose == .pipelineStream, case .failed? = wizard.account.content(of: query),
      !filter.isEmpty
    else { return nil }
    return AccountRow(filter, [])
  }

  private mutating func select(_ line: Int, in wizard: Wizard) {
    selected = max(0, min(line, shown(in: wizard).count - 1))
  }

  private mutating func look(for text: String) {
    filter = text
    selected = 0
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    let lines = shown(in: wizard).enumerated().map { index, row in
      "  \(index + 1) \(row.value)" + (row.details.isEmpty ? "" : " (\(row.details))")
    }
    return ["\(title):"] + PlainSession.limited(lines)
      + (status(in: wizard).map { ["  \($0)"] } ?? [])
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    "Number or name, part of a name to filter, Enter to refresh, /back to close: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    if line.isEmpty {
      filter = ""
      return .accepted(perform(.refresh, in: wizard))
    }
    let shown = shown(in: wizard)
    if let row = shown.first(where: { $0.value == line }) { return .accepted(use(row)) }
    if let index = line.itemIndex(among: shown.count) { return .accepted(use(shown[index])) }
    look(for: line)
    let found = self.shown(in: wizard)
    if found.count == 1 { return .accepted(use(found[0])) }
    if let typed = typedRow(in: wizard) { return .accepted(use(typed)) }
    if found.isEmpty {
      filter = ""
      return .problem("Nothing in the list contains \"\(line)\".")
    }
    return .accepted(.stay)
  }
}
