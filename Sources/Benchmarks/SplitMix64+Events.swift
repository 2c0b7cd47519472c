import TestSupport

/// Random values for events.
extension SplitMix64 {
  mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &self) }

  /// A random hexadecimal number with up to 16 digits.
  var hex: String {
    mutating get { String(next(), radix: 16) }
  }

  /// Returns a number below `whole` with the given number of decimal places.
  mutating func decimal(_ whole: Int, digits: Int) -> String {
    let fraction = (0..<digits).map { _ in "\(below(10))" }.joined()
    return "\(below(whole)).\(fraction)"
  }

  /// A time in November 2026, in RFC 3339 format.
  var time: String {
    mutating get {
      let parts = [1 + below(28), below(24), below(60), below(60)].map {
        ($0 < 10 ? "0" : "") + "\($0)"
      }
      return "2026-11-\(parts[0])T\(parts[1]):\(parts[2]):\(parts[3]).\(100 + below(900))Z"
    }
  }
}
