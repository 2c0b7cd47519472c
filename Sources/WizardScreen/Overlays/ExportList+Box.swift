import Screen
import SinkExport
import SinkSpec
import Wizard

extension ExportList: PaintableOverlay {
  /// Returns the export formats, and a preview of the selected one.
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let forms = ExportForm.allCases.enumerated().map { index, form in
      OverlayBox.option(
        "\(index + 1) " + form.title.padded(to: 12) + form.help, index,
        isSelected: form == self.form)
    }
    let text = preview(in: wizard)
    let warningLines = wizard.settings.showsSecrets ? 1 : 0
    let room = max(1, previewHeight(in: wizard.layout) - warningLines)
    let first = min(position.firstLine, max(0, text.count - room))
    let lines = text.dropFirst(first).prefix(room).map {
      OverlayBox.Line(runs: SyntaxColors.runs(of: $0, in: form))
    }
    let count =
      text.count > room ? " · lines \(first + 1)–\(first + lines.count) of \(text.count)" : ""
    let warning: [OverlayBox.Line] =
      wizard.settings.showsSecrets
      ? [
        .init(
          "Enter writes the secrets in plain text (--show-secrets); c copies references.", .warning)
      ]
      : []
    return OverlayBox(
      title: "Export the request\(count)", lines: forms + warning + [.empty] + lines,
      leastWidth: width)
  }
}
