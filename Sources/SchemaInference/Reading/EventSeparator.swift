import SinkSpec

/// The bytes between events.
enum EventSeparator {
  /// Returns whether a byte separates events: whitespace, or the record separator of JSON text
  /// sequences (RFC 7464).
  @inline(__always)
  static func isSeparator(_ byte: UInt8) -> Bool {
    JSONSpace.isSpace(byte) || byte == 0x1E
  }
}
