/// Files with seeded random damage.
package enum DamagedText {
  /// Returns a text with one to four random changes, of bytes, pieces or values.
  package static func text(_ whole: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    let parts = [
      "null", "[]", "{}", "-9223372036854775808", "1e999", "[[]]", "[{},{}]", "\"\"", "true",
      "\"/schema/fields/0\"", "\"list\"", "\"struct\"", "\"listed\"", "\"empty\"",
    ]
    var bytes = whole
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default:
        let start = bytes[place...].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? place
        let stop = bytes[start...].firstIndex { ",}]".utf8.contains($0) } ?? bytes.count
        bytes.replaceSubrange(
          start..<stop, with: Array((parts.randomElement(using: &random) ?? "").utf8))
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}
