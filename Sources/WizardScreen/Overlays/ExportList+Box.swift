import Screen
import SinkExport
import SinkSpec
import Wizard

extension ExportList: PaintableOverlay {
  /// Returns the export formats, and a preview of the selected one.
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let forms: [(String, Style)] = ExportForm.allCases.map { form in
      let isSelected = form == self.form
      let name = (isSelected ? "▸ " : "  ") + form.title.padded(to: 11)
      return (name + form.help, isSelected ? .accent.reversed : .plain)
    }
    let text = wizard.export(form, secrets: .referenced)
    let room = max(1, wizard.layout.overlayHeight - forms.count - 1)
    let lines = text.split(separator: "\n", maxSplits: room, omittingEmptySubsequences: false)
      .prefix(room).map { (String($0), Style.dim) }
    let warning: [(String, Style)] =
      wizard.settings.showsSecrets
      ? [
        ("Enter writes the secrets in plain text (--show-secrets); c copies references.", .warning)
      ]
      : []
    return OverlayBox(
      title: "Export the request", lines: forms + warning + [("", .plain)] + lines,
      targets: OverlayBox.options(forms.count))
  }
}
