internal import CCurses

/// The modes of the terminal that lines are read from, such as whether it shows what is typed.
package enum LineModes {
  /// Has them put back as they are now, however the process ends.
  package static func restoreAtTheEnd(of descriptor: CInt) { cc_restore_line(descriptor) }
}
