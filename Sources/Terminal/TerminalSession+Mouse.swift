internal import CCurses

extension TerminalSession {
  /// Asks the terminal to report the mouse, or no longer to; while it does, it selects text only
  /// with Shift.
  package mutating func reportMouse(_ isOn: Bool) {
    guard !isClosed else { return }
    cc_report_mouse(isOn)
  }
}
