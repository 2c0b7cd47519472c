/// Why there is no terminal session.
package enum TerminalError: Error, Hashable, Sendable {
  /// The process has no terminal of its own: it runs in a pipeline, a job or a service.
  case noTerminal
  /// A session is open already; there is one screen per process.
  case alreadyOpen
  /// Neither the name nor any usual replacement for it is described on this machine.
  case unknownTerminal(name: String)
  /// The terminal cannot place its cursor, so no screen can be painted on it.
  case cannotPlaceCursor(name: String)
}

extension TerminalError: CustomStringConvertible {
  /// The reason as a sentence for the operator.
  package var description: String {
    switch self {
    case .noTerminal:
      "There is no terminal to work on: run this from an interactive shell."
    case .alreadyOpen:
      "The terminal is in use by this program already."
    case .unknownTerminal(let name):
      "The terminal type '\(name)' is not known here: set TERM to one that is, such as vt100."
    case .cannotPlaceCursor(let name):
      "The terminal type '\(name)' cannot show a full screen: set TERM to what the terminal is."
    }
  }
}
