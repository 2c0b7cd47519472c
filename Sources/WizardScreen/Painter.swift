package import Screen
import SinkSpec
package import Wizard

/// Draws the wizard on a canvas of the layout's size; never touches a terminal.
package struct Painter {
  let wizard: Wizard
  private(set) var layout: Layout
  var sheet: Sheet
  private(set) var guide = Guide(shortensInside: false)
  /// The value of the focused row, which the guide and the form need; nil if it has none.
  private(set) var focusedValue: FieldValue?
  private var parts: PaintedParts
  /// The point at which the focused value was painted.
  var valuePlace: Canvas.Point?

  init(_ wizard: Wizard, pointer: Canvas.Point? = nil, after parts: PaintedParts = .init()) {
    self.wizard = wizard
    self.parts = parts
    layout = wizard.layout
    sheet = Sheet(
      canvas: Canvas(rows: layout.rows, columns: layout.columns), pointer: pointer)
    guard !layout.isTooSmall else { return }
    focusedValue = makeFocusedValue()
    guide = makeGuide()
    layout = layout.fitting(guideLines: guide.lineCount)
    sheet.canvas = self.parts.begin(layout)
  }

  /// Returns the current screen.
  package static func draw(_ wizard: Wizard) -> Canvas {
    var parts = PaintedParts()
    return draw(wizard, after: &parts)
  }

  /// Returns the current screen, painted on the last one except for its unchanged parts.
  package static func draw(_ wizard: Wizard, after parts: inout PaintedParts) -> Canvas {
    var painter = Painter(wizard, after: parts)
    painter.paint()
    parts = painter.parts
    return painter.sheet.canvas
  }

  /// The focused item of the form; nil while the request has the focus.
  var focusedItem: FormItem? { !wizard.requestPane.hasFocus ? wizard.navigation.item : nil }

  var signs: Signs { wizard.display.signs }

  mutating func paint() {
    guard !layout.isTooSmall else { return paintTooSmall() }
    paint(StepsBar(of: wizard, in: layout))
    paintFrames()
    if let form = layout.form { paintForm(in: form) }
    if let request = layout.request { paintRequest(in: request) }
    paint(GuideBox(guide, in: layout))
    if wizard.overlay == nil || wizard.notice != nil {
      paint(KeyBar(of: wizard, in: layout))
    } else {
      paint(BlankRows(rows: layout.rows - 1..<layout.rows, columns: 0..<layout.columns))
    }
    parts.finish(sheet.canvas)
    paintOverlay()
  }

  /// Paints a part, unless the last frame had an equal one.
  mutating func paint(_ part: some ScreenPart) { parts.paint(part, on: &sheet) }

  /// Places the cursor at the focus, unless it is already in a text field.
  ///
  /// Magnifiers, braille displays and input methods follow it.
  mutating func placeCursor(row: Int, column: Int) {
    if sheet.canvas.cursor == nil { sheet.canvas.cursor = .init(row: row, column: column) }
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
    for (row, line) in lines.enumerated() { sheet.canvas.write(line, row: row, column: 0) }
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
