import Testing

@testable import Wizard

/// Tests breaking long lines of line mode.
@Suite struct PlainLineTests {
  @Test(arguments: [
    ("short", "short"), ("  indented", "  indented"),
    ("one two three four five six seven", "one two three four five\n  six seven"),
    ("  one two three four five six", "  one two three four\n    five six"),
    ("A long question with words, yes or no: ", "A long question with\n  words, yes or no: "),
    ("12345678901234567890123456789", "123456789012345678901234\n  56789"),
  ])
  func `breaks between words and keeps the indentation`(line: String, wrapped: String) {
    #expect(PlainLine.wrapped(line, width: 26) == wrapped)
  }

  @Test func `leaves lines of a very narrow terminal alone`() {
    let line = "one two three four five six seven"
    #expect(PlainLine.wrapped(line, width: 12) == line)
  }
}
