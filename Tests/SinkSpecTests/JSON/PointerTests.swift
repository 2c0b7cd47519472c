import SinkSpec
import Testing

struct PointerTests {
  @Test(
    arguments: [
      ("", []), ("/", [""]), ("/a", ["a"]), ("/a/0", ["a", "0"]), ("//", ["", ""]),
      ("/a~1b/c~0d", ["a/b", "c~d"]), ("/~01", ["~1"]), ("/é/\u{301}x", ["é", "\u{301}x"]),
    ] as [(String, [String])])
  func `splits into tokens`(text: String, tokens: [String]) {
    let pointer = Pointer(text)
    #expect(pointer.tokens == tokens)
    #expect(pointer.lastToken == tokens.last ?? "")
    let rebuilt = tokens.reduce(Pointer.root) { $0.appending($1) }
    #expect(rebuilt == pointer)
    #expect(
      pointer.parent
        == (tokens.isEmpty ? nil : tokens.dropLast().reduce(Pointer.root) { $0.appending($1) }))
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false),
    ("/a", "", true), ("", "", true), ("", "/a", false), ("/a/\u{301}b", "/a", true),
  ])
  func `detects containment`(inner: String, outer: String, expected: Bool) {
    #expect(Pointer(inner).isWithin(Pointer(outer)) == expected)
  }

  @Test func `appends an index`() {
    #expect(Pointer("/schema/fields").appending(3) == "/schema/fields/3")
  }
}
