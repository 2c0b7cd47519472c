import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests that reusing the validation of a column with another name gives the same issues.
struct AlikeColumnsTests {
  private static let names = ["a", "user_id", "é", "", " a", "b\u{7}", "__ingest_ts", "password"]

  private static func column(_ draft: inout Draft, _ random: inout SplitMix64) -> SchemaField {
    var column = draft.makeField()
    column.name =
      random.once(in: 6) ? .raw("5") : .text(names.randomElement(using: &random) ?? "a")
    for member in ColumnMember.all where member != .name && random.once(in: 3) {
      let values = member.parameter.choices.map(\.value) + ["x", "5", "true"]
      column[member] = .text(values.randomElement(using: &random) ?? "x")
    }
    if random.once(in: 5) { column.unknownMembers = [.init(name: "x", literal: "1")] }
    if random.once(in: 4) { column.children = [draft.makeField()] }
    if random.once(in: 4) { column.item = [draft.makeField()] }
    return column
  }

  /// Returns an issue without its offset, which depends on the length of the name.
  private static func content(_ issue: SinkSpec.Issue) -> String {
    "\(issue.severity) \(issue.pointer) \(issue.rule) \(issue.message) "
      + "\(issue.reportsWhileTyping) \(String(describing: issue.repair))"
  }

  @Test(arguments: UInt64(1)...20, [false, true])
  func `matches the validation of each column alone`(seed: UInt64, areItems: Bool) {
    var random = SplitMix64(seed: seed)
    var draft = Draft()
    var alike = AlikeColumns(areItems: areItems)
    for _ in 0..<200 {
      let column = Self.column(&draft, &random)
      let shared = alike.validation(of: column)
      let own = ShallowValidation(column, isItem: areItems)
      #expect(shared.issues.map(Self.content) == own.issues.map(Self.content), "\(column)")
      #expect(shared.summary == own.summary, "\(column)")
      #expect(shared.totals == own.totals, "\(column)")
      #expect(shared.lineCount == own.lineCount, "\(column)")
      #expect(shared.linesBefore == own.linesBefore, "\(column)")
      #expect(shared.hasChildren == own.hasChildren, "\(column)")
    }
  }
}
