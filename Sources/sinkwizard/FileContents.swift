import Glibc

/// Reading and writing files by descriptor.
enum FileContents {
  /// Everything that can be read from a descriptor, up to a limit.
  ///
  /// - Returns: nil when reading fails; `errno` says why.
  static func readAll(_ descriptor: CInt, limit: Int) -> [UInt8]? {
    var contents: [UInt8] = []
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

  /// The environment as the kernel gave it: `NAME=value` entries, each ended by a zero byte.
  static var environmentBlock: [UInt8] {
    let descriptor = open("/proc/self/environ", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return readAll(descriptor, limit: 4 << 20) ?? []
  }

  /// The system's words for the last error.
  static var lastError: String { String(cString: strerror(errno)) }
}
