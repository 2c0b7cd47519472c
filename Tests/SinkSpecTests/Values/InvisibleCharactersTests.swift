import SinkSpec
import TestSupport
import Testing

/// Tests making every character of a text visible.
struct InvisibleCharactersTests {
  @Test(
    arguments: [
      ("\"plain\"", "\"plain\""), ("{\n  \"é\": \"漢字 😀\"\n}", "{\n  \"é\": \"漢字 😀\"\n}"),
      ("\"\u{202E}\"", "\"\\u202e\""), ("\"\u{7F}\u{85}\"", "\"\\u007f\\u0085\""),
      ("\"\u{200D}\u{FEFF}\u{2028}\"", "\"\\u200d\\ufeff\\u2028\""),
      ("\"\u{E0001}\"", "\"\\udb40\\udc01\""), ("\"\u{3000}\u{A0}\"", "\"\\u3000\u{A0}\""),
    ] as [(String, String)])
  func `escapes invisible characters`(text: String, expected: String) {
    #expect(InvisibleCharacters.escapedInJSON(text) == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `keeps the meaning of visible text`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var value = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        if let scalar { value.append(scalar) }
      }
      let text = InvisibleCharacters.escapedInJSON(JSONText.string(String(value)))
      let document = try JSONDocument(parsing: Array(text.utf8))
      #expect(
        document.string(.root)?.unicodeScalars.elementsEqual(value) == true, "seed \(seed)")
    }
  }
}
