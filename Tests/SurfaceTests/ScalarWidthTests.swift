import Surface
import Testing

struct ScalarWidthTests {
  @Test(
    arguments: [
      " ", "a", "~", "\u{A0}", "é", "ß", "Ж", "─", "│", "✓", "●", "▶", "…", "€", "ｱ",
      "\u{10FB}", "\u{4DC0}", "\u{0903}",
    ] as [Unicode.Scalar])
  func `takes one column`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .columns(1))
  }

  @Test(
    arguments: [
      "日", "本", "あ", "ア", "한", "ㄱ", "！", "￠", "😀", "⌚", "✅", "\u{1100}", "\u{20000}",
      "\u{30000}", "\u{FE10}", "\u{1FAE8}",
    ] as [Unicode.Scalar])
  func `takes two columns`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .columns(2))
  }

  @Test(arguments: ["\u{300}", "\u{36F}", "\u{20DD}", "\u{3099}", "\u{5B0}"] as [Unicode.Scalar])
  func `combines`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .combining)
  }

  /// Controls, bidi, zero-width, tags, selectors, private use, unassigned, odd spaces, fillers,
  /// and what some terminals join to what stands before it.
  @Test(
    arguments: [
      "\0", "\u{1B}", "\n", "\t", "\u{7F}", "\u{80}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}",
      "\u{200D}", "\u{200E}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}",
      "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FE0F}", "\u{FE00}", "\u{E0100}", "\u{E0041}",
      "\u{E000}", "\u{F8FF}", "\u{10FFFF}", "\u{378}", "\u{2003}", "\u{3000}", "\u{1680}",
      "\u{1160}", "\u{11FF}", "\u{D7B0}", "\u{115F}", "\u{3164}", "\u{FFA0}", "\u{180E}",
      "\u{34F}", "\u{17B4}", "\u{180B}", "\u{1F1E6}", "\u{1F1FF}", "\u{1F3FB}", "\u{1F3FF}",
    ] as [Unicode.Scalar])
  func `hides`(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .hidden)
  }
}
