import SinkSpec
import TestSupport
import Testing

/// Tests that the last of duplicate members determines the value.
struct LastMembersTests {
  @Test(arguments: UInt64(1)...20)
  func `keeps the last value of each name in the order of the first`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let members = (0..<Int.random(in: 0...60, using: &random)).map { value in
      (name: "n\(Int.random(in: 0..<30, using: &random))", value: value)
    }
    let text = "{" + members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ",") + "}"
    let document = try JSONDocument(parsing: Array(text.utf8))
    var names: [String] = []
    for member in members where !names.contains(member.name) { names.append(member.name) }
    let found = document.lastMembers(.root)
    #expect(found.map(\.name) == names)
    #expect(
      found.map { document.literal($0.value) }
        == names.map { name in members.last { $0.name == name }.map { "\($0.value)" } ?? "" })
    for name in names {
      let value = document.lastMember(name, of: .root).map { document.literal($0) }
      #expect(value == members.last { $0.name == name }.map { "\($0.value)" })
    }
    #expect(document.lastMember("n99", of: .root) == nil)
  }

  @Test func `compares names byte by byte, with their escapes resolved`() throws {
    let text = "{\"\\u0061\": 1, \"a\": 2, \"\u{E9}\": 3, \"e\u{301}\": 4}"
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(document.lastMembers(.root).map { document.literal($0.value) } == ["2", "3", "4"])
    #expect(document.lastMember("a", of: .root).map { document.literal($0) } == "2")
    #expect(document.lastMember("e\u{301}", of: .root).map { document.literal($0) } == "4")
  }
}
