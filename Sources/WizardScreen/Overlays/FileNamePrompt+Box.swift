import Screen
import SinkExport
import Wizard

extension FileNamePrompt: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let problem: [(String, Style)] =
      problem.map { TextWrap.lines($0, width: width).map { ($0, .error) } } ?? []
    return OverlayBox(title: title, lines: [("", .plain)] + problem, editor: editor)
  }

  private var title: String {
    switch purpose {
    case .open: "Open a payload from"
    case .importSchema: "Import columns from a schema file"
    case .sample: "Columns from sample events in"
    case .save(.json): "Save the payload to"
    case .save(let form): "Save as \(form.title) to"
    }
  }
}
