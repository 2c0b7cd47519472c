package import Screen
import SinkSpec
package import Wizard

/// Draws the wizard on a canvas of the layout's size; never touches a terminal.
package struct Painter {
  let wizard: Wizard
  private(set) var layout: Layout
  var canvas: Canvas
  /// The point to hit-test, if any, and the target found there.
  var pointer: Canvas.Point?
  var target: MouseTarget?
  private(set) var guide = Guide()
  /// Where the focused value was painted.
  var valuePlace: Canvas.Point?

  init(_ wizard: Wizard) {
    self.wizard = wizard
    layout = wizard.layout
    canvas = Canvas(rows: layout.rows, columns: layout.columns)
    guard !layout.isTooSmall else { return }
    guide = makeGuide()
    layout = layout.fitting(guideLines: guide.lineCount)
  }

  /// Returns the current screen.
  package static func draw(_ wizard: Wizard) -> Canvas {
    var painter = Painter(wizard)
    painter.paint()
    return painter.canvas
  }

  /// The focused item of the form; nil while the request has the focus.
  var focusedItem: FormItem? { !wizard.requestPane.hasFocus ? wizard.navigation.item : nil }

  var signs: Signs { wizard.display.signs }

  mutating func paint() {
    guard !layout.isTooSmall else { return paintTooSmall() }
    paintSteps()
    paintFrames()
    if let form = layout.form { paintForm(in: form) }
    if let request = layout.request { paintRequest(in: request) }
    paintGuide()
    if wizard.overlay == nil || wizard.notice != nil { paintKeyBar() }
    paintOverlay()
  }

  /// Places the cursor at the focus, unless it is in a text.
  ///
  /// Magnifiers, braille displays and input methods follow it.
  mutating func placeCursor(row: Int, column: Int) {
    if canvas.cursor == nil { canvas.cursor = .init(row: row, column: column) }
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
}

extension Style {
  static let dim = Style(.dim)
  static let accent = Style(.accent)
  static let error = Style(.error)
  static let warning = Style(.warning)
  static let success = Style(.success)
  static let heading = Style(.plain, bold: true)
}
