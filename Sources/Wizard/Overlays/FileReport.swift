package import Screen
package import SinkSpec

/// A report on an opened file: the issues of its payload with their positions.
package struct FileReport: WizardOverlay, Hashable {
  package struct Line: Hashable, Sendable {
    package let severity: Severity
    package let text: String
  }

  package let name: String
  /// A sentence that describes what was loaded.
  package let summary: String
  package let lines: [Line]
  package private(set) var position = ScrollPosition()
  /// The most recently wrapped lines, cached because a report may have 100,000 of them.
  private var wrapped: Wrapped

  /// The lines of a report, wrapped for a box of one width.
  private struct Wrapped: Hashable, Sendable {
    let width: Int
    let lines: [WrappedLine]
  }

  package struct WrappedLine: Hashable, Sendable {
    package let severity: Severity?
    package let text: String
  }

  init(name: String, summary: String, lines: [Line], width: Int) {
    self.name = name
    self.summary = summary
    self.lines = lines
    wrapped = Self.wrap(summary, lines, width)
  }

  /// Returns the report, wrapped for a box of the given width.
  package func lines(width: Int) -> [WrappedLine] {
    wrapped.width == width ? wrapped.lines : Self.wrap(summary, lines, width).lines
  }

  private static func wrap(_ summary: String, _ lines: [Line], _ width: Int) -> Wrapped {
    let beginning = TextWrap.lines(summary, width: width) + [""]
    var all = beginning.map { WrappedLine(severity: nil, text: $0) }
    for line in lines {
      all += TextWrap.lines("\(line.severity.sign) \(line.text)", width: width)
        .map { WrappedLine(severity: line.severity, text: $0) }
    }
    return Wrapped(width: width, lines: all)
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

  private mutating func lineCount(in layout: Layout) -> Int {
    if wrapped.width != layout.textWidth {
      wrapped = Self.wrap(summary, lines, layout.textWidth)
    }
    return wrapped.lines.count
  }

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
