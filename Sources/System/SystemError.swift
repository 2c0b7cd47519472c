import Glibc

/// A system call error.
package struct SystemError: Error, Hashable, Sendable {
  /// The `errno` value.
  package let number: CInt

  /// The error of the last failed call on this thread.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's error message.
  package var message: String { String(cString: strerror(number)) }
}
