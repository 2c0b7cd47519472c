import SinkDraft
import SinkSpec
import TestSupport
import Testing

@testable import Wizard

/// Tests the rows of a search against a plain search.
@Suite struct FilteredColumnsTests {
  private static func tree(
    _ draft: inout Draft, depth: Int, _ random: inout SplitMix64
  ) -> FieldList {
    FieldList(
      (0..<Int.random(in: 0...(depth == 0 ? 150 : 4), using: &random)).map { _ in
        var field = draft.makeField()
        if !random.once(in: 9) {
          field.name = .text(["Abc", "ab", "bc", "É", "c"].randomElement(using: &random) ?? "")
        }
        guard depth < 3 else { return field }
        field.type = .text(
          ["struct", "list", "string", "int64"].randomElement(using: &random) ?? "struct")
        field.children = tree(&draft, depth: depth + 1, &random)
        field.item = FieldList(tree(&draft, depth: depth + 1, &random).prefix(1))
        return field
      })
  }

  /// Returns the rows of a field and its descendants that match or enclose a match.
  private static func rows(
    of field: SchemaField, _ path: FieldPath, _ text: String
  ) -> [FieldPath] {
    let children = field.isStruct ? Array(field.children) : []
    var inside = children.enumerated().flatMap {
      rows(of: $1, path.child(.position($0)), text)
    }
    if field.isList, let item = field.item.first {
      inside += rows(of: item, path.child(.item), text)
    }
    let isMatch = field.name.text.lowercased().contains(text.lowercased())
    return isMatch || !inside.isEmpty ? [path] + inside : []
  }

  private static func paths(of matches: FilteredColumns) -> [FieldPath] {
    (0..<matches.count).compactMap { place in
      if case .field(let row) = matches[place] { row.path } else { nil }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `matches a plain search`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var draft = Draft()
    draft.fields = Self.tree(&draft, depth: 0, &random)
    for text in ["a", "ab", "ABC", "é", "c", "x"] {
      let matches = FilteredColumns(text, in: draft.fields).following(draft.fields, Folding())
      let plain = draft.fields.enumerated().flatMap {
        Self.rows(of: $1, FieldPath(steps: [.position($0)]), text)
      }
      #expect(Self.paths(of: matches) == plain, "seed \(seed), \(text)")
      #expect(plain.map { matches.place(of: $0) } == Array(plain.indices), "seed \(seed)")
      #expect(matches.total == draft.fields.reduce(0) { $0 + 1 + Self.columnsInside($1) })
      #expect(
        matches.found
          == plain.count {
            draft.field(at: $0)?.name.text.lowercased().contains(text.lowercased()) == true
          })
    }
  }

  /// Returns the number of descendants of a field other than items of lists.
  private static func columnsInside(_ field: SchemaField) -> Int {
    if field.isStruct { return field.children.reduce(0) { $0 + 1 + columnsInside($1) } }
    return field.isList ? field.item.reduce(0) { $0 + columnsInside($1) } : 0
  }

  @Test(arguments: UInt64(1)...20)
  func `keeps the matches when the list changes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var draft = Draft()
    draft.fields = Self.tree(&draft, depth: 0, &random)
    let matches = FilteredColumns("b", in: draft.fields)
    let ids = Self.paths(of: matches).compactMap { draft.field(at: $0)?.id }
    for _ in 0..<8 {
      guard let path = draft.allPaths.randomElement(using: &random) else { return }
      let removed = random.once(in: 2) ? draft.remove(at: path) : draft.makeField()
      let place = Int.random(in: 0...draft.fields.count, using: &random)
      if let removed, random.once(in: 2) {
        draft.insert(removed, at: FieldPath(steps: [.position(place)]))
      }
      let kept = ids.compactMap { draft.path(of: $0) }
      let rows = Self.paths(of: matches.following(draft.fields, Folding()))
      #expect(rows == kept, "seed \(seed)")
    }
  }
}
