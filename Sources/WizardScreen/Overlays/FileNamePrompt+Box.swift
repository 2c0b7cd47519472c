import Screen
import SinkExport
import SinkSpec
import Wizard

extension FileNamePrompt: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let width = wizard.layout.textWidth
    var lines = [OverlayBox.Line.empty]
    if isOffered { lines.append(.init("Type to replace it.", .dim)) }
    let problem = problem.map { TextWrap.lines($0, width: width) } ?? []
    lines += problem.map { OverlayBox.Line($0, .error) }
    let room = max(1, wizard.layout.overlayHeight - lines.count - 1)
    lines += candidates.prefix(room).map { OverlayBox.Line($0) }
    if candidates.count > room {
      lines.append(.init("and \(Count.of(candidates.count - room, "other"))", .dim))
    }
    return OverlayBox(title: title, lines: lines, leastWidth: width, editor: editor)
  }

  private var title: String {
    switch purpose {
    case .open: "Open a payload from"
    case .importSchema: "Import columns from a schema file"
    case .sample: "Infer columns from sample events in"
    case .save(.json): "Save the payload to"
    case .save(let form): "Save as \(form.title) to"
    }
  }
}
