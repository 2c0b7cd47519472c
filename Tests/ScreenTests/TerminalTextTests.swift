import Screen
import Testing

struct TerminalTextTests {
  /// Returns the painted text, one string per cluster.
  private func painted(_ text: String) -> [String] {
    TerminalText(text).clusters.map { cluster in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: cluster.cell.scalars)
      return String(scalars)
    }
  }

  @Test(arguments: [
    ("", []), ("ab", ["a", "b"]), ("日a", ["日", "a"]), ("e\u{301}x", ["e\u{301}", "x"]),
    ("日\u{3099}", ["日\u{3099}"]), ("e\u{301}\u{302}", ["e\u{301}\u{302}"]),
    ("\u{E9}", ["\u{E9}"]),
  ])
  func `keeps printable text`(text: String, expected: [String]) {
    #expect(
      painted(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    #expect(TerminalText(text).clusters.allSatisfy { $0.cell.style.role == .plain })
  }

  @Test(arguments: [
    ("\0", "␀"), ("\u{1B}[2J", "␛[2J"), ("a\r\nb", "a␍␊b"), ("\t", "␉"), ("\u{1F}", "␟"),
    ("\u{7F}", "␡"), ("\u{80}", "<U+0080>"), ("\u{9B}31m", "<U+009B>31m"),
    ("a\u{202E}b", "a<U+202E>b"), ("a\u{200B}b", "a<U+200B>b"), ("\u{FEFF}", "<U+FEFF>"),
    ("👩\u{200D}👧", "👩<U+200D>👧"), ("❤\u{FE0F}", "❤<U+FE0F>"), ("\u{E0041}", "<U+E0041>"),
    ("\u{10FFFF}", "<U+10FFFF>"), ("a\u{3000}b", "a<U+3000>b"),
    ("\u{301}a", "<U+0301>a"), ("e\u{301}\u{302}\u{303}", "e\u{301}\u{302}<U+0303>"),
    ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}<U+0303><U+0304>"),
    ("\u{1B}\u{301}", "␛<U+0301>"),
    ("e\u{301}\u{200B}\u{302}x\u{302}", "e\u{301}<U+200B><U+0302>x\u{302}"),
  ])
  func `replaces unsafe scalars by visible marks`(text: String, expected: String) {
    #expect(Array(painted(text).joined().unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `marks change only the role of the style`() {
    let style = Style(.error, bold: true, underlined: true, reversed: true)
    let cells = TerminalText("a\u{1B}e\u{301}", style: style).clusters.map(\.cell)
    #expect(cells.map(\.style.role) == [.error, .mark, .error])
    #expect(cells.allSatisfy { $0.style.isBold && $0.style.isUnderlined && $0.style.isReversed })
  }

  @Test func `combines in text with the mark role`() {
    let clusters = TerminalText("e\u{301}", style: Style(.mark)).clusters
    #expect(clusters.map(\.cell.scalars) == [["e", "\u{301}"]])
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("日\u{3099}x", 3), ("\u{1B}", 1),
    ("\u{202E}", 8), ("é", 1), ("a\u{7F}", 2), ("😀", 2),
  ])
  func `counts columns`(text: String, width: Int) {
    #expect(TerminalText.width(of: text) == width)
    #expect(TerminalText(text).width == width)
  }

  @Test(arguments: [
    ("plain é日", "plain é日"), ("\u{1B}[0m\n", "␛[0m␊"), ("a\u{202E}b", "a<U+202E>b"),
  ])
  func `escapes unsafe scalars for the console`(text: String, expected: String) {
    #expect(TerminalText.printable(text) == expected)
  }
}
