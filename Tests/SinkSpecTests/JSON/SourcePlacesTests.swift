import SinkSpec
import TestSupport
import Testing

struct SourcePlacesTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `agrees with counting from the start`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "é", "漢", "😀", "\n", "\r\n", "\t", " "]
    let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array(text.utf8)
    var places = SourcePlaces(in: bytes)
    var offsets = (0..<60).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
    offsets.append(Int.random(in: 0...bytes.count, using: &random))
    for offset in offsets {
      #expect(
        places.position(at: offset) == SourcePosition(offset: offset, in: bytes), "seed \(seed)")
    }
  }
}
