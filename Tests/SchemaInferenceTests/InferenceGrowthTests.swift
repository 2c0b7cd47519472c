import SchemaInference
import TestSupport
import Testing

/// Tests that inference takes time proportional to the size of its input, whatever the input is.
struct InferenceGrowthTests {
  @Test(.timeLimit(.minutes(1))) func `skips leading blanks once`() {
    let blanks = [UInt8](repeating: 0x20, count: 20 << 20)
    let inference = Inferred.from(blanks + Array("{\"a\":1}".utf8), pieces: 1 << 16)
    #expect(inference.events == 1)
    #expect(inference.proposal.short == "a:int64!")
  }

  @Test func `reports the line of an event after leading blanks`() {
    let inference = Inferred.from("\n \n\n{\"a\":1}\n{\"a\":\n", pieces: 2)
    #expect(inference.events == 1)
    #expect(inference.broken.map(\.line) == [5])
  }

  /// Pairs of texts with the same FNV-1a hash; their combinations collide as well.
  private static let colliding = [
    ("rixx5w", "o52egm"), ("dfvygo", "tvdlv3"),
    ("hq4v5u", "u5rcgo"), ("gx4e4c", "4iwe24"),
    ("4mbj4r", "04tiue"), ("t15abl", "cyet0f"),
    ("rixx5w", "o52egm"), ("dfvygo", "tvdlv3"),
    ("hq4v5u", "u5rcgo"), ("gx4e4c", "4iwe24"),
    ("4mbj4r", "04tiue"), ("t15abl", "cyet0f"),
  ]

  /// Returns one event with 4,096 members.
  private static func event(_ pairs: [(String, String)]) -> String {
    let names = pairs.reduce([""]) { names, pair in
      names.flatMap { [$0 + pair.0, $0 + pair.1] }
    }
    return "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
  }

  @Test func `takes as long for names chosen to collide`() {
    var random = SplitMix64(seed: 1)
    func text() -> String {
      String((0..<6).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a" })
    }
    let ordinary = Self.event(Self.colliding.map { _ in (text(), text()) })
    let clock = ContinuousClock()
    // Take the fastest of several runs, because other tests run at the same time.
    func time(_ event: String) -> Duration? {
      (0..<3).map { _ in
        clock.measure { #expect(Inferred.from(event).columnCount == 4096) }
      }.min()
    }
    guard let usual = time(ordinary), let colliding = time(Self.event(Self.colliding)) else {
      return
    }
    #expect(colliding < usual * 5)
  }
}
