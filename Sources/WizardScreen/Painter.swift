package import Screen
import SinkSpec
package import Wizard

/// Draws the wizard on a canvas of the layout's size; never touches a terminal.
package struct Painter {
  let wizard: Wizard
  let layout: Layout
  var canvas: Canvas
  /// The point to hit-test, if any, and the target found there.
  var pointer: Canvas.Point?
  var target: MouseTarget?

  init(_ wizard: Wizard) {
    self.wizard = wizard
    layout = wizard.layout
    canvas = Canvas(rows: layout.rows, columns: layout.columns)
  }

  /// Returns the current screen.
  package static func draw(_ wizard: Wizard) -> Canvas {
    var painter = Painter(wizard)
    painter.paint()
    return painter.canvas
  }

  /// The focused item of the form; nil while the request has the focus.
  var focusedItem: FormItem? { !wizard.requestPane.hasFocus ? wizard.navigation.item : nil }

  mutating func paint() {
    guard !layout.isTooSmall else { return paintTooSmall() }
    paintHeader()
    paintRules()
    if let form = layout.form { paintForm(in: form) }
    if let request = layout.request { paintRequest(in: request) }
    paintGuide()
    if wizard.overlay == nil || wizard.notice != nil { paintKeyBar() }
    paintOverlay()
  }

  private mutating func paintTooSmall() {
    let text = """
      sinkwizard needs \(Layout.smallest.columns) columns and \(Layout.smallest.rows) rows; this \
      terminal has \(layout.columns) and \(layout.rows). Make it larger: nothing is lost.
      """
    var lines = TextWrap.lines(text, width: layout.columns)
    if let text = wizard.overlay?.compactText {
      lines = TextWrap.lines(text, width: layout.columns)
    }
    for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0) }
  }

  private mutating func paintRules() {
    for row in [1, layout.guideTop - 1] {
      canvas.fill(row: row, from: 0, to: layout.columns, with: "─", style: .dim)
    }
    guard layout.form != nil, layout.request != nil else { return }
    canvas.write("┬", row: 1, column: layout.divider, style: .dim)
    canvas.write("┴", row: layout.guideTop - 1, column: layout.divider, style: .dim)
    for row in layout.bodyTop..<layout.bodyTop + layout.bodyHeight {
      canvas.write("│", row: row, column: layout.divider, style: .dim)
    }
  }

  // MARK: Header

  private mutating func paintHeader() {
    let title = " Create a sink  "
    let summary = headerSummary
    // From the most to the least detailed; the first that fits is painted.
    let choices = [
      (title, true, true, summary.whole), (title, true, false, summary.whole),
      (" ", true, false, summary.whole), (" ", true, false, summary.first),
      (" ", false, false, summary.whole), (" ", false, false, summary.first),
    ]
    for (title, isNamed, hasWords, summaryText) in choices {
      let steps = steps(named: isNamed, withWords: hasWords)
      let width = steps.reduce(0) { $0 + TerminalText.width(of: $1.0) }
      guard title.count + width + summaryText.count + 1 < layout.columns else { continue }
      var column = canvas.write(title, row: 0, column: 0, style: .heading)
      for (step, (text, style)) in zip(Step.allCases, steps) {
        let end = canvas.write(text, row: 0, column: column, style: style)
        markTarget(.step(step), row: 0, column..<end)
        column = end
      }
      canvas.write(
        summaryText, row: 0, column: layout.columns - summaryText.count - 1, style: summary.style)
      return
    }
  }

  private func steps(named: Bool, withWords: Bool) -> [(String, Style)] {
    Step.allCases.map { step in
      let mark = StepMark(step, in: wizard)
      let name = named || step == wizard.step ? "\(step.number) \(step.title) " : "\(step.number)"
      let text = name + mark.symbol + (withWords ? mark.words : "")
      // Brackets mark the current step even without colour.
      return step == wizard.step
        ? ("[\(text)]" + (named ? "" : " "), .accent.bold)
        : (named ? " \(text) " : text + " ", mark.style)
    }
  }

  private var headerSummary: (whole: String, first: String, style: Style) {
    let state = wizard.state(of: .review)
    let parts = [
      Wizard.count(state.errors, "error"), Wizard.count(state.warnings, "warning"),
      state.toDo == 0 ? nil : "\(state.toDo) to do",
    ].compactMap { $0 }
    let style: Style = state.errors > 0 ? .error : state.warnings > 0 ? .warning : .plain
    let whole = parts.isEmpty ? "complete" : parts.joined(separator: " · ")
    return (whole, parts.first ?? whole, style)
  }
}

/// The mark of a step's state in the header: a sign, and a word if there is room.
struct StepMark {
  let symbol: String
  let words: String
  let style: Style

  init(_ step: Step, in wizard: Wizard) {
    let state = wizard.state(of: step)
    if state.errors > 0 {
      (symbol, words, style) = ("✗", " \(Wizard.count(state.errors, "error") ?? "")", .error)
    } else if step == wizard.step {
      (symbol, words, style) = ("●", "", .accent)
    } else if state.toDo > 0 || (step == .review && !state.isVisited) {
      (symbol, words, style) = ("○", " to do", .plain)
    } else if state.warnings > 0 {
      (symbol, words, style) = ("!", " \(Wizard.count(state.warnings, "warning") ?? "")", .warning)
    } else {
      (symbol, words, style) = ("✓", " ok", .success)
    }
  }
}

extension Style {
  static let dim = Style(.dim)
  static let accent = Style(.accent)
  static let error = Style(.error)
  static let warning = Style(.warning)
  static let success = Style(.success)
  static let heading = Style(.plain, bold: true)
}
