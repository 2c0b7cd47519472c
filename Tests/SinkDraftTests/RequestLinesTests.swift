import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests finding lines of the request.
struct RequestLinesTests {
  private static let names = ["a", "type", "struct", "é", "", " a", "\"", "b\u{7}", "user_id"]

  private static func column(
    _ draft: inout Draft, depth: Int, _ random: inout SplitMix64
  ) -> SchemaField {
    var column = draft.makeField()
    column.name =
      random.once(in: 8)
      ? [.raw("5"), .notSet].randomElement(using: &random) ?? .notSet
      : .text(names.randomElement(using: &random) ?? "a")
    column.type = .text(
      ["string", "struct", "list", "timestamp", "x"].randomElement(using: &random) ?? "string")
    if random.once(in: 3) { column.required = .text("true") }
    if random.once(in: 9) { column.unknownMembers = [.init(name: "x", literal: "1")] }
    if random.once(in: 20) { column.raw = "null" }
    guard depth < 3 else { return column }
    column.children = FieldList(
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        self.column(&draft, depth: depth + 1, &random)
      })
    if random.once(in: 2) { column.item = [self.column(&draft, depth: depth + 1, &random)] }
    return column
  }

  /// Returns a random part of a random line, of up to six characters.
  private static func part(of lines: [RequestLine], _ random: inout SplitMix64) -> String {
    let text = lines.randomElement(using: &random)?.text ?? ""
    let start = Int.random(in: 0...text.count, using: &random)
    return String(text.dropFirst(start).prefix(Int.random(in: 0...6, using: &random)))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `finds the same lines as looking at each`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var draft = Draft(account: "0123105f4ecef8ad9ca31a8372d0c353")
    draft.columns = .listed
    draft.fields = FieldList(
      (0..<Int.random(in: 1...120, using: &random)).map { _ in
        Self.column(&draft, depth: 0, &random)
      })
    let lines = DraftValidation(of: draft).lines
    let all = lines.all
    for _ in 0..<30 {
      let part = Self.part(of: all, &random)
      let expected = all.indices.filter { all[$0].text.contains(part) }
      #expect(lines.numbers { $0.contains(part) } == expected, "seed \(seed), \(part)")
    }
  }

  @Test func `looks once at the lines of columns that differ only in their names`() {
    var draft = Draft(account: "0123105f4ecef8ad9ca31a8372d0c353")
    draft.columns = .listed
    draft.fields = FieldList(
      (0..<1_000).map { number in
        var column = draft.makeField()
        column.name = .text("column_\(number)")
        column.required = .text("true")
        return column
      })
    let lines = DraftValidation(of: draft).lines
    var count = 0
    let found = lines.numbers { text in
      count += 1
      return text.contains("column_")
    }
    #expect(found.count == 1_000)
    #expect(lines.count > 5_000)
    #expect(count < 1_050)
  }
}
