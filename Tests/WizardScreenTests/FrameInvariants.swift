import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// The invariants of every frame, whatever was done before.
enum FrameInvariants {
  static func check(_ wizard: Wizard, secret: String, _ comment: Comment) {
    let canvas = Painter.draw(wizard)
    checkCells(canvas, wizard, comment)
    checkFocus(canvas, wizard, comment)
    if canvas.text.contains(secret) {
      let isSecret = wizard.item.flatMap { wizard.parameter(of: $0) }?.isSecret == true
      #expect(
        wizard.editing.isSecretRevealed && isSecret && wizard.overlay == nil
          && !wizard.requestPane.hasFocus,
        comment)
    }
    let sent = Array(wizard.draft.request.text(secrets: .shown).utf8)
    #expect(throws: Never.self, comment) { try JSONDocument(parsing: sent) }
  }

  private static func checkCells(_ canvas: Canvas, _ wizard: Wizard, _ comment: Comment) {
    #expect(canvas.rowCount == wizard.layout.rows, comment)
    #expect(canvas.columnCount == wizard.layout.columns, comment)
    for row in 0..<canvas.rowCount {
      var isAfterWide = false
      for cell in canvas.row(row) {
        guard let base = cell.base else {
          if !isAfterWide { Issue.record("a half without its other half: \(comment)") }
          isAfterWide = false
          continue
        }
        let width = ScalarWidth(base)
        if isAfterWide || width != .columns(1) && width != .columns(2) {
          Issue.record("\(base) in row \(row): \(comment)")
        }
        isAfterWide = width == .columns(2)
      }
      if isAfterWide { Issue.record("half of a cell is outside of row \(row): \(comment)") }
    }
    if let cursor = canvas.cursor {
      #expect((0..<canvas.rowCount).contains(cursor.row), comment)
      #expect((0..<canvas.columnCount).contains(cursor.column), comment)
    }
  }

  /// Checks that the focus is visible without colour.
  private static func checkFocus(_ canvas: Canvas, _ wizard: Wizard, _ comment: Comment) {
    guard !wizard.layout.isTooSmall else { return }
    #expect(canvas.cursor != nil || wizard.navigation.isScrolledAway, comment)
    let hasSign = canvas.cells.contains { $0.base == "▸" }
    let isFilled = canvas.cells.contains { $0.style.surface == .filled }
    guard let overlay = wizard.overlay else {
      #expect(hasSign || wizard.navigation.isScrolledAway, comment)
      return
    }
    let list = overlay as? ChoiceList ?? (overlay as? MarkedColumnChanges)?.list
    if let list { #expect(hasSign && isFilled || list.shown.isEmpty, comment) }
    if overlay is ExportList { #expect(hasSign && isFilled, comment) }
    if let drafts = overlay as? DraftList {
      #expect(hasSign && isFilled || drafts.shown.isEmpty, comment)
    }
    if let review = overlay as? ProposalReview {
      #expect(isFilled || review.lineCount == 0, comment)
    }
    #expect(canvas.text.contains("┤"), comment)
  }

  /// Copying the unchanged parts of the last frame gives the same frame as painting all of it.
  static func checkParts(
    _ wizard: Wizard, after parts: inout PaintedParts, _ comment: Comment
  ) {
    let copied = Painter.draw(wizard, after: &parts)
    let painted = Painter.draw(wizard)
    guard copied != painted else { return }
    let rows = (0..<painted.rowCount).filter { copied.row($0) != painted.row($0) }
    Issue.record("rows \(rows) or the cursor are of an earlier frame: \(comment)")
  }

  /// Checks that validating incrementally gives the same result as validating from scratch.
  static func checkValidation(_ wizard: Wizard, _ comment: Comment) {
    let fresh = DraftValidation(of: wizard.draft)
    let own = wizard.draftValidation.issues.filter { $0.rule != "refused-by-api" }
    #expect(fresh.issues == own, comment)
    #expect(fresh.lines.all == wizard.draftValidation.lines.all, comment)
  }

  /// Checks that undo followed by redo restores the draft.
  static func checkUndo(_ wizard: Wizard, _ comment: Comment) {
    guard wizard.overlay == nil, !wizard.layout.isTooSmall else { return }
    var copy = wizard
    _ = copy.handle(.key(.control("_")))
    guard copy.draft != wizard.draft else { return }
    #expect(!copy.requestPane.hasFocus, comment)
    FrameInvariants.check(copy, secret: RandomKeysTests.secret, comment)
    _ = copy.handle(.key(.alt("_")))
    #expect(copy.draft == wizard.draft, comment)
  }
}
