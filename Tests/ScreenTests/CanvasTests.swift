import Screen
import TestSupport
import Testing

struct CanvasTests {
  private func canvas(_ rows: Int, _ columns: Int, _ lines: String...) -> Canvas {
    var canvas = Canvas(rows: rows, columns: columns)
    for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0) }
    return canvas
  }

  @Test func `starts blank`() {
    let blank = Canvas(rows: 2, columns: 3)
    #expect(blank.cells == Array(repeating: .blank(), count: 6))
    #expect(blank.cursor == nil)
    #expect(blank.text == "\n")
    for (rows, columns) in [(0, 0), (-1, 5), (5, -1), (0, 9)] {
      var none = Canvas(rows: rows, columns: columns)
      #expect(none.write("a", row: 0, column: 0) == 0)
      #expect(none.cells.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("abc", 0, nil, "abc", 3), ("abcdefgh", 0, nil, "abcdef", 6), ("abc", 4, nil, "    ab", 6),
      ("abc", 0, 2, "ab", 2), ("abc", 1, 99, " abc", 4), ("abc", 3, 3, "", 3),
      ("abc", 2, -1, "", 2),
      ("日本語", 0, nil, "日本語", 6), ("日本語x", 1, nil, " 日本", 5), ("a日", 0, 2, "a", 1),
      ("日", 5, nil, "", 5), ("日", 4, nil, "    日", 6), ("\u{202E}", 0, nil, "<U+202", 6),
      ("e\u{301}e\u{301}", 5, nil, "     e\u{301}", 6), ("", 2, nil, "", 2),
    ] as [(String, Int, Int?, String, Int)])
  func `clips text at the edge and the limit`(
    text: String, column: Int, limit: Int?, expected: String, end: Int
  ) {
    var canvas = Canvas(rows: 1, columns: 6)
    #expect(canvas.write(text, row: 0, column: column, limit: limit) == end)
    #expect(canvas.text == expected)
  }

  @Test(
    arguments: [
      (-1, 0), (2, 0), (.max, 0), (.min, 0), (0, -1), (0, 4), (0, .max), (0, .min),
    ] as [(Int, Int)])
  func `ignores writes outside the canvas`(row: Int, column: Int) {
    var canvas = Canvas(rows: 2, columns: 4)
    #expect(canvas.write("ab", row: row, column: column) == column)
    #expect(canvas == Canvas(rows: 2, columns: 4))
  }

  /// Overwrites part of `日本語` (columns 0 to 5) in a row of seven columns.
  @Test(arguments: [
    ("x", 0, "x 本語"), ("x", 1, " x本語"), ("x", 2, "日x 語"), ("x", 3, "日 x語"), ("x", 5, "日本 x"),
    ("xy", 1, " xy 語"), ("字", 0, "字本語"), ("字", 1, " 字 語"), ("字", 2, "日字語"), ("字", 3, "日 字"),
    ("字", 5, "日本 字"), ("字典", 1, " 字典"), ("x", 6, "日本語x"),
  ])
  func `overwriting half a wide character blanks the other half`(
    text: String, column: Int, expected: String
  ) {
    var canvas = canvas(1, 7, "日本語")
    canvas.write(text, row: 0, column: column)
    #expect(canvas.text == expected)
    #expect(problems(in: canvas).isEmpty)
  }

  @Test func `does not join wide characters across rows`() {
    var canvas = canvas(2, 2, "日", "本")
    canvas.write("x", row: 1, column: 0)
    #expect(canvas.text == "日\nx")
    canvas = self.canvas(2, 2, "日", "本")
    canvas.write("x", row: 0, column: 1)
    #expect(canvas.text == " x\n本")
  }

  @Test(
    arguments: [
      (1, 3, "a  def"), (-5, 2, "  cdef"), (4, 99, "abcd"), (.min, .max, ""), (3, 3, "abcdef"),
      (4, 2, "abcdef"), (9, 12, "abcdef"), (5, .min, "abcdef"),
    ] as [(Int, Int, String)])
  func `fills a range`(from: Int, to: Int, expected: String) {
    var canvas = canvas(1, 6, "abcdef")
    canvas.fill(row: 0, from: from, to: to, style: Style(.mark))
    #expect(canvas.text == expected)
    let changed = canvas.cells.indices.filter { canvas.cells[$0].style.role == .mark }
    #expect(changed == Array(0..<6).filter { $0 >= from && $0 < to })
  }

  @Test(arguments: [(1, 3), (-5, 2), (4, .max), (.min, .max), (4, 2), (9, 12)] as [(Int, Int)])
  func `restyles a range`(from: Int, to: Int) {
    var canvas = canvas(1, 6, "abcdef")
    for row in [-1, 0, 1] {
      canvas.restyle(row: row, from: from, to: to) { $0.isReversed = true }
    }
    #expect(canvas.text == "abcdef")
    let changed = canvas.cells.indices.filter { canvas.cells[$0].style.isReversed }
    #expect(changed == Array(0..<6).filter { $0 >= from && $0 < to })
  }

  @Test func `returns its rows as text`() {
    #expect(canvas(3, 4, "ab", "", " 日").text == "ab\n\n 日")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `stays consistent under random writes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array(
      "ab日本😀\u{301}\u{302}\u{1B}\u{200D}\u{202E}\u{FE0F}\u{9B} \u{1160}".unicodeScalars)
    for _ in 0..<20 {
      var canvas = Canvas(
        rows: .random(in: 0...4, using: &random), columns: .random(in: 0...9, using: &random))
      for _ in 0..<60 {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...5, using: &random) {
          text.append(alphabet.randomElement(using: &random) ?? "a")
        }
        let row = Int.random(in: -1...4, using: &random)
        let column = Int.random(in: -1...9, using: &random)
        let other = Int.random(in: -2...11, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: canvas.fill(row: row, from: column, to: other, style: Style(.mark))
        case 1: canvas.restyle(row: row, from: column, to: other) { $0 = $0.reversed }
        case 2: canvas.write(String(text), row: row, column: column, limit: other)
        default: canvas.write(String(text), row: row, column: column, style: Style(.error))
        }
        let found = problems(in: canvas)
        #expect(found.isEmpty, "seed \(seed)")
      }
    }
  }

  /// Returns inconsistencies of the cells: unpaired halves, and scalars in the wrong role.
  private func problems(in canvas: Canvas) -> [String] {
    var problems: [String] = []
    for row in 0..<canvas.rowCount {
      let cells = Array(canvas.row(row))
      for (column, cell) in cells.enumerated() {
        let isBeforeContinuation = column + 1 < cells.count && cells[column + 1].isContinuation
        if let base = cell.base {
          let width = ScalarWidth(base)
          if width != .columns(isBeforeContinuation ? 2 : 1) {
            problems.append("\(row),\(column): \(base) \(width)")
          }
        } else if column == 0 || isBeforeContinuation || !cell.scalars.isEmpty {
          problems.append("\(row),\(column): an unpaired half")
        }
        for mark in [cell.firstMark, cell.secondMark] {
          if let mark, ScalarWidth(mark) != .combining {
            problems.append("\(row),\(column): \(mark) is not a combining mark")
          }
        }
      }
    }
    return problems
  }

  @Test func `the Linux console gets characters of its font`() {
    var canvas = Canvas(rows: 2, columns: 12)
    canvas.write("╭─▸ ✓ é 日 ╮", row: 0, column: 0)
    #expect(canvas.inConsoleFont.text == "┌─► √ é 日 ┐\n")
  }

  @Test func `an ellipsis takes the place of two more characters in ASCII`() {
    var canvas = Canvas(rows: 2, columns: 12)
    canvas.write("abcdefg… …", row: 0, column: 0)
    #expect(canvas.inASCII.text == "abcde... .\n")
  }
}
