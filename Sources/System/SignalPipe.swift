import CSystem
import Glibc

/// Signals as a descriptor that can be polled beside other input; there is one per process.
package struct SignalPipe: ~Copyable {
  /// Readable once a signal has arrived.
  package var readEnd: CInt { cs_signals_read_end() }

  /// - Parameter signals: the signals to take; they no longer end or stop the process.
  package init(_ signals: [CInt]) { cs_signals_open(signals, CInt(signals.count)) }

  deinit { cs_signals_close() }

  /// The next signal that has arrived.
  package func next() -> CInt? {
    let number = cs_signals_next()
    return number == 0 ? nil : number
  }

  /// Stops the process as SIGTSTP would have; returns when it is continued.
  package func suspend() { cs_perform_default_action(SIGTSTP) }

  /// Ends the process as the signal would have.
  package static func terminate(by signal: CInt) -> Never {
    cs_perform_default_action(signal)
    exit(128 + signal)
  }
}
