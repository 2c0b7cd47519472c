import Screen
import Wizard

/// A canvas with hit testing: painting on it finds the target under the mouse.
struct Sheet {
  var canvas: Canvas
  /// The point to hit-test, if any, and the target found there.
  let pointer: Canvas.Point?
  private(set) var target: MouseTarget?

  init(canvas: Canvas, pointer: Canvas.Point?) {
    self.canvas = canvas
    self.pointer = pointer
  }

  mutating func forgetTarget() { target = nil }

  /// Removes what an earlier frame has left.
  mutating func clear(row: Int, _ columns: Range<Int>) {
    canvas.fill(row: row, from: columns.lowerBound, to: columns.upperBound)
  }

  /// Marks a range of a row as a mouse target; a target painted later covers earlier ones.
  mutating func markTarget(
    _ target: @autoclosure () -> MouseTarget, row: Int, _ columns: Range<Int>
  ) {
    markTarget(target(), rows: row..<row + 1, columns)
  }

  /// Marks a rectangle as a mouse target.
  mutating func markTarget(
    _ target: @autoclosure () -> MouseTarget, rows: Range<Int>, _ columns: Range<Int>
  ) {
    guard let pointer, rows.contains(pointer.row), columns.contains(pointer.column) else { return }
    self.target = target()
  }

  /// Marks a range of a row as the text of an item, resolving the character under the mouse.
  mutating func markTarget(
    at item: FormItem, _ characters: some Collection<Character>, from first: Int = 0, row: Int,
    _ columns: Range<Int>
  ) {
    guard let pointer, pointer.row == row else { return }
    let character = characterIndex(of: pointer, characters, first, columns)
    markTarget(.item(item, character: character), row: row, columns)
  }

  private func characterIndex(
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
