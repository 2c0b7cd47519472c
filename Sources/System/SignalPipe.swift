import CSystem
import Glibc

/// A self-pipe for signals, for use with `poll`.
///
/// There is one per process.
package struct SignalPipe: ~Copyable {
  /// Readable once a signal has arrived.
  package var readEnd: CInt { cs_signals_read_end() }

  /// Installs handlers for signals.
  ///
  /// - Parameter signals: The signals to handle, which no longer terminate or stop the process.
  package init(_ signals: [CInt]) { cs_signals_open(signals, CInt(signals.count)) }

  deinit { cs_signals_close() }

  /// Returns the next pending signal; nil for none.
  package func next() -> CInt? {
    let number = cs_signals_next()
    return number == 0 ? nil : number
  }

  /// Stops the process as SIGTSTP does; returns once the process is resumed.
  package func suspend() { cs_perform_default_action(SIGTSTP) }

  /// Returns whether the process ignores a signal, such as SIGHUP under nohup.
  package static func isIgnored(_ signal: CInt) -> Bool { cs_ignores_signal(signal) }

  /// Terminates the process as the signal does.
  package static func terminate(by signal: CInt) -> Never {
    cs_perform_default_action(signal)
    exit(128 + signal)
  }
}
