import Wizard

extension MarkedColumnChanges: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox { list.box(in: wizard, width: width) }
}
