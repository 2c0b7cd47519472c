import SinkSpec
import TestSupport
import Testing

struct JSONRandomTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `round-trips random values`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let value = SampleValue.random(depth: 5, using: &random)
      let text = value.written(using: &random)
      let document = try JSONDocument(parsing: Array(text.utf8))
      #expect(SampleValue(document) == value, "seed \(seed): \(text)")
      #expect(document.nodes[0].next == document.nodes.count, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `parses damaged text or locates the error`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = Array("{}[]\",:\\u0-9.eE+tfn \n".utf8)
    for _ in 0..<300 {
      var bytes = Array(
        SampleValue.random(depth: 4, using: &random).written(using: &random).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let byte =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : signs.randomElement(using: &random) ?? 0
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(byte, at: at)
        case 1 where at < bytes.count: bytes.remove(at: at)
        case 2 where at < bytes.count: bytes[at] = byte
        default: bytes.removeSubrange(at...)
        }
      }
      do throws(JSONSyntaxError) {
        let document = try JSONDocument(parsing: bytes)
        _ = SampleValue(document)
      } catch {
        #expect((0...bytes.count).contains(error.offset), "seed \(seed): \(bytes)")
        #expect(error.position == SourcePosition(offset: error.offset, in: bytes))
        #expect(!error.message.isEmpty, "seed \(seed): \(bytes)")
      }
    }
  }
}
