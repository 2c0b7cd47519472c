import CSystem
import Glibc

/// A close-on-exec pipe.
package struct Pipe: Sendable {
  package let readEnd: CInt
  package let writeEnd: CInt

  /// Opens a pipe.
  ///
  /// The caller must close both ends.
  package init() throws(SystemError) {
    var ends: [CInt] = [-1, -1]
    guard cs_open_pipe(&ends, true) else { throw .last }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }
}

/// A system call error.
package struct SystemError: Error, Hashable, Sendable {
  /// The `errno` value.
  package let number: CInt

  /// The error of the last failed call on this thread.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's error message.
  package var message: String { String(cString: strerror(number)) }
}
