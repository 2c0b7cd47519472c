/// Why there is no terminal session.
package enum TerminalError: Error, Hashable, Sendable {
  /// The process has no terminal of its own: it runs in a pipeline, a job or a service.
  case noTerminal
  /// A session is open already; there is one screen per process.
  case alreadyOpen
  /// The environment does not name the terminal's type.
  case noName
  /// Neither the name nor any usual replacement for it is described on this machine.
  case unknownTerminal(name: String)
  /// The terminal cannot place its cursor, so no screen can be painted on it.
  case cannotPlaceCursor(name: String)
}

extension TerminalError: CustomStringConvertible {
  /// The reason, as the first half of a sentence for the operator.
  package var description: String {
    switch self {
    case .noTerminal: "there is no terminal for the wizard"
    case .alreadyOpen: "the terminal is in use by this program already"
    case .noName: "TERM is not set, so nothing is known of the terminal"
    case .unknownTerminal(let name):
      "nothing is known here of terminals of the type '\(name)', nor of any other"
    case .cannotPlaceCursor(let name):
      "a terminal of the type '\(name)' shows no full screen; TERM says what it is"
    }
  }
}
