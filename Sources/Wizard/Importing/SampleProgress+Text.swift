import SinkSpec

extension SampleProgress {
  /// The number of bytes read, the speed, and the remaining time.
  package var bytesText: String {
    let read = ByteSize.describe(UInt64(bytes))
    let whole = total.map { " of \(ByteSize.describe(UInt64($0)))" } ?? ""
    let speed = seconds > 0.5 ? " · \(Int(Double(bytes) / seconds / 1e6)) MB/s" : ""
    let left = secondsLeft.map { " · \(Int($0.rounded(.up))) s left" } ?? ""
    return read + whole + speed + left
  }

  /// The result so far.
  package var eventsText: String {
    let counts = [
      Wizard.count(events, "event") ?? "no events yet", Wizard.count(columns, "column"),
      Wizard.count(broken, "broken line"),
    ]
    return counts.compactMap { $0 }.joined(separator: " · ")
  }
}
