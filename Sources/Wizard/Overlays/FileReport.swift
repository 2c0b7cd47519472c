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
  /// The size of the lines at the most recent width.
  private var size: Size

  /// The size of the lines, wrapped to a width.
  ///
  /// There may be 100,000 issues, so their wrapped lines are not kept: those in view are wrapped again.
  package struct Size: Hashable, Sendable {
    let width: Int
    /// The number of the first line of each paragraph, followed by the number of lines.
    let starts: [Int]
    /// The width of the widest line.
    package let widest: Int

    package var lineCount: Int { starts[starts.count - 1] }
  }

  package struct WrappedLine: Hashable, Sendable {
    package let severity: Severity?
    package let text: String
  }

  init(name: String, summary: String, lines: [Line], width: Int) {
    self.name = name
    self.summary = summary
    self.lines = lines
    size = Size(width: width, starts: [0], widest: 0)
    size = measured(width)
  }

  // MARK: Wrapped lines

  /// Returns the size of the lines, wrapped to a width.
  package func size(width: Int) -> Size { size.width == width ? size : measured(width) }

  private func measured(_ width: Int) -> Size {
    var (starts, widest) = ([0], 0)
    // Wrapping depends only on the lengths of the words, which are often the same.
    var known: [[Int]: (count: Int, widest: Int)] = [:]
    for paragraph in 0...lines.count {
      let lengths = paragraph > 0 ? lines[paragraph - 1].text.wordLengths : nil
      let extent = lengths.flatMap { known[$0] } ?? extent(of: paragraph, width)
      if let lengths { known[lengths] = extent }
      starts.append(starts[paragraph] + extent.count)
      widest = max(widest, extent.widest)
    }
    return Size(width: width, starts: starts, widest: widest)
  }

  /// Returns the number of lines of a paragraph, and the width of the widest.
  private func extent(of paragraph: Int, _ width: Int) -> (count: Int, widest: Int) {
    let lines = wrapped(paragraph, width)
    return (lines.count, lines.map { TerminalText.width(of: $0.text) }.max() ?? 0)
  }

  /// Returns the lines of a paragraph: the summary and an empty line, or an issue.
  private func wrapped(_ paragraph: Int, _ width: Int) -> [WrappedLine] {
    guard paragraph > 0 else {
      return (TextWrap.lines(summary, width: width) + [""]).map { .init(severity: nil, text: $0) }
    }
    let line = lines[paragraph - 1]
    return TextWrap.lines("\(line.severity.sign) \(line.text)", width: width)
      .map { .init(severity: line.severity, text: $0) }
  }

  /// Returns a range of the lines, wrapped to a width.
  package func lines(_ range: Range<Int>, in size: Size) -> [WrappedLine] {
    guard !range.isEmpty else { return [] }
    let first = size.starts.segmentIndex(containing: range.lowerBound)
    var found: [WrappedLine] = []
    for paragraph in first...lines.count where size.starts[paragraph] < range.upperBound {
      found += wrapped(paragraph, size.width)
    }
    return Array(found.dropFirst(range.lowerBound - size.starts[first]).prefix(range.count))
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
    size = size(width: layout.textWidth)
    return size.lineCount
  }

  // MARK: Line mode

  package var isAnnouncement: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    [name, summary] + PlainSession.limited(lines.map { "  \($0.severity.rawValue): \($0.text)" })
  }
}

extension String {
  /// The lengths of the words between blanks; nil if some character may not be one column wide.
  fileprivate var wordLengths: [Int]? {
    var lengths = [0]
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: " "): lengths.append(0)
      case 0x21..<0x7F: lengths[lengths.count - 1] += 1
      default: return nil
      }
    }
    return lengths
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
