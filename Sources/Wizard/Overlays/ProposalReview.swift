package import Screen
import SinkDraft
package import SinkSpec

/// A review of proposed columns before they replace the current ones.
package struct ProposalReview: WizardOverlay, Hashable {
  /// The number of lines below the list that describe the focused column.
  package static let detailHeight = 4

  /// The name of the file that the columns come from.
  package let name: String
  package private(set) var proposal: SchemaProposal
  package private(set) var changes: SchemaChanges
  /// Whether some integers could be timestamps.
  package let offersTimes: Bool
  /// The selected line; diagnostics on the whole proposal come first, then the columns.
  package private(set) var selected = 0
  /// The top-level columns whose changes are rejected, as indices of ``SchemaChanges``.
  private var left: Set<Int> = []
  private let old: FieldList

  init(name: String, _ proposal: SchemaProposal, replacing old: FieldList) {
    self.name = name
    self.proposal = proposal
    self.old = old
    offersTimes = proposal.columns.contains { $0.offersTime }
    changes = SchemaChanges(from: old, to: proposal.columns)
  }

  package var lineCount: Int { proposal.diagnostics.count + changes.lines.count }

  /// Returns the change on a line; nil for a diagnostic on the whole proposal.
  package func change(onLine line: Int) -> SchemaChanges.Line? {
    let index = line - proposal.diagnostics.count
    return changes.lines.indices.contains(index) ? changes.lines[index] : nil
  }

  /// Returns the proposed column of a change; nil if the column would be removed.
  package func column(of change: SchemaChanges.Line) -> SchemaField? {
    guard let path = change.path else { return nil }
    return proposal.columns.field(at: path)
  }

  /// Returns whether the change of a line's column is rejected.
  package func isLeft(_ change: SchemaChanges.Line) -> Bool { left.contains(change.column) }

  package var leftCount: Int { left.count }
  /// Whether any column would change or be removed.
  private var replacesSome: Bool { !changes.replaced.isEmpty }

  /// Returns the number of list lines that fit into the box.
  package func listHeight(in layout: Layout) -> Int {
    max(1, min(layout.overlayHeight - Self.detailHeight - 1, lineCount))
  }

  // MARK: Keys and mouse

  package func footer(in wizard: Wizard) -> [FooterItem] {
    let isWhole = lineCount <= listHeight(in: wizard.layout)
    return (isWhole ? [] : [.text("\(selected + 1) of \(lineCount)")])
      + [.enter("accept"), .text("Space accept/reject")]
      + (replacesSome ? [.key("a", "only new", .onlyAdd)] : [])
      + (offersTimes ? [.key("t", "numbers as times", .takeTimes), .text("T this one")] : [])
      + [.esc("discard")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    let page = max(1, wizard.layout.overlayHeight - Self.detailHeight - 2)
    switch key {
    case .escape, .control("c"): return cancel(in: wizard)
    case .enter: return perform(.accept, in: wizard)
    case .down, .tab, .control("n"): select(selected + 1)
    case .up, .backTab, .control("p"): select(selected - 1)
    case .pageDown: select(selected + page)
    case .pageUp: select(selected - page)
    case .home: select(0)
    case .end: select(lineCount - 1)
    case .character("t"): return perform(.takeTimes, in: wizard)
    case .character("T"): toggleTime()
    case .character("a"): return perform(.onlyAdd, in: wizard)
    case .character(" "): toggleColumn()
    default: break
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: return accept()
    case .takeTimes: toggleAllTimes()
    case .onlyAdd: toggleReplaced()
    default: break
    }
    return .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    .close { wizard in
      wizard.notice = .importDiscarded
      return []
    }
  }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    select(option)
    return .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) { select(selected + steps) }

  private func accept() -> OverlayResponse {
    let (name, columns) = (name, changes.result(leaving: left))
    return .close { wizard in
      wizard.takeColumns(columns, from: name)
      return []
    }
  }

  private mutating func select(_ line: Int) { selected = max(0, min(line, lineCount - 1)) }

  /// Rejects the change of the selected line's top-level column, or accepts it again.
  private mutating func toggleColumn() {
    guard let change = change(onLine: selected) else { return }
    toggle(change.column)
  }

  private mutating func toggle(_ column: Int) {
    if left.remove(column) == nil { left.insert(column) }
  }

  /// Rejects every change except new columns, or accepts them again.
  private mutating func toggleReplaced() {
    let replaced = changes.replaced
    if replaced.isSubset(of: left) { left.subtract(replaced) } else { left.formUnion(replaced) }
  }

  /// Switches all plausible timestamps between integer and timestamp.
  private mutating func toggleAllTimes() {
    let areTimes = proposal.columns.contains { $0.isTimeByOffer }
    proposal.takeTimes(!areTimes)
    changes = SchemaChanges(from: old, to: proposal.columns)
  }

  /// Switches the focused column between integer and timestamp.
  private mutating func toggleTime() {
    guard let path = change(onLine: selected)?.path else { return }
    proposal.columns.update(at: path) { $0.takeTime(!$0.isOf(.timestamp)) }
    changes = SchemaChanges(from: old, to: proposal.columns)
  }

  // MARK: Line mode

  /// After the first time, print only the lines that changed.
  package var printsChangesOnly: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    let printed = min(lineCount, PlainSession.manyLines)
    var lines = ["\(name): \(proposal.source)"]
    for line in 0..<printed {
      guard let change = change(onLine: line) else {
        let diagnostic = proposal.diagnostics[line]
        lines.append("  \(diagnostic.severity.rawValue): \(diagnostic.text)")
        continue
      }
      let indent = String(repeating: "  ", count: min(change.depth, 8) + 1)
      let isLeft = isLeft(change) ? ", rejected" : ""
      lines.append("\(indent)\(change.name): \(change.detail), \(change.kind.word)\(isLeft)")
      for diagnostic in column(of: change)?.diagnostics ?? [] {
        lines.append("\(indent)  \(diagnostic.severity.rawValue): \(diagnostic.text)")
      }
    }
    if printed < lineCount { lines.append("  and \(Count.of(lineCount - printed, "other"))") }
    return lines
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    "y accepts, n discards, NAME accepts or rejects a column"
      + (replacesSome ? ", a accepts only new columns" : "")
      + (offersTimes ? ", t treats integers as timestamps: " : ": ")
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    // A column may be named like an answer.
    switch line.lowercased() {
    case "a" where replacesSome:
      toggleReplaced()
      return .accepted(.stay)
    case "y", "yes":
      let (name, columns) = (name, changes.result(leaving: left))
      return .accepted(
        .close { wizard in
          // Line mode has just printed the columns: continue below them.
          wizard.takeColumns(columns, from: name, focusing: .addField)
          return []
        })
    case "n", "no": return .accepted(cancel(in: wizard))
    case "t":
      toggleAllTimes()
      return .accepted(.stay)
    default:
      guard let column = changes.column(named: line) else { return .refused }
      toggle(column)
      return .accepted(.stay)
    }
  }
}

extension SchemaChanges.Kind {
  fileprivate var word: String {
    switch self {
    case .added: "new"
    case .changed: "changed"
    case .removed: "removed"
    case .same: "unchanged"
    }
  }
}
