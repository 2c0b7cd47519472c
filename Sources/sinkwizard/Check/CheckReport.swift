/// How what was found in payloads is printed.
protocol CheckReport {
  /// What stands before the first payload.
  var beginning: String { get }
  /// What stands after the last one.
  var end: String { get }
  /// Prints what was found in one payload.
  mutating func write(_ result: CheckResult, to output: inout BufferedOutput)
}
