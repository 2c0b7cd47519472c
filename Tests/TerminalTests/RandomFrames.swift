import Screen
import TestSupport

/// A sequence of random screens with abrupt changes: styles, halved wide and combining characters,
/// sizes.
struct RandomFrames {
  private var random: SplitMix64
  private(set) var canvas: Canvas
  private let resizes: Bool

  init(seed: UInt64, resizes: Bool = true) {
    random = SplitMix64(seed: seed)
    self.resizes = resizes
    canvas = Canvas(rows: 24, columns: 80)
  }

  private static let pieces = [
    "orders", "  ", "                    ", "────────────────", "┌──┐", "│", "=================",
    "日本語", "한국어", "Ａ１", "e\u{301}", "日\u{3099}", "a\u{300}\u{323}", "😀", "👍🏽", "👩‍👩‍👧",
    "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "Ж", "क्षि", "ｶﾞ", "\u{202E}abc", "\u{1B}[31m",
    "\u{1FAE8}", "‹›✓●▸…", "xxxxxxxxxxxxxxxxxxxxxxxxx", "\t", "-",
  ]

  /// Returns the next screen.
  mutating func next() -> Canvas {
    if resizes, random.once(in: 15) { resize() }
    for _ in 0..<Int.random(in: 0...6, using: &random) { change() }
    let isShown = !random.once(in: 3)
    canvas.cursor =
      isShown
      ? Canvas.Point(row: random(canvas.rowCount), column: random(canvas.columnCount)) : nil
    return canvas
  }

  /// Whether to repaint the whole screen.
  var paintsAgain: Bool { mutating get { random.once(in: 10) } }

  private mutating func random(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func resize() {
    let old = canvas
    let isSmall = random.once(in: 3)
    canvas = Canvas(rows: 1 + random(isSmall ? 5 : 40), columns: 2 + random(isSmall ? 8 : 120))
    for row in 0..<min(old.rowCount, canvas.rowCount) {
      canvas.write(text(of: old, row), row: row, column: 0)
    }
  }

  private func text(of canvas: Canvas, _ row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in canvas.row(row) { text.append(contentsOf: cell.scalars) }
    return String(text)
  }

  private mutating func change() {
    let row = random(canvas.rowCount)
    let column = random(canvas.columnCount)
    switch random(8) {
    case 0: canvas.fill(row: row, from: column, to: canvas.columnCount, style: style())
    case 1:
      let change = style()
      canvas.restyle(row: row, from: column, to: column + random(20)) { $0 = change }
    case 2: canvas = Canvas(rows: canvas.rowCount, columns: canvas.columnCount)
    case 3: scroll()
    default: canvas.write(text(), row: row, column: column, style: style())
    }
  }

  private mutating func scroll() {
    let old = canvas
    for row in 1..<max(1, canvas.rowCount) {
      canvas.fill(row: row - 1, from: 0, to: canvas.columnCount)
      canvas.write(text(of: old, row), row: row - 1, column: 0)
    }
  }

  private mutating func text() -> String {
    (0...random(6)).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
  }

  private mutating func style() -> Style {
    Style(
      Style.Role.allCases[random(Style.Role.allCases.count)], bold: random.once(in: 4),
      underlined: random.once(in: 4), reversed: random.once(in: 4)
    ).on(Style.Surface.allCases[random(Style.Surface.allCases.count)])
  }
}
