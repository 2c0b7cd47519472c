package import System

/// How long the decoder waits for the rest of incomplete input.
///
/// All waits are derived from the one after Esc, which `ESCDELAY` sets, as in curses. Over ssh, the
/// waits are longer, because the network may split a sequence.
package struct InputWaits: Hashable, Sendable {
  /// The wait after Esc, which may be a key or start a sequence.
  package let escape: Duration
  /// The wait inside a sequence that cannot have been typed.
  package let sequence: Duration
  /// The wait inside a paste, for its end mark.
  package let paste: Duration

  /// How long after an Escape key the rest of a sequence may still arrive.
  var late: Duration { escape * 2 }

  /// Creates the waits for a delay after Esc.
  package init(escape: Duration) {
    self.escape = escape
    sequence = min(max(escape * 10, .milliseconds(100)), .seconds(2))
    paste = min(max(escape * 100, .seconds(2)), .seconds(10))
  }

  /// Creates the waits for an environment.
  package init(environment: Environment) {
    let isRemote = environment["SSH_CONNECTION"] != nil || environment["SSH_TTY"] != nil
    let asked = environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 0), 5_000) }
    self.init(escape: .milliseconds(asked ?? (isRemote ? 150 : 50)))
  }
}
