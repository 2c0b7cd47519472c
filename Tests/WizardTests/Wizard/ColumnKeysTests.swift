import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the keys of the column list, on trees drawn as text: `a b{c d} e[]`.
@Suite struct ColumnKeysTests {
  @Test func `leaves the struct, then the list, on Enter in an empty new column`() {
    var wizard = wizard()
    type(
      [
        .text("a"), .keys([.tab]), .text("stru"), .keys([.enter]), .text("b"), .keys([.enter]),
        .text("c"), .keys([.enter, .enter]), .text("d"),
      ], &wizard)
    #expect(drawn(wizard) == "a{b c} d")
    press([.enter, .enter], &wizard)
    #expect(drawn(wizard) == "a{b c} d")
    #expect(wizard.item == .columns)
  }

  @Test func `adds the next column after the last one on Enter`() {
    var wizard = wizard()
    type(
      [
        .text("a"), .keys([.enter]), .text("z"), .keys([.up, .function(7)]), .text("b"),
        .keys([.enter]), .text("c"),
      ], &wizard)
    #expect(drawn(wizard) == "a b c z")
  }

  @Test func `goes to the next column on Enter`() {
    var wizard = wizard()
    type([.text("a"), .keys([.enter]), .text("b"), .keys([.up, .enter]), .text("x")], &wizard)
    #expect(drawn(wizard) == "a bx")
  }

  @Test func `moves, nests and unnests columns`() {
    var wizard = wizard()
    type(
      [
        .text("a"), .keys([.tab]), .text("stru"), .keys([.enter]), .text("b"),
        .keys([.enter, .enter]), .text("c"),
      ], &wizard)
    #expect(drawn(wizard) == "a{b} c")
    press([.altRight], &wizard)
    #expect(drawn(wizard) == "a{b c}")
    press([.altUp], &wizard)
    #expect(drawn(wizard) == "a{c b}")
    press([.altLeft], &wizard)
    #expect(drawn(wizard) == "a{b} c")
    press([.altUp], &wizard)
    #expect(drawn(wizard) == "c a{b}")
    press([.control("_"), .control("_")], &wizard)
    #expect(drawn(wizard) == "a{c b}")
  }

  @Test func `duplicates and deletes a struct with its children`() {
    var wizard = wizard()
    type(
      [.text("a"), .keys([.tab]), .text("stru"), .keys([.enter]), .text("b"), .keys([.up])], &wizard
    )
    press([.function(5)], &wizard)
    #expect(drawn(wizard) == "a{b} a{b}")
    press([.function(8)], &wizard)
    #expect(drawn(wizard) == "a{b}")
    press([.function(8)], &wizard)
    #expect(drawn(wizard) == "")
    #expect(wizard.draft.columns == .notSet)
    press([.control("_")], &wizard)
    #expect(drawn(wizard) == "a{b}")
  }

  @Test func `shows a list's item, and nests into a struct item`() {
    var wizard = wizard()
    type(
      [
        .text("a"), .keys([.tab]), .text("l"), .keys([.enter]), .text("stru"), .keys([.enter]),
        .text("b"), .keys([.enter, .enter]), .text("c"),
      ], &wizard)
    #expect(drawn(wizard) == "a[{b}] c")
    press([.altRight], &wizard)
    #expect(drawn(wizard) == "a[{b c}]")
  }

  @Test func `keeps a struct's fields when its type changes and changes back`() {
    var wizard = wizard()
    type(
      [
        .text("a"), .keys([.tab]), .text("stru"), .keys([.enter]), .text("b"),
        .keys([.up, .right]),
      ], &wizard)
    type([.keys([.tab]), .text("str")], &wizard)
    #expect(!wizard.payload.contains("\"b\""))
    type([.keys([.backspace]), .text("stru")], &wizard)
    #expect(drawn(wizard) == "a{b}")
  }

  @Test func `removes a new column that was left empty`() {
    var wizard = wizard()
    type([.text("a"), .keys([.enter, .up])], &wizard)
    #expect(drawn(wizard) == "a")
  }

  // MARK: Support

  /// Returns a wizard with the focus in a first new column.
  private func wizard() -> Wizard {
    var wizard = Wizard(now: Timestamp(secondsSinceEpoch: 0))
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    press([.alt("4"), .enter], &wizard)
    return wizard
  }

  private func press(_ keys: [Key], _ wizard: inout Wizard) {
    for key in keys { _ = wizard.handle(.key(key)) }
  }

  private enum Stroke {
    case text(String)
    case keys([Key])
  }

  private func type(_ strokes: [Stroke], _ wizard: inout Wizard) {
    for stroke in strokes {
      switch stroke {
      case .text(let text): press(text.map { .character($0) }, &wizard)
      case .keys(let keys): press(keys, &wizard)
      }
    }
  }

  private func drawn(_ wizard: Wizard) -> String {
    wizard.draft.fields.map { draw($0) }.joined(separator: " ")
  }

  private func draw(_ field: SchemaField) -> String {
    let inside =
      field.isStruct ? "{" + field.children.map { draw($0) }.joined(separator: " ") + "}" : ""
    let item = field.isList ? "[" + field.item.map { draw($0) }.joined() + "]" : ""
    return field.name.text + inside + item
  }
}
