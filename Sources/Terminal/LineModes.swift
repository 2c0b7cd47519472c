internal import CCurses

/// The modes of a terminal in line mode, such as echo.
package enum LineModes {
  /// Restores the current modes when the process ends, however it ends.
  package static func restoreAtTheEnd(of descriptor: CInt) { cc_restore_line(descriptor) }
}
