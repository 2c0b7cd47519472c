import Screen
import Terminal
import Testing

/// Detection of pastes in terminals without bracketed paste.
struct PasteTests {
  private static let line = "a line of more than sixteen characters"

  /// Decodes chunks; after each, no input is pending for a while.
  private func decode(_ pieces: [String], with decoder: inout KeyDecoder) -> [Key] {
    pieces.flatMap { piece in
      var rest = Array(piece.utf8)[...]
      return decoder.decode { _ in rest.popFirst().map(Int.init) ?? -1 }
    }
  }

  private func decode(_ pieces: String...) -> [Key] {
    var decoder = KeyDecoder(isUTF8: true)
    return decode(pieces, with: &decoder)
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
    var decoder = KeyDecoder(isUTF8: true)
    var pieces = ["one line that is long\r", "and one\r", "\u{1B}[A"].map { Array($0.utf8)[...] }
    let keys = decoder.decode { timeout in
      if pieces.first?.isEmpty == true {
        guard timeout > 0 else { return -1 }
        pieces.removeFirst()
      }
      guard !pieces.isEmpty else { return -1 }
      return pieces[0].popFirst().map(Int.init) ?? -1
    }
    #expect(keys == [.paste("one line that is long\nand one\n"), .up])
  }

  // MARK: Interrupted bracketed pastes

  @Test func `continues a bracketed paste after a pause`() {
    let keys = decode(
      "\u{1B}[200~first\r", "second line, as long as a line\r", "last\r\u{1B}[201~\r")
    #expect(
      keys == [
        .paste("first\n"), .paste("second line, as long as a line\n"), .paste("last\n"), .enter,
      ])
  }

  @Test func `keys work again after an unterminated bracketed paste`() {
    #expect(decode("\u{1B}[200~first\r", "\r", "abc\r").dropFirst().first == .enter)
    #expect(
      decode("\u{1B}[200~first", "x", Self.line) == [
        .paste("first"), .character("x"), .paste(Self.line),
      ])
  }

  @Test func `decodes a million arbitrary bytes as one paste`() {
    let unit = "text\r\u{3}\u{1B}[A\u{1B}]0;t\u{7}\u{1B}[200~\t日\u{1B}"
    let text = String(repeating: unit, count: 40_000)
    let keys = decode("\u{1B}[200~" + text + "\u{1B}[201~\u{11}")
    #expect(keys.count == 2)
    #expect(keys.last == .control("q"))
  }
}
