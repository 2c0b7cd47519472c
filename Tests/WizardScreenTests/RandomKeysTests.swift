import SinkSpec
import Surface
import TestSupport
import Testing
import WizardFlow
import WizardScreen

/// Random keys, pastes and sizes: whatever is pressed, every frame keeps its promises.
@Suite struct RandomKeysTests {
  static let secret = "s3cr3t-N33DLE"

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func everyFrameHoldsItsPromises(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var driver = Driver(rows: 24, columns: 80)
    driver.type("<A-2><Tab><Tab><Tab><Tab>\(Self.secret)<Tab>\(Self.secret)<A-1>")
    for step in 0..<300 {
      if random.next() % 40 == 0 {
        let rows = Int(random.next() % 50)
        let columns = Int(random.next() % 150)
        _ = driver.wizard.handle(.resized(rows: rows, columns: columns))
      }
      let key = Self.keys[Int(random.next() % UInt64(Self.keys.count))]
      if key == .control("r") { continue }
      driver.press(key)
      let comment: Comment = "seed \(seed), step \(step), key \(key)"
      check(driver, comment)
    }
    // Taking everything back and bringing it forth again leads to the same draft.
    _ = driver.wizard.handle(.resized(rows: 24, columns: 80))
    driver.type("<Esc><Esc>n")
    let end = driver.wizard.draft
    var taken = 0
    driver.press(.control("_"))
    while driver.wizard.notice == nil {
      taken += 1
      driver.press(.control("_"))
    }
    #expect(driver.wizard.draft == Draft(account: Driver.account), "seed \(seed)")
    for _ in 0..<taken { driver.press(.alt("_")) }
    #expect(driver.wizard.draft == end, "seed \(seed)")
  }

  private func check(_ driver: Driver, _ comment: Comment) {
    let wizard = driver.wizard
    let canvas = Painter.draw(wizard)
    #expect(canvas.rowCount == wizard.layout.rows, comment)
    #expect(canvas.columnCount == wizard.layout.columns, comment)
    for row in 0..<canvas.rowCount {
      var previousWidth = 1
      for cell in canvas.row(row) {
        if cell.isContinuation {
          #expect(previousWidth == 2, comment)
          previousWidth = 0
        } else {
          #expect(previousWidth != 2, comment)
          previousWidth = TerminalText.width(of: String(String.UnicodeScalarView(cell.scalars)))
        }
      }
    }
    let text = canvas.text
    #expect(!text.contains(Self.secret), comment)
    if let cursor = canvas.cursor {
      #expect(cursor.row >= 0 && cursor.row < canvas.rowCount, comment)
      #expect(cursor.column >= 0 && cursor.column < canvas.columnCount, comment)
    }
    if !wizard.layout.isTooSmall, wizard.layout.form != nil {
      #expect(text.contains("▸") || wizard.overlay != nil, comment)
    }
    let sent = Array(wizard.draft.request.text(secrets: .shown).utf8)
    #expect(throws: Never.self, comment) { try JSONDocument(parsing: sent) }
    let fresh = Judgement(of: wizard.draft)
    #expect(fresh.issues == wizard.judgement.issues, comment)
    #expect(fresh.lines.all == wizard.judgement.lines.all, comment)
  }

  static let keys: [Key] =
    "abz019_-%./ é日👩🏽‍🚀\u{301}\u{202E}\u{200B}\"\\{}$~".map { Key.character($0) }
    + "aewukbfdnpxqcosz_".map { Key.control($0) } + "12345bf0r_".map { Key.alt($0) }
    + (1...8).map { Key.function($0) } + [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .altUp, .altDown, .altLeft, .altRight, .altEnter,
      .altBackspace, .altDelete, .enter, .enter, .tab, .function(7), .character("y"),
    ]
}
