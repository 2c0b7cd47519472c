import Screen
import Terminal
import Testing

/// Tests detecting pastes in terminals without bracketed paste.
struct PasteTests {
  private static let line = "a line of more than sixteen characters"

  /// Decodes pieces with pauses of a second in a terminal that does not mark pastes.
  private func decode(_ pieces: String..., marksPastes: Bool = false) -> [Key] {
    pieces.reduce(Line(marksPastes: marksPastes)) { $0.send($1, after: .seconds(1)) }.rest
  }

  @Test(arguments: [
    (line, line), (line + "\r", line + "\n"), ("\r" + line, "\n" + line),
    ("one line\rand another one\r", "one line\nand another one\n"),
    ("one line\r\nand another one", "one line\nand another one"),
    ("one line\nand another one", "one line\nand another one"),
    ("\tlet this = that;\r\t}\r\r\r", "\tlet this = that;\n\t}\n\n\n"),
    ("日本語日本語日本語日本語日本語日本", "日本語日本語日本語日本語日本語日本"),
  ])
  func `treats much text at once as a paste`(bytes: String, text: String) {
    #expect(decode(bytes) == [.paste(text)])
  }

  private static let typed = [
    KeyCase("abc\r", .character("a"), .character("b"), .character("c"), .enter),
    KeyCase("a\rb\r", .character("a"), .enter, .character("b"), .enter),
    KeyCase("日本語\r", .character("日"), .character("本"), .character("語"), .enter),
    KeyCase("a\n", .character("a"), .enter),
  ]

  @Test(
    arguments: [
      (line, [.paste(line)]), ("\(line)\r", line.map { .character($0) } + [.enter]),
      ("orders\t\t0123456789\t", keys("orders") + [.tab, .tab] + keys("0123456789") + [.tab]),
      ("one line\rand another\r", keys("one line") + [.enter] + keys("and another") + [.enter]),
    ] as [(String, [Key])])
  func `treats Tab and Enter as keys where the terminal marks pastes`(
    bytes: String, keys: [Key]
  ) {
    #expect(decode(bytes, marksPastes: true) == keys)
  }

  private static func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test(arguments: typed)
  func `treats little text at once as typing`(_ example: KeyCase) {
    #expect(decode(String(decoding: example.bytes, as: UTF8.self)) == example.keys)
  }

  @Test(arguments: [("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace)] as [(String, Key)])
  func `treats auto-repeated keys as typing`(bytes: String, key: Key) {
    #expect(decode(String(repeating: bytes, count: 40)) == Array(repeating: key, count: 40))
  }

  @Test func `treats scripted text with other keys as typing`() {
    let typed = Self.line.map { Key.character($0) }
    #expect(decode(Self.line + "\u{E}\r") == typed + [.control("n"), .enter])
    #expect(decode("\u{1B}x" + Self.line) == [.alt("x")] + typed)
    #expect(decode(Self.line + "\u{1B}OA") == typed + [.up])
  }

  @Test func `decodes typing after a paste`() {
    #expect(
      decode(Self.line + "\r", "x", "\r") == [.paste(Self.line + "\n"), .character("x"), .enter])
  }

  @Test func `joins consecutive parts of a paste`() {
    let keys = Line(marksPastes: false).send("one line that is long\r")
      .send("and one\r", after: .milliseconds(30)).send("\u{1B}[A", after: .milliseconds(30)).rest
    #expect(keys == [.paste("one line that is long\nand one\n"), .up])
  }

  // MARK: Interrupted bracketed pastes

  private static let cutPastes: [([String], [Key])] = [
    (["orders\u{1B}", "[201~", "\r"], [.paste("orders"), .enter]),
    (["orders\u{1B}[20", "1~\r"], [.paste("orders"), .enter]),
    (
      ["first\r", "two\r\t\u{3}\u{1B}[A", "last\r\u{1B}[201~\r"],
      [.paste("first\ntwo\n\tlast\n"), .enter]
    ),
    (["one\r", "\ntwo\u{1B}[201~"], [.paste("one\ntwo")]),
    (["a\u{1B}", "OPb\u{1B}O", "Ac\u{1B}O", "d\u{1B}[201~"], [.paste("abcOd")]),
  ]

  @Test(arguments: cutPastes, [50, 900, 4_000])
  func `a bracketed paste in pieces stays one paste`(
    _ example: ([String], [Key]), milliseconds: Int
  ) {
    let line = example.0.reduce(Line(marksPastes: true).send("\u{1B}[200~")) {
      $0.send($1, after: .milliseconds(milliseconds))
    }
    #expect(line.rest == example.1)
  }

  @Test func `the start mark may arrive in pieces`() {
    let line = "\u{1B}[200~".reduce(Line()) { $0.send(String($1), after: .milliseconds(40)) }
    #expect(line.send("a\r\u{1B}[201~", after: .seconds(1)).rest == [.paste("a\n")])
  }

  @Test func `keys work again after an unterminated bracketed paste`() {
    let cut = Line().send("\u{1B}[200~first").pausing(.seconds(6))
    #expect(cut.keys == [.paste("first")])
    #expect(cut.send("\r").rest == [.paste("first"), .enter])
    #expect(
      cut.send("last\u{1B}[201~").send("\r").rest == [.paste("first"), .paste("last"), .enter])
    #expect(
      Line(marksPastes: false).send("\u{1B}[200~first").pausing(.seconds(6)).send("x")
        .send(Self.line).rest == [.paste("first"), .character("x"), .paste(Self.line)])
  }

  @Test func `keys that wait for the end of a paste do not delay it`() {
    let line = (1...10).reduce(Line().send("\u{1B}[200~first")) { line, _ in
      line.send("\u{3}", after: .seconds(1))
    }
    #expect(line.keys.first == .paste("first"))
    #expect(line.keys.last == .control("c"))
  }

  @Test func `decodes a million arbitrary bytes as one paste`() {
    let unit = "text\r\u{3}\u{1B}[A\u{1B}]0;t\u{7}\u{1B}[200~\t日\u{1B}"
    let text = String(repeating: unit, count: 40_000)
    let keys = decode("\u{1B}[200~" + text + "\u{1B}[201~\u{11}")
    #expect(keys.count == 2)
    #expect(keys.last == .control("q"))
  }
}
