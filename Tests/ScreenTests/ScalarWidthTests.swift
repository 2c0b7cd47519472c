import Screen
import Testing

struct ScalarWidthTests {
  @Test(
    arguments: [
      " ", "a", "~", "\u{A0}", "é", "ß", "Ж", "─", "│", "✓", "●", "▶", "…", "€", "ｱ",
      "\u{10FB}", "❤", "☎",
    ] as [Unicode.Scalar])
  func `measures one column`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .columns(1))
  }

  @Test(
    arguments: [
      "日", "本", "あ", "ア", "한", "ㄱ", "！", "￠", "😀", "⌚", "✅", "\u{20000}", "\u{30000}",
      "\u{FE10}", "👩", "👍",
    ] as [Unicode.Scalar])
  func `measures two columns`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .columns(2))
  }

  @Test(arguments: ["\u{300}", "\u{36F}", "\u{20DD}", "\u{3099}", "\u{5B0}"] as [Unicode.Scalar])
  func `recognizes combining marks`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .combining)
  }

  /// Controls, bidi, zero-width, tags, selectors, private use, unassigned, unusual spaces, fillers.
  @Test(
    arguments: [
      "\0", "\u{1B}", "\n", "\t", "\u{7F}", "\u{80}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}",
      "\u{200D}", "\u{200E}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}",
      "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FE0F}", "\u{FE00}", "\u{E0100}", "\u{E0041}",
      "\u{E000}", "\u{F8FF}", "\u{10FFFF}", "\u{378}", "\u{2003}", "\u{3000}", "\u{1680}",
      "\u{1160}", "\u{11FF}", "\u{D7B0}", "\u{115F}", "\u{3164}", "\u{FFA0}", "\u{180E}",
      "\u{34F}", "\u{17B4}", "\u{180B}",
      // These combine with neighbours in some terminals: vowel signs, jamo, flags, skin tones.
      "\u{0903}", "\u{093E}", "\u{094D}", "\u{0E33}", "\u{1100}", "\u{1F1E6}", "\u{1F3FB}",
      // Newer than many terminals, or made wide by a later Unicode version.
      "\u{1FAE8}", "\u{1FAE9}", "\u{4DC0}", "\u{2630}",
    ] as [Unicode.Scalar])
  func `hides unsafe scalars`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .hidden)
  }

  /// Terminals that paint grapheme clusters in one cell would shift the text after joined scalars.
  @Test func `scalars with a width never join their neighbours`() {
    var joining: [String] = []
    for value in UInt32(0x80)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value), case .columns = ScalarWidth(scalar) else {
        continue
      }
      let text = String(Character(scalar))
      if ["a" + text, text + "a", text + text, "👍" + text].contains(where: { $0.count != 2 }) {
        joining.append(String(value, radix: 16))
      }
    }
    #expect(joining == [])
  }

  @Test func `a combining mark never joins its two neighbours`() {
    var joining: [String] = []
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), ScalarWidth(scalar) == .combining else { continue }
      let mark = String(Character(scalar))
      let letters = ["a", "क", "ক", "ક", "କ", "క", "ക", "👍", "日"]
      if letters.contains(where: { ($0 + mark + $0).count != 2 }) {
        joining.append(String(value, radix: 16))
      }
    }
    #expect(joining == [])
  }
}
