package import Screen

/// The help for the focused item, and all keys.
package struct HelpPage: WizardOverlay, Hashable {
  package private(set) var position = ScrollPosition()

  package func footer(in wizard: Wizard) -> [FooterItem] { [.text("↑ ↓ scroll"), .esc("close")] }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    if key.closesText { return .close }
    position.scroll(for: key, lineCount: lineCount(in: wizard), in: wizard.layout)
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? .close : .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard), in: wizard.layout)
  }

  private func lineCount(in wizard: Wizard) -> Int { Self.rows(in: wizard).count }

  // MARK: Rows

  /// A wrapped line of the help.
  package struct Cell: Hashable, Sendable {
    package let text: String
    package let isHeading: Bool
  }

  /// Returns the help in one column, or in two where there is room, row by row.
  package static func rows(in wizard: Wizard) -> [[Cell]] {
    let width = columnWidth(in: wizard.layout)
    let cells = wizard.helpLines.flatMap { line in
      line.wrapped(width: width).map { Cell(text: $0, isHeading: line.isHeading) }
    }
    guard width < wizard.layout.wideBoxWidth else { return cells.map { [$0] } }
    var middle = (cells.count + 1) / 2
    // A heading belongs to the lines below it.
    while middle > 1, cells[middle - 1].isHeading { middle -= 1 }
    return (0..<max(middle, cells.count - middle)).map { row in
      let left = row < middle ? cells[row] : Cell(text: "", isHeading: false)
      return middle + row < cells.count ? [left, cells[middle + row]] : [left]
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
