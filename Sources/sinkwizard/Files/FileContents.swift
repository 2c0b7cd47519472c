import Glibc

/// Reads and writes whole files by descriptor.
enum FileContents {
  /// The maximum number of bytes to read at once.
  private static let blockSize = 65_536

  /// Returns everything readable from a descriptor, up to a limit.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor to read.
  ///   - limit: The number of bytes after which reading stops; the last block may exceed it.
  ///   - expected: The expected number of bytes; 0 if unknown.
  ///   - beginning: The bytes that have been read already.
  ///   - report: Called with the number of bytes read, at least ten times a second; throws to stop.
  /// - Returns: The bytes, or nil if reading failed with `errno`.
  /// - Throws: Any error thrown by `report`.
  static func readAll<Stop: Error>(
    _ descriptor: CInt, limit: Int, expected: Int = 0, after beginning: [UInt8] = [],
    reportingTo report: (Int) throws(Stop) -> Void
  ) throws(Stop) -> [UInt8]? {
    var contents = beginning
    contents.reserveCapacity(expected)
    // Not larger than a small file: filling the buffer takes longer than reading the file.
    let size = expected > 0 ? min(expected + 1, blockSize) : blockSize
    var buffer = [UInt8](repeating: 0, count: size)
    while contents.count <= limit {
      try report(contents.count)
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) == 0 { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      contents += buffer[..<count]
      // A small file has grown since its size was read.
      if count == buffer.count, count < blockSize {
        buffer = [UInt8](repeating: 0, count: blockSize)
      }
    }
    return contents
  }

  /// Returns the first byte of a pipe opened without blocking, or none if a writer has opened it
  /// but not written yet; nil if no writer opens it within two seconds.
  static func firstByte(ofPipe descriptor: CInt) -> [UInt8]? {
    for _ in 0..<40 {
      var byte: UInt8 = 0
      // `poll` cannot distinguish a missing writer from a silent one, but `read` can.
      let count = read(descriptor, &byte, 1)
      if count > 0 { return [byte] }
      if count < 0, errno == EAGAIN { return [] }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 50) > 0, waiting.revents & Int16(POLLIN) == 0 { return [] }
    }
    return nil
  }

  /// Writes all bytes; returns false, with `errno` set, on failure.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
