import Glibc

/// Wakes a thread that waits in `poll`.
struct Bell: Sendable {
  /// Can be read once it has rung.
  let descriptor: CInt
  private let rope: CInt

  /// Makes a bell; nil with `errno` when the process has no files left.
  init?() {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (descriptor, rope) = (ends[0], ends[1])
    for end in ends { Descriptor.keepToItself(end) }
  }

  func ring() {
    var byte: UInt8 = 0
    write(rope, &byte, 1)
  }

  func close() {
    Glibc.close(descriptor)
    Glibc.close(rope)
  }
}
