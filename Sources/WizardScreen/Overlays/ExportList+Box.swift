import Screen
import SinkExport
import SinkSpec
import Wizard

extension ExportList: PaintableOverlay {
  /// Returns the export formats, and a preview of the selected one.
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let forms = ExportForm.allCases.enumerated().map { index, form in
      OverlayBox.option(
        form.title.padded(to: 12) + form.help, index, isSelected: form == self.form)
    }
    let text = wizard.export(form, secrets: .referenced)
    let room = max(1, wizard.layout.overlayHeight - forms.count - 1)
    let lines = text.split(separator: "\n", maxSplits: room, omittingEmptySubsequences: false)
      .prefix(room).map { OverlayBox.Line(runs: SyntaxColors.runs(of: String($0), in: form)) }
    let warning: [OverlayBox.Line] =
      wizard.settings.showsSecrets
      ? [
        .init(
          "Enter writes the secrets in plain text (--show-secrets); c copies references.", .warning)
      ]
      : []
    return OverlayBox(
      title: "Export the request", lines: forms + warning + [.empty] + lines, leastWidth: width)
  }
}
