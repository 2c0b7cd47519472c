import TestSupport
import Testing
import Wizard

/// Tests the line editor, with the cursor drawn as `|`.
@Suite struct LineEditorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let before: String
    let commands: [Command]
    let after: String
    var testDescription: String { "\(before) \(commands)" }
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `inserts as if the text were read again`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = [
      "a", "B", " ", "\r", "\n", "é", "\u{301}", "日", "🇫", "🇷", "\u{200D}", "👩", "x", "ab c",
      "\u{200B}",
    ]
    var editor = LineEditor()
    for _ in 0..<40 {
      let part = parts.randomElement(using: &random) ?? ""
      let before = editor.beforeCursor
      let after = String(editor.characters[editor.cursor...])
      editor.insert(part)
      #expect(editor.characters == Array(before + part + after))
      #expect(editor.cursor == min((before + part).count, editor.characters.count))
      editor.move(to: Int.random(in: 0...editor.characters.count, using: &random))
      if Bool.random(using: &random) { editor.deleteBackward() }
    }
  }

  @Test(arguments: [
    Case(before: "abc|", commands: [.deleteBackward], after: "ab|"),
    Case(before: "|abc", commands: [.deleteBackward], after: "|abc"),
    Case(before: "a|bc", commands: [.deleteForward], after: "a|c"),
    Case(before: "abc|", commands: [.deleteForward], after: "abc|"),
    Case(before: "one two|", commands: [.deleteWord], after: "one |"),
    Case(before: "one two  |", commands: [.deleteWord], after: "one |"),
    Case(before: "a/b.c|", commands: [.deleteWord], after: "|"),
    Case(before: "ab|cd", commands: [.deleteToStart], after: "|cd"),
    Case(before: "ab|cd", commands: [.deleteToEnd], after: "ab|"),
    Case(before: "ab|cd", commands: [.lineStart], after: "|abcd"),
    Case(before: "ab|cd", commands: [.lineEnd], after: "abcd|"),
    Case(before: "a/bc|", commands: [.wordLeft], after: "a/|bc"),
    Case(before: "a/bc|", commands: [.wordLeft, .wordLeft], after: "|a/bc"),
    Case(before: "|a/bc", commands: [.wordRight], after: "a|/bc"),
    Case(before: "|ab", commands: [.left], after: "|ab"),
    Case(before: "ab|", commands: [.right], after: "ab|"),
    Case(before: "ab|cd", commands: [.deleteToEnd, .lineStart, .yank], after: "cd|ab"),
    Case(before: "ab|cd", commands: [.deleteToStart, .lineEnd, .yank], after: "cdab|"),
    Case(
      before: "one two|", commands: [.deleteWord, .deleteToEnd, .yank, .yank], after: "one twotwo|"),
    Case(before: "ab|", commands: [.deleteBackward, .yank], after: "a|"),
    Case(before: "x👩‍👩‍👧|y", commands: [.deleteBackward], after: "x|y"),
    Case(before: "e\u{301}|", commands: [.deleteBackward], after: "|"),
    Case(before: "🇫🇷|", commands: [.left], after: "|🇫🇷"),
  ])
  func `edits by grapheme clusters with shell keys`(_ example: Case) {
    var editor = Self.editor(example.before)
    for command in example.commands { editor.perform(command) }
    #expect(Self.drawn(editor) == example.after)
    #expect(editor.text == String(editor.characters))
  }

  @Test func `joins a combining mark to the character before the cursor`() {
    var editor = Self.editor("e|x")
    editor.insert("\u{301}")
    #expect(editor.characters.count == 2)
    #expect(Self.drawn(editor) == "e\u{301}|x")
  }

  @Test func `puts the cursor after inserted text`() {
    var editor = Self.editor("a|b")
    editor.insert("日本")
    #expect(Self.drawn(editor) == "a日本|b")
  }

  private static func editor(_ drawn: String) -> LineEditor {
    let parts = drawn.split(separator: "|", omittingEmptySubsequences: false)
    var editor = LineEditor(String(parts[1]))
    editor.moveToStart()
    editor.insert(String(parts[0]))
    return editor
  }

  private static func drawn(_ editor: LineEditor) -> String {
    editor.beforeCursor + "|" + String(editor.characters[editor.cursor...])
  }
}
