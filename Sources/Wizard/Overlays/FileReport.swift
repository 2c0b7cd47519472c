package import Screen
package import SinkSpec

/// A report on an opened file: the issues of its payload with their positions.
package struct FileReport: WizardOverlay, Hashable {
  package struct Line: Hashable, Sendable {
    package let severity: Severity
    package let text: String
  }

  package let name: String
  /// A sentence about what was loaded.
  package let summary: String
  package let lines: [Line]
  package private(set) var position = ScrollPosition()

  init(name: String, summary: String, lines: [Line]) {
    self.name = name
    self.summary = summary
    self.lines = lines
  }

  /// Returns the report, wrapped for a box of a width.
  package func wrapped(width: Int) -> [(severity: Severity?, text: String)] {
    let whole = TextWrap.lines(summary, width: width).map { (severity: Severity?.none, text: $0) }
    let found = lines.flatMap { line in
      TextWrap.lines("\(line.severity.sign) \(line.text)", width: width)
        .map { (severity: Severity?.some(line.severity), text: $0) }
    }
    return whole + [(nil, "")] + found
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.text("↑ ↓ scroll"), .enter("continue to the form")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    if key.closesText { return .close }
    position.scroll(for: key, lineCount: lineCount(in: wizard.layout), in: wizard.layout)
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? .close : .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard.layout), in: wizard.layout)
  }

  private func lineCount(in layout: Layout) -> Int { wrapped(width: layout.textWidth).count }

  // MARK: Line mode

  package var isAnnouncement: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    [name, summary] + PlainSession.limited(lines.map { "  \($0.severity.rawValue): \($0.text)" })
  }
}

extension Severity {
  /// The sign of the severity on the screen.
  package var sign: String {
    switch self {
    case .error: "✗"
    case .warning: "!"
    case .note: "i"
    }
  }
}
