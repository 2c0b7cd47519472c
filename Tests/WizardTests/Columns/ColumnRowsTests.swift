import SinkDraft
import SinkSpec
import TestSupport
import Testing

@testable import Wizard

/// Tests the rows of the column list against a plain list of all rows.
@Suite struct ColumnRowsTests {
  /// Returns all rows of a field and its visible children.
  private static func rows(
    of field: SchemaField, _ path: FieldPath, _ folding: Folding
  ) -> [FormRow] {
    let own =
      [FormRow.field(.init(field: field, path: path))]
      + field.details(isItem: path.isItem, folding).map { .item($0) }
    guard !folding.isFolded(field.id) else { return own }
    if field.isStruct {
      return own
        + field.children.enumerated().flatMap {
          rows(of: $1, path.child(.position($0)), folding)
        }
    }
    guard field.isList, let item = field.item.first else { return own }
    return own + rows(of: item, path.child(.item), folding)
  }

  private static func tree(_ draft: inout Draft, depth: Int, _ random: inout SplitMix64)
    -> FieldList
  {
    FieldList(
      (0..<Int.random(in: 0...(depth == 0 ? 150 : 4), using: &random)).map { _ in
        var field = draft.makeField()
        if random.once(in: 6) { field[ColumnMember.details[0]] = .text("k") }
        if random.once(in: 9) { field.unknownMembers = [.init(name: "x", literal: "1")] }
        guard depth < 3 else { return field }
        switch Int.random(in: 0...5, using: &random) {
        case 0:
          field.type = .text("struct")
          field.children = tree(&draft, depth: depth + 1, &random)
        case 1:
          field.type = .text("list")
          field.item = FieldList(tree(&draft, depth: depth + 1, &random).prefix(1))
        // Stored, but not shown.
        case 2: field.children = tree(&draft, depth: depth + 1, &random)
        default: break
        }
        return field
      })
  }

  @Test(arguments: UInt64(1)...40)
  func `matches a plain list of rows`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var draft = Draft()
    draft.fields = Self.tree(&draft, depth: 0, &random)
    var folding = Folding()
    for id in 1...max(1, draft.nextFieldID) where random.once(in: 7) { folding.fold(id) }
    folding.detailed = Int.random(in: 1...max(1, draft.nextFieldID), using: &random)
    let outline = ColumnRows(of: draft.fields, folding)
    let plain = draft.fields.enumerated().flatMap {
      Self.rows(of: $1, FieldPath(steps: [.position($0)]), folding)
    }
    #expect((0..<outline.count).map { outline[$0] } == plain, "seed \(seed)")
    for path in draft.allPaths {
      let place = plain.firstIndex {
        if case .field(let row) = $0 { row.path == path } else { false }
      }
      #expect(outline.place(of: path) == place, "seed \(seed)")
      #expect(draft.field(at: path).flatMap { draft.path(of: $0.id) } == path, "seed \(seed)")
    }
  }
}
