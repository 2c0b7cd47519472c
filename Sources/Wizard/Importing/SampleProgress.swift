/// The progress of reading sample events.
package struct SampleProgress: Hashable, Sendable {
  /// The number of bytes read.
  package let bytes: Int
  /// The size of the input in bytes; nil if unknown.
  package let total: Int?
  package let events: Int
  /// The number of events that could not be read.
  package let broken: Int
  package let columns: Int
  /// The number of seconds since reading started.
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

  /// The fraction read, from 0 to 1; nil if the size is unknown.
  package var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(1, Double(bytes) / Double(total))
  }

  /// The estimated number of seconds remaining; nil if it cannot be estimated yet.
  package var secondsLeft: Double? {
    guard let total, bytes > 0, seconds > 0.5 else { return nil }
    return Double(max(0, total - bytes)) * seconds / Double(bytes)
  }
}
