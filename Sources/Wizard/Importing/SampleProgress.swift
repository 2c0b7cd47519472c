/// How far the reading of sample events is.
package struct SampleProgress: Hashable, Sendable {
  /// Bytes of the file that have been read.
  package let bytes: Int
  /// How many there are; nil when that is not known.
  package let total: Int?
  package let events: Int
  /// Events that could not be read.
  package let broken: Int
  package let columns: Int
  /// Seconds since the reading began.
  package let seconds: Double

  package init(
    bytes: Int, total: Int?, events: Int, broken: Int, columns: Int, seconds: Double
  ) {
    self.bytes = bytes
    self.total = total
    self.events = events
    self.broken = broken
    self.columns = columns
    self.seconds = seconds
  }

  /// The part that has been read, from 0 to 1; nil when the whole is not known.
  package var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(1, Double(bytes) / Double(total))
  }

  /// Seconds that the rest will take at this speed; nil when that cannot be told yet.
  package var secondsLeft: Double? {
    guard let total, bytes > 0, seconds > 0.5 else { return nil }
    return Double(max(0, total - bytes)) * seconds / Double(bytes)
  }
}
