import TestSupport
import Testing

@testable import SinkSpec

/// Tests suggestions for misspelled names.
@Suite struct NearestNameTests {
  /// Returns what ``NearestName/of(_:among:)`` does, from the distance to every known name.
  private static func nearest(to name: String, among known: [String]) -> String? {
    let distances = known.map { candidate in
      (candidate, distance(NearestName.fold(name), NearestName.fold(candidate)))
    }
    return distances.filter { $0.1 <= max(1, $0.0.utf8.count / 3) }.min { $0.1 < $1.1 }?.0
  }

  /// Returns the distance by its recursive definition.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard let last = left.last, let other = right.last else { return max(left.count, right.count) }
    let (start, otherStart) = (left.dropLast(), right.dropLast())
    if last == other { return distance(Array(start), Array(otherStart)) }
    var edits = min(
      distance(Array(start), Array(otherStart)), distance(Array(start), right),
      distance(left, Array(otherStart)))
    if start.last == other, otherStart.last == last {
      edits = min(edits, distance(Array(start.dropLast()), Array(otherStart.dropLast())))
    }
    return edits + 1
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `suggests the closest of random names`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func name() -> String {
      String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          "abcABC_-é".randomElement(using: &random) ?? "a"
        })
    }
    let known = (0..<8).map { _ in name() }
    let wanted = name()
    #expect(
      NearestName.of(wanted, among: known) == Self.nearest(to: wanted, among: known),
      "\(wanted) among \(known)")
  }

  @Test func `compares other names of values without folding them`() {
    let names =
      SinkDescription.all().flatMap(\.choices).flatMap(\.otherNames)
      + SchemaFieldDescription.type.choices.flatMap(\.otherNames)
    #expect(!names.isEmpty)
    #expect(names.allSatisfy { Array($0.utf8) == NearestName.fold($0) })
  }
}
