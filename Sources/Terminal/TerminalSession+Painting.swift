internal import CCurses
package import Screen

extension TerminalSession {
  /// Shows a canvas, sending only the changes since the previous one.
  ///
  /// A canvas larger than the terminal is ignored: the terminal has shrunk since it was drawn, and
  /// ``next()`` will report that.
  package mutating func present(_ canvas: Canvas) {
    guard !isClosed else { return }
    let size = Self.currentSize
    guard canvas.rowCount <= size.rows, canvas.columnCount <= size.columns else { return }
    let sameSize = shown?.rowCount == canvas.rowCount && shown?.columnCount == canvas.columnCount
    if !sameSize {
      shown = nil
      cc_resize(CInt(canvas.rowCount), CInt(canvas.columnCount))
      cc_forget_screen()
    }
    var isChanged = !sameSize || canvas.cursor != shown?.cursor
    for row in 0..<canvas.rowCount {
      if paint(canvas.row(row), over: shown?.row(row), row: row) { isChanged = true }
    }
    guard isChanged else { return }
    cc_flush(CInt(canvas.cursor?.row ?? -1), CInt(canvas.cursor?.column ?? -1))
    shown = canvas
    askForBackground()
  }

  /// Repaints the whole screen, in case something else has written to it.
  package mutating func repaint() {
    guard let canvas = shown else { return }
    shown = nil
    present(canvas)
  }

  /// Sets the terminal's modes and paints the whole screen again, as Ctrl-L does.
  package mutating func renew() {
    guard !isClosed else { return }
    cc_modes_set()
    repaint()
  }

  /// Paints the changes in a row.
  ///
  /// - Returns: Whether there are any.
  private func paint(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>?, row: Int) -> Bool {
    let runs = PaintRun.runs(from: old, to: cells)
    for run in runs {
      let look = palette.look(of: run.style)
      unsafe run.scalars.withUnsafeBufferPointer { scalars in
        guard let start = scalars.baseAddress else { return }
        unsafe cc_paint(
          CInt(row), CInt(run.column), start, CInt(run.scalars.count / PaintRun.scalarsPerCell),
          look.attributes, look.pair)
      }
    }
    return !runs.isEmpty
  }
}
