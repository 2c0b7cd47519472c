import SinkSpec
import Testing

struct JSONDocumentTests {
  private func read(_ text: String) throws -> JSONDocument {
    try JSONDocument(parsing: Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null, "null"), ("true", .true, "true"), ("false", .false, "false"),
      ("1", .number, "a number"), ("\"a\"", .string, "a string"), ("[]", .array, "an array"),
      ("{}", .object, "an object"),
    ] as [(String, JSONDocument.Kind, String)])
  func `distinguishes kinds`(text: String, kind: JSONDocument.Kind, noun: String) throws {
    let document = try read(text)
    #expect(document.kind(.root) == kind)
    #expect(kind.noun == noun)
    #expect((document.bool(.root) != nil) == (kind == .true || kind == .false))
    #expect((document.string(.root) != nil) == (kind == .string))
    #expect(Array(document.members(.root)).isEmpty)
    #expect(Array(document.elements(.root)).isEmpty)
  }

  @Test(arguments: [
    "18446744073709551616", "-0", "0.10", "1E+02", "1e-999999999",
    "3.14159265358979323846264338327950288419716939937510",
  ])
  func `keeps numbers as written`(text: String) throws {
    let document = try read("[\(text)]")
    #expect(document.elements(.root).map(document.literal) == [text])
  }

  @Test(arguments: [
    (#""""#, ""), (#""a""#, "a"), (#""\"\\\/""#, "\"\\/"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u65E5""#, "Aé日"), (#""\u0000""#, "\0"), (#""\uD83D\uDE00""#, "😀"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""\uD800\uDC00""#, "\u{10000}"),
    (#""\uD800""#, "\u{FFFD}"), (#""\uDC00""#, "\u{FFFD}"),
    (#""\uDE00\uD83D""#, "\u{FFFD}\u{FFFD}"),
    (#""\uD83Dx""#, "\u{FFFD}x"), (#""\uD83D\n""#, "\u{FFFD}\n"), (#""\uD83D\u0041""#, "\u{FFFD}A"),
    (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"), (#""\\u0041""#, "\\u0041"), ("\"é\\n日\"", "é\n日"),
    (#""\uFEFF""#, "\u{FEFF}"),
  ])
  func `resolves escapes`(text: String, expected: String) throws {
    let string = try #require(try read(text).string(.root))
    #expect(Array(string.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `keeps member order and duplicates`() throws {
    let document = try read(#"{"b":1,"a":{"x":[1,2]},"b":3,"\u0061":4}"#)
    let names = document.members(.root).map { document.string($0.name) }
    #expect(names == ["b", "a", "b", "a"])
    let values = document.members(.root).map { document.literal($0.value) }
    #expect(values == ["1", #"{"x":[1,2]}"#, "3", "4"])
    #expect(document.member("b", of: .root).map(document.literal) == "1")
    #expect(document.member("c", of: .root) == nil)
  }

  @Test func `distinguishes canonically equivalent names`() throws {
    let document = try read("{\"e\u{301}\":1,\"\u{E9}\":2,\"\u{212A}\":3}")
    #expect(document.member("\u{E9}", of: .root).map(document.literal) == "2")
    #expect(document.member("K", of: .root) == nil)
  }

  private static let sample = #"{"a":[10,{"b/c":"x"},[]],"":{"~":true},"é/":null}"#

  @Test(arguments: [
    ("", sample), ("/a", #"[10,{"b/c":"x"},[]]"#), ("/a/0", "10"), ("/a/1/b~1c", "\"x\""),
    ("/a/2", "[]"), ("//~0", "true"), ("/é~1", "null"),
  ])
  func `finds the value at a pointer`(pointer: String, expected: String) throws {
    let document = try read(Self.sample)
    #expect(document.value(at: Pointer(pointer)).map(document.literal) == expected)
  }

  @Test(arguments: [
    "/b", "/a/3", "/a/-", "/a/-1", "/a/00", "/a/01", "/a/+1", "/a/", "/a/1x", "/a/0/0", "/a/2/0",
    "/a/99999999999999999999", "/", "/a/٠",
  ])
  func `finds no value at a dangling pointer`(pointer: String) throws {
    let document = try read(Self.sample)
    let isEmptyName = pointer == "/"
    #expect((document.value(at: Pointer(pointer)) != nil) == isEmptyName)
  }

  @Test func `locates values by line and column`() throws {
    let document = try read("{\n  \"é日😀\": 1,\r\n\t\"b\": [\n2]\n}")
    let places = document.nodes.map { SourcePosition(offset: $0.start, in: document.bytes) }
    #expect(document.members(.root).map { document.position($0.value) } == [places[2], places[4]])
    #expect(
      places == [
        SourcePosition(line: 1, column: 1), SourcePosition(line: 2, column: 3),
        SourcePosition(line: 2, column: 10), SourcePosition(line: 3, column: 2),
        SourcePosition(line: 3, column: 7), SourcePosition(line: 4, column: 1),
      ])
  }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 3, 1), (6, 3, 2), (7, 3, 2), (99, 3, 2),
  ])
  func `converts an offset to line and column`(offset: Int, line: Int, column: Int) {
    #expect(
      SourcePosition(offset: offset, in: Array("aé\n\nb".utf8))
        == SourcePosition(line: line, column: column))
  }

  @Test(arguments: [
    ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#),
    ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#), ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("é日😀\u{2028}", "\"é日😀\u{2028}\""), ("\r\n", #""\r\n""#),
  ])
  func `writes strings`(value: String, expected: String) throws {
    #expect(JSONText.string(value) == expected)
    #expect(try read(expected).string(.root) == value)
  }
}
