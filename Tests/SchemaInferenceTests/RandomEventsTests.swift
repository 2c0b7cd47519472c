import SchemaInference
import SinkSpec
import TestSupport
import Testing

/// Tests random events: whole, chunked, damaged and distributed over readers.
struct RandomEventsTests {
  /// Returns a random event as JSON on one line.
  private static func event(_ random: inout SplitMix64, depth: Int = 0) -> String {
    let members = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      "\"\(["a", "b", "c\\u0041", "é", "long_name_of_a_member"].randomElement(using: &random) ?? "")\":"
        + value(&random, depth: depth + 1)
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func value(_ random: inout SplitMix64, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 9 : 12), using: &random) {
    case 0: return "null"
    case 1: return Bool.random(using: &random) ? "true" : "false"
    case 2: return "\(Int.random(in: -1000...1000, using: &random))"
    case 3: return "\(Int.random(in: 1_700_000_000...1_800_000_000, using: &random))"
    case 4: return "\(Double.random(in: -1...1, using: &random))"
    case 5: return "\"text \\\" \\\\ é \(Int.random(in: 0...9, using: &random))\""
    case 6: return "\"2026-11-24T10:00:0\(Int.random(in: 0...9, using: &random))Z\""
    case 7: return "123456789012345678901234567890"
    case 8: return "\"\""
    case 9: return event(&random, depth: depth)
    default:
      let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        value(&random, depth: depth + 1)
      }
      return "[\(items.joined(separator: ","))]"
    }
  }

  static func lines(seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<Int.random(in: 1...40, using: &random)).map { _ in event(&random) }
  }

  @Test(arguments: UInt64(1)...60)
  func `chunk sizes and the number of readers do not matter`(seed: UInt64) {
    let lines = Self.lines(seed: seed)
    let byLine = lines.joined(separator: "\n")
    let whole = Inferred.from(byLine)
    #expect(whole.events == lines.count, "seed \(seed)")
    for (pieces, readers) in [(1, 1), (7, 1), (64, 2), (5, 3)] {
      let other = Inferred.from(byLine, pieces: pieces, readers: readers)
      #expect(other.proposal == whole.proposal, "seed \(seed), \(pieces) bytes, \(readers) readers")
    }
    let asList = "[" + lines.joined(separator: ",\n") + "]"
    for pieces in [1, 13, 1 << 20] {
      let other = Inferred.from(asList, pieces: pieces)
      #expect(
        other.proposal.columns.map(\.short) == whole.proposal.columns.map(\.short),
        "seed \(seed), a list in pieces of \(pieces)")
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `infers the types of the reference implementation`(seed: UInt64) throws {
    let lines = Self.lines(seed: seed)
    let documents = try lines.map { try JSONDocument(parsing: Array($0.utf8)) }
    let plain = ReferenceInference.columns(of: documents.map { ($0, .root) })
    #expect(
      Inferred.from(lines.joined(separator: "\n")).proposal.short == plain, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...120)
  func `damage affects only the damaged lines`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var lines = Self.lines(seed: seed).map { Array($0.utf8) }
    // The first line determines the layout of the events.
    lines.insert(Array("{\"a\":1}".utf8), at: 0)
    var damaged = Set<Int>()
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let line = Int.random(in: 1..<max(2, lines.count), using: &random)
      guard lines.indices.contains(line), !lines[line].isEmpty else { continue }
      let place = Int.random(in: 0..<lines[line].count, using: &random)
      lines[line][place] =
        [0, 0x22, 0x5C, 0x7B, 0x7D, 0xFF, 0xC3, 0x2C, 0x31]
        .randomElement(using: &random) ?? 0
      damaged.insert(line)
    }
    let inference = Inferred.from(Array(lines.joined(separator: [0x0A])))
    #expect(inference.events >= lines.count - damaged.count, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...60)
  func `survives arbitrary bytes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("{}[]\",:\\u0019tfn-.eE \n\r\t".utf8) + [0, 0xC3, 0xA9, 0xFF]
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    let whole = Inferred.from(bytes)
    #expect(whole.proposal == Inferred.from(bytes, pieces: 3).proposal, "seed \(seed)")
  }
}
