import SinkSpec
import TestSupport
import Testing

struct JSONSyntaxTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "1", "-1", "10", "0.5", "-0.5e-7", "1E+2", "1e5", "0e0",
    "\"\"", "\"a\"", "[]", "{}", "[[]]", "[{}]", "{\"\":0}", "[1,2]", "{\"a\":1,\"b\":2}",
    " null ", "\t\r\n [ 1 , 2 ] \n", "{ \"a\" : [ ] }",
    #""\"\\\/\b\f\n\r\t""#, #""\u0000\u00e9\uD83D\uDE00\uFFFF""#, #""\uD800""#, #""\uDC00\uD800""#,
    "\"\u{7F}\u{2028}\u{FEFF}é日😀\"", "{\"a\":1,\"a\":2}",
    "1234567890123456789012345678901234567890.12345678901234567890e1234567890",
  ])
  func `accepts valid JSON`(text: String) throws {
    let document = try JSONDocument(parsing: Array(text.utf8))
    let trimmed = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    #expect(document.literal(.root) == String(trimmed))
  }

  @Test(arguments: [
    ("", 1, "expected a JSON value, but the input is empty"),
    ("  ", 3, "expected a JSON value, but the input is empty"),
    ("x", 1, "expected a value, found 'x'"),
    ("tru", 4, "expected 'e' of true, found the end of the text"),
    ("[nUll]", 3, "expected 'u' of null, found 'U'"),
    ("True", 1, "expected a value, found 'T'"),
    ("nulll", 5, "expected the end of the text, found 'l'"),
    ("NaN", 1, "expected a value, found 'N'"),
    ("1 2", 3, "expected the end of the text, found '2'"),
    ("[] []", 4, "expected the end of the text, found '['"),
    ("'a'", 1, "expected a value, found '''"),
    ("// a\n1", 1, "expected a value, found '/'"),
    ("+1", 1, "expected a value, found '+'"),
    (".5", 1, "expected a value, found '.'"),
    ("-", 2, "expected a digit, found the end of the text"),
    ("-a", 2, "expected a digit, found 'a'"),
    ("01", 2, "numbers cannot have leading zeros"),
    ("-00", 3, "numbers cannot have leading zeros"),
    ("1.", 3, "expected a digit after the decimal point, found the end of the text"),
    ("1.e5", 3, "expected a digit after the decimal point, found 'e'"),
    ("1e", 3, "expected a digit of the exponent, found the end of the text"),
    ("1e+", 4, "expected a digit of the exponent, found the end of the text"),
    ("0x1F", 2, "expected the end of the text, found 'x'"),
    ("1_000", 2, "expected the end of the text, found '_'"),
    ("-Infinity", 2, "expected a digit, found 'I'"),
    ("[", 2, "expected a value or ']', found the end of the text"),
    ("[,", 2, "expected a value or ']', found ','"),
    ("[1", 3, "expected ',' or ']', found the end of the text"),
    ("[1 2]", 4, "expected ',' or ']', found '2'"),
    ("[1,]", 4, "expected a value after ',', found ']'"),
    ("[1}", 3, "expected ',' or ']', found '}'"),
    ("]", 1, "expected a value, found ']'"),
    ("{", 2, "expected a member's name or '}', found the end of the text"),
    ("{a:1}", 2, "expected a member's name or '}', found 'a'"),
    ("{1:1}", 2, "expected a member's name or '}', found '1'"),
    ("{\"a\"}", 5, "expected ':' after a member's name, found '}'"),
    ("{\"a\":}", 6, "expected a value after ':', found '}'"),
    ("{\"a\":1", 7, "expected ',' or '}', found the end of the text"),
    ("{\"a\":1,}", 8, "expected a member's name after ',', found '}'"),
    ("{\"a\":1]", 7, "expected ',' or '}', found ']'"),
    ("{\"a\":1 \"b\":2}", 8, "expected ',' or '}', found '\"'"),
    ("\"", 2, "expected '\"' at the end of a string, found the end of the text"),
    ("\"é", 3, "expected '\"' at the end of a string, found the end of the text"),
    (
      "\"a\nb\"", 3,
      "control characters in strings must be escaped, found the control character U+000A"
    ),
    (
      "\"\u{1F}\"", 2,
      "control characters in strings must be escaped, found the control character U+001F"
    ),
    (
      "\"\0\"", 2,
      "control characters in strings must be escaped, found the control character U+0000"
    ),
    ("\0", 1, "expected a value, found the control character U+0000"),
    ("1\u{B}", 2, "expected the end of the text, found the control character U+000B"),
    ("\u{A0}1", 1, "expected a value, found '\u{A0}'"),
    ("[😀]", 2, "expected a value or ']', found '😀'"),
    (#""\x""#, 3, "expected one of \" \\ / b f n r t u after a backslash, found 'x'"),
    (#""\"#, 3, "expected an escape, found the end of the text"),
    (#""\u12"#, 6, "expected four hexadecimal digits after \\u, found the end of the text"),
    (#""\u12g4""#, 6, "expected four hexadecimal digits after \\u, found 'g'"),
    (
      "\u{FEFF}1", 1, "the file starts with a byte order mark; save it as UTF-8 without BOM"
    ),
  ])
  func `rejects invalid JSON`(text: String, column: Int, message: String) {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: Array(text.utf8))
    }
    #expect(error?.message == message)
    #expect(error?.position == SourcePosition(line: 1, column: column))
  }

  @Test(
    arguments: [
      ([0x80], 0), ([0x22, 0xC3, 0x22], 1), ([0x22, 0xC0, 0xAF, 0x22], 1),
      ([0x22, 0xC1, 0xBF, 0x22], 1), ([0x22, 0xE0, 0x9F, 0xBF, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xED, 0xBF, 0xBF, 0x22], 1),
      ([0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
      ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0xE6, 0x97, 0x22], 1),
      ([0x22, 0xE6, 0x97], 1), ([0x22, 0xF0, 0x9F, 0x98], 1), ([0x22, 0xF0, 0x9F, 0x98, 0x22], 1),
      ([0x31, 0xFF], 1), ([0xFF], 0), ([0xFE, 0xFE], 0),
      (Array(repeating: 0x20, count: 130) + [0x31, 0x80], 131),
      (Array(repeating: 0x20, count: 63) + [0xC3], 63),
    ] as [([UInt8], Int)])
  func `rejects invalid UTF-8`(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.message == "this byte is not valid UTF-8")
    #expect(error?.offset == offset)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `validates UTF-8 like the standard library`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet: [UInt8] = [
      0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<2000 {
      var bytes = [UInt8](repeating: 0x61, count: .random(in: 0...130, using: &random))
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        bytes.append(alphabet.randomElement(using: &random) ?? 0)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(
        (UTF8Validity.firstInvalidOffset(in: bytes) == nil) == isValid, "seed \(seed): \(bytes)")
    }
  }

  @Test func `rejects UTF-16`() {
    for text in [[0x5B, 0x00, 0x5D, 0x00], [0x00, 0x5B, 0x00, 0x5D]] as [[UInt8]] {
      #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
    }
    for text in [[0xFF, 0xFE, 0x5B, 0x00], [0xFE, 0xFF, 0x00, 0x5B]] as [[UInt8]] {
      let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
      #expect(error?.message == "the text is UTF-16; JSON must be UTF-8")
      #expect(error?.offset == 0)
    }
    let wide = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: [0xFF, 0xFE, 0, 0, 0x5B, 0, 0, 0])
    }
    #expect(wide?.message == "the text is UTF-32; JSON must be UTF-8")
  }

  @Test func `limits the nesting depth`() throws {
    let nested = { (depth: Int) in
      [UInt8](repeating: UInt8(ascii: "["), count: depth)
        + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(try JSONDocument(parsing: nested(512)).nodes.count == 512)
    for depth in [513, 100_000] {
      let error = #expect(throws: JSONSyntaxError.self) {
        try JSONDocument(parsing: nested(depth))
      }
      #expect(error?.message == "arrays and objects are nested more than 512 levels deep")
      #expect(error?.offset == 512)
    }
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: open) }
    #expect(throws: Never.self) { try JSONDocument(parsing: nested(3), depthLimit: 3) }
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: nested(4), depthLimit: 3) }
    let wide = Array(("[" + String(repeating: "[],", count: 5000) + "{}]").utf8)
    #expect(try JSONDocument(parsing: wide).nodes.count == 5002)
  }
}
