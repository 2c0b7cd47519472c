internal import CCurses

extension TerminalSession {
  /// Turns mouse reporting on or off.
  ///
  /// While it is on, the terminal selects text only with Shift held.
  package mutating func reportMouse(_ isOn: Bool) {
    guard !isClosed else { return }
    cc_report_mouse(isOn)
  }
}
