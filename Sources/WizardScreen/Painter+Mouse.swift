package import Screen
package import Wizard

/// What the mouse points at: found by painting the screen, so that it is what was painted there.
extension Painter {
  /// What stands at a place of the screen; nil where nothing does.
  package static func target(at place: Canvas.Point, in wizard: Wizard) -> Target? {
    var painter = Painter(wizard)
    painter.pointer = place
    painter.paint()
    return painter.target
  }

  /// Tells what stands in a stretch of a row; what is painted later stands in front.
  mutating func aim(_ target: @autoclosure () -> Target, row: Int, _ columns: Range<Int>) {
    aim(target(), rows: row..<row + 1, columns)
  }

  /// Tells what stands in a rectangle.
  mutating func aim(
    _ target: @autoclosure () -> Target, rows: Range<Int>, _ columns: Range<Int>
  ) {
    guard let pointer, rows.contains(pointer.row), columns.contains(pointer.column) else { return }
    self.target = target()
  }

  /// Tells that a text of an item stands in a stretch of a row, character by character.
  mutating func aim(
    at item: FormItem, _ characters: some Collection<Character>, from first: Int = 0, row: Int,
    _ columns: Range<Int>
  ) {
    guard let pointer, pointer.row == row else { return }
    let character = place(of: pointer, characters, first, columns)
    aim(.item(item, character: character), row: row, columns)
  }

  private func place(
    of pointer: Canvas.Point, _ characters: some Collection<Character>, _ first: Int,
    _ columns: Range<Int>
  ) -> Int {
    var end = columns.lowerBound
    for (offset, character) in characters.enumerated() {
      end += TerminalText.width(of: String(character))
      if pointer.column < end { return first + offset }
    }
    return first + characters.count
  }
}
