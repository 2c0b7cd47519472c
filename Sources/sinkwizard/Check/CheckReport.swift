/// An output format for results.
protocol CheckReport {
  /// The text before the first payload.
  var beginning: String { get }
  /// The text after the last payload.
  var end: String { get }
  /// Prints the result for one payload.
  mutating func write(_ result: CheckResult, to output: inout BufferedOutput)
}
