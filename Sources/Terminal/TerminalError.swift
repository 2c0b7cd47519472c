/// An error from opening a terminal session.
package enum TerminalError: Error, Hashable, Sendable {
  /// The process has no controlling terminal, because it runs in a pipeline, job or service.
  case noTerminal
  /// A session is already open; there is one screen per process.
  case alreadyOpen
  /// `TERM` is not set.
  case noName
  /// Neither the terminal type nor a fallback has a description on this machine.
  case unknownTerminal(name: String)
  /// The terminal cannot position its cursor, which a full-screen display requires.
  case cannotPlaceCursor(name: String)
}

extension TerminalError: CustomStringConvertible {
  /// The reason, without a final full stop, so that the caller can append advice.
  package var description: String {
    switch self {
    case .noTerminal: "the wizard needs a terminal"
    case .alreadyOpen: "the terminal is already in use by this program"
    case .noName: "TERM is not set, so the terminal type is unknown"
    case .unknownTerminal(let name):
      "no terminal descriptions found (TERM=\(name)); install ncurses-base"
    case .cannotPlaceCursor(let name):
      "terminals of type \"\(name)\" (from TERM) cannot show a full screen"
    }
  }
}
