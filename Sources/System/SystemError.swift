import Glibc

/// An error of a system call.
package struct SystemError: Error, Hashable, Sendable {
  /// Its `errno`.
  package let number: CInt

  /// The error of the last call that failed on this thread.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's words for it.
  package var message: String { String(cString: strerror(number)) }
}
