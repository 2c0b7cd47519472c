import Glibc

/// Reading and writing files by descriptor.
enum FileContents {
  /// Everything that can be read from a descriptor, up to a limit.
  ///
  /// - Parameters:
  ///   - descriptor: what is read.
  ///   - limit: the most bytes that are taken, and one piece more.
  ///   - expected: how many bytes there probably are.
  ///   - beginning: what has been read already.
  /// - Returns: nil when reading fails; `errno` says why.
  static func readAll(
    _ descriptor: CInt, limit: Int, expected: Int = 0, after beginning: [UInt8] = []
  ) -> [UInt8]? {
    var contents = beginning
    contents.reserveCapacity(expected)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while contents.count <= limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      contents += buffer[..<count]
    }
    return contents
  }

  /// The first byte of a pipe that was opened without waiting, or none if somebody is about to
  /// write; nil when nobody has opened it for writing within two seconds.
  static func firstByte(ofPipe descriptor: CInt) -> [UInt8]? {
    for _ in 0..<40 {
      var byte: UInt8 = 0
      // Nobody who writes and nothing written yet look the same to `poll`, but not to `read`.
      let count = read(descriptor, &byte, 1)
      if count > 0 { return [byte] }
      if count < 0, errno == EAGAIN { return [] }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 50) > 0, waiting.revents & Int16(POLLIN) == 0 { return [] }
    }
    return nil
  }

  /// Writes all bytes; false when that fails, and `errno` says why.
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
