package import Screen

/// The help for the focused item, and all keys, with a filter.
package struct HelpPage: WizardOverlay, Hashable {
  package private(set) var position = ScrollPosition()
  /// The text that lines must contain, in any case.
  package private(set) var filter = ""

  package init() {}

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.text("type to filter"), .text("↑ ↓ scroll"), .esc("close")]
  }

  /// Returns the lines that contain the filter, below their headings.
  package func lines(in wizard: Wizard) -> [HelpLine] {
    guard !filter.isEmpty else { return wizard.helpLines }
    var lines: [HelpLine] = []
    var heading: HelpLine?
    for line in wizard.helpLines {
      if line.isHeading {
        heading = line
      } else if line.contains(filter) {
        lines += [heading].compactMap { $0 } + [line]
        heading = nil
      }
    }
    return lines
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .escape, .enter, .function(1), .control("c"), .control("q"): return .close
    case .backspace: look(for: String(filter.dropLast()))
    case .control("u"): look(for: "")
    case .character(" ") where filter.isEmpty: scroll(key, in: wizard)
    case .character(let character): look(for: filter + String(character))
    default: scroll(key, in: wizard)
    }
    return .stay
  }

  package mutating func paste(_ text: String) { look(for: filter + text) }

  private mutating func look(for text: String) {
    filter = text
    position = ScrollPosition()
  }

  private mutating func scroll(_ key: Key, in wizard: Wizard) {
    position.scroll(for: key, lineCount: lineCount(in: wizard), in: wizard.layout)
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? .close : .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard), in: wizard.layout)
  }

  private func lineCount(in wizard: Wizard) -> Int { rows(in: wizard).count }

  // MARK: Rows

  /// A wrapped line of the help.
  package struct Cell: Hashable, Sendable {
    package let text: String
    package let isHeading: Bool
  }

  /// Returns the help in one column, or in two if there is room, row by row.
  package func rows(in wizard: Wizard) -> [[Cell]] {
    let width = Self.columnWidth(in: wizard.layout)
    let isOneColumn = width == wizard.layout.wideBoxWidth
    let cells = lines(in: wizard).flatMap { line in
      // Leave a blank before the divider.
      line.wrapped(width: isOneColumn ? width : width - 1)
        .map { Cell(text: $0, isHeading: line.isHeading) }
    }
    guard !isOneColumn else { return cells.map { [$0] } }
    var middle = (cells.count + 1) / 2
    // A heading belongs to the lines below it.
    while middle > 1, cells[middle - 1].isHeading { middle -= 1 }
    return (0..<max(middle, cells.count - middle)).map { row in
      let blank = Cell(text: "", isHeading: false)
      return [
        row < middle ? cells[row] : blank,
        middle + row < cells.count ? cells[middle + row] : blank,
      ]
    }
  }

  /// Returns the width of a column of the help.
  package static func columnWidth(in layout: Layout) -> Int {
    let width = layout.wideBoxWidth
    return width < 104 ? width : (width - 3) / 2
  }

  /// Line mode has its own help.
  package var isAnnouncement: Bool { true }
}
