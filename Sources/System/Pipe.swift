import CSystem

/// A pipe that no child process inherits.
package struct Pipe: Sendable {
  package let readEnd: CInt
  package let writeEnd: CInt

  /// Opens a pipe; both ends are the caller's to close.
  package init() throws(SystemError) {
    var ends: [CInt] = [-1, -1]
    guard cs_open_pipe(&ends, true) else { throw .last }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }
}
