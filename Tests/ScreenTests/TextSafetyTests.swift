import Screen
import TestSupport
import Testing

/// Checks that no unsafe scalar reaches a cell, independently of ``ScalarWidth``.
struct TextSafetyTests {
  private static let planes: [ClosedRange<UInt32>] = [
    0...0x1FFFF, 0xE0000...0xE01FF, 0xF0000...0xF000F, 0x10FFF0...0x10FFFF,
  ]

  @Test(arguments: planes)
  func `paints every scalar as itself or as a mark`(range: ClosedRange<UInt32>) {
    for scalar in range.lazy.compactMap({ Unicode.Scalar($0) }) {
      var text = "a".unicodeScalars
      text.append(contentsOf: [scalar, "b"])
      let clusters = TerminalText(String(text)).clusters
      guard clusters.first?.cell.base == "a", clusters.last?.cell.scalars == ["b"],
        clusters.allSatisfy({ ($0.width == 1 || $0.width == 2) && Self.isSafe($0.cell) }),
        clusters.reduce(0, { $0 + $1.width }) == TerminalText.width(of: String(text))
      else {
        Issue.record("U+\(String(scalar.value, radix: 16))")
        return
      }
    }
  }

  private static func isSafe(_ cell: Cell) -> Bool {
    guard let base = cell.base else { return false }
    return !isUnsafe(base) && !isMark(base)
      && [cell.firstMark, cell.secondMark].allSatisfy { mark in
        mark.map { isMark($0) && !isUnsafe($0) } ?? true
      }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  /// Returns whether a scalar moves the cursor, reorders or hides text, or varies in width across
  /// terminals.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      return properties.isBidiControl || properties.isDefaultIgnorableCodePoint
        || properties.isNoncharacterCodePoint || properties.isVariationSelector
        || properties.isJoinControl || properties.isEmojiModifier
        || (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
  }

  /// Text that has broken programs: control sequences, bidi overrides, tags, joined emoji, stacked
  /// marks.
  private static let hostile = [
    "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{90}q\u{9C}", "abc\u{202E}gpj.exe\u{2069}",
    "a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}b", "x\u{2028}y\u{2029}z\u{85}\u{B}\u{C}",
    "🏴\u{E0067}\u{E0062}\u{E007F}", "👩🏽\u{200D}🚀", "🇩🇪🇺", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}",
    "Z" + String(repeating: "\u{301}\u{489}\u{20DD}", count: 200) + "a",
    "\u{FFFE}\u{1FFFF}",
    "\u{1100}\u{1161}\u{11A8}", "日\u{3099}本", "\u{00}\u{7F}", "\r\n\t", "\u{115F}\u{3164}\u{2800}",
  ]

  @Test(arguments: hostile)
  func `writes stay within their row and limit`(text: String) {
    for limit in 0...24 {
      var canvas = Canvas(rows: 3, columns: 30)
      canvas.write(String(repeating: "#", count: 30), row: 0, column: 0)
      let end = canvas.write(text + "§", row: 1, column: 3, limit: limit)
      #expect(end <= max(3, limit))
      #expect(canvas.row(0).allSatisfy { $0.base == "#" })
      #expect(canvas.row(2).allSatisfy { $0 == .blank() })
      #expect(canvas.row(1).dropFirst(max(3, limit)).allSatisfy { $0 == .blank() })
    }
  }

  @Test(arguments: hostile)
  func `shortened and wrapped lines fit the width`(text: String) {
    let long = text + " and some words " + text
    for width in 1...24 {
      #expect(TerminalText.width(of: TextWrap.shortened(long, width: width)) <= width)
      #expect(TerminalText.width(of: TextWrap.shortenedInside(long, width: width)) <= width)
      for line in TextWrap.lines(long, width: max(width, 8)) {
        let isOneMark = line.count == 1
        #expect(isOneMark || TerminalText.width(of: line) <= max(width, 8))
      }
    }
    #expect(TextWrap.shortened(long, width: 0) == "")
  }
}
