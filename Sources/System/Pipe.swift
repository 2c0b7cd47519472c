import CSystem

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
