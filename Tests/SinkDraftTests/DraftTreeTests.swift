import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests the tree of schema fields: paths, and moves.
struct DraftTreeTests {
  private static func ids(_ field: SchemaField) -> [Int] {
    [field.id] + field.children.flatMap(ids) + field.item.flatMap(ids)
  }

  private static func check(_ draft: Draft, _ comment: Comment) {
    let paths = draft.allPaths
    var seen: Set<Int> = []
    for path in paths {
      guard let field = draft.field(at: path) else {
        Testing.Issue.record("no field at \(path.pointer), \(comment)")
        continue
      }
      #expect(seen.insert(field.id).inserted, "two fields \(field.id), \(comment)")
      #expect(draft.path(of: field.id) == path, comment)
      #expect(
        path.pointer
          == path.steps.reduce("/schema") { pointer, step in
            switch step {
            case .position(let index): pointer.appending("fields").appending(index)
            case .item: pointer.appending("items")
            }
          })
    }
    #expect(draft.path(of: 0) == nil)
    #expect(draft.path(of: 1_000_000) == nil)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `keeps identities and paths through random changes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draft = Draft()
    for step in 0..<120 {
      let comment = Comment("seed \(seed), step \(step)")
      let paths = draft.allPaths
      let count = paths.count
      let path = paths.randomElement(using: &random)
      switch Int.random(in: 0...5, using: &random) {
      case 0, 1:
        let field = draft.makeField()
        let holder = random.once(in: 2) ? path : nil
        let place = FieldPath(
          steps: (holder?.steps ?? []) + [.position(Int.random(in: 0...4, using: &random))])
        draft.insert(field, at: place)
        #expect(draft.path(of: field.id)?.parent == holder, comment)
        #expect(draft.allPaths.count == count + 1, comment)
      case 2:
        guard let path else { continue }
        let item = draft.makeField()
        draft.insert(item, at: path.child(.item))
        #expect(draft.path(of: item.id) == path.child(.item), comment)
      case 3:
        guard let path, let field = draft.field(at: path) else { continue }
        #expect(draft.remove(at: path) == field, comment)
        #expect(draft.path(of: field.id) == nil, comment)
        #expect(draft.allPaths.count == count - Self.ids(field).count, comment)
      case 4:
        guard let path, let field = draft.field(at: path), count < 60 else { continue }
        let copy = draft.copy(field)
        #expect(Set(Self.ids(copy)).isDisjoint(with: Self.ids(field)), comment)
        #expect(copy.node(at: "", name: nil) == field.node(at: "", name: nil), comment)
        draft.insert(copy, at: FieldPath(steps: [.position(0)]))
      default:
        guard let path, let field = draft.field(at: path) else { continue }
        draft.remove(at: path)
        let target = draft.allPaths.randomElement(using: &random)
        let place = target.map { $0.isItem ? $0.child(.position(0)) : $0 }
        draft.insert(field, at: place ?? FieldPath(steps: [.position(0)]))
        #expect(draft.path(of: field.id).flatMap { draft.field(at: $0) } == field, comment)
        #expect(draft.allPaths.count == count, comment)
      }
      Self.check(draft, comment)
    }
  }

  @Test func `finds the position of a path`() {
    let top = FieldPath(steps: [.position(2)])
    let item = top.child(.item)
    let inside = item.child(.position(1))
    #expect(top.pointer == "/schema/fields/2")
    #expect(item.pointer == "/schema/fields/2/items")
    #expect(inside.pointer == "/schema/fields/2/items/fields/1")
    #expect([top.depth, item.depth, inside.depth] == [0, 1, 2])
    #expect([top.isItem, item.isItem, inside.isItem] == [false, true, false])
    #expect([top.position, item.position, inside.position] == [2, nil, 1])
    #expect(top.parent == nil)
    #expect(inside.parent == item)
    #expect(inside.sibling(5).pointer == "/schema/fields/2/items/fields/5")
  }

  @Test func `returns nil for invalid paths`() {
    var draft = Draft()
    let field = draft.makeField()
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    let nowhere =
      [
        [.position(1)], [.item], [], [.position(0), .item], [.position(0), .position(0)],
        [.position(0), .item, .position(0)], [.position(-1)], [.item, .position(0)],
      ] as [[FieldPath.Step]]
    for steps in nowhere {
      let path = FieldPath(steps: steps)
      #expect(draft.field(at: path) == nil)
      let before = draft
      #expect(draft.remove(at: path) == nil)
      draft.update(at: path) { $0.name = .text("a") }
      #expect(draft == before)
    }
  }

  @Test func `reports whether columns are listed`() {
    var draft = Draft()
    let field = draft.makeField()
    let path = FieldPath(steps: [.position(0)])
    #expect(draft.schema == nil)
    draft.insert(field, at: path)
    #expect(draft.columns == .listed)
    draft.remove(at: path)
    #expect(draft.columns == .notSet)
    #expect(draft.schema == nil)
    draft.columns = .empty
    #expect(draft.schema?.text(secrets: .shown).contains("\"fields\": []") == true)
  }

  @Test func `keeps children when a field changes its type`() throws {
    var draft = Draft()
    var field = draft.makeField()
    let path = FieldPath(steps: [.position(0)])
    field.type = .text("struct")
    draft.insert(field, at: path)
    let child = draft.makeField()
    draft.insert(child, at: path.child(.position(0)))
    func text() -> String {
      draft.fields.first?.node(at: "", name: nil).lines(secrets: .shown).map(\.text).joined() ?? ""
    }
    #expect(text() == #"{"type": "struct","fields": [{"type": "string"}]}"#)
    draft.update(at: path) { $0.type = .text("list") }
    #expect(text() == #"{"type": "list","items": ‹required›}"#)
    draft.update(at: path) { $0.type = .text("int32") }
    #expect(text() == #"{"type": "int32"}"#)
    draft.update(at: path) { $0.type = .text("struct") }
    #expect(text() == #"{"type": "struct","fields": [{"type": "string"}]}"#)
  }

  @Test(arguments: [
    (#"{"type":"strct","fields":[{"type":"int32","name":"a"}]}"#, "struct", "fields"),
    (#"{"type":"strct","fields":[ ]}"#, "struct", "fields"),
    (#"{"type":"lst","items":{"type":"int32"}}"#, "list", "items"),
    (#"{"type":"time","unit":"second"}"#, "timestamp", "unit"),
    (#"{"unit":"second","type":"string"}"#, "timestamp", "unit"),
  ])
  func `restores members when the type is corrected`(
    field: String, type: String, member: String
  ) throws {
    let text = #"{"schema":{"fields":[\#(field)]}}"#
    let document = try JSONDocument(parsing: Array(text.utf8))
    var draft = Draft(reading: document, account: .notSet)
    let path = FieldPath(steps: [.position(0)])
    let pointer = path.pointer.appending(member)
    let before = try PayloadTree(parsing: draft.request.text(secrets: .shown))[pointer]
    #expect(before != nil)
    #expect(draft.fields.first?.unknownMembers.map(\.name) == [member])
    draft.update(at: path) { $0.type = .text(type) }
    #expect(draft.fields.first?.unknownMembers == [])
    #expect(try PayloadTree(parsing: draft.request.text(secrets: .shown))[pointer] == before)
    // From now on, the field is edited like any other.
    draft.update(at: path) { field in
      field.children = []
      field.item = []
      field.unit = .text("nanosecond")
    }
    let after = try PayloadTree(parsing: draft.request.text(secrets: .shown))[pointer]
    #expect(after != before || after == .array([]))
  }

  @Test func `keeps a malformed member for every type`() throws {
    let text = #"{"schema":{"fields":[{"type":"struct","fields":"x"},{"type":"list","items":[]}]}}"#
    var draft = Draft(
      reading: try JSONDocument(parsing: Array(text.utf8)), account: .notSet)
    for (index, type) in ["list", "struct"].enumerated() {
      draft.update(at: FieldPath(steps: [.position(index)])) { $0.type = .text(type) }
    }
    let request = try PayloadTree(parsing: draft.request.text(secrets: .shown))
    #expect(request["/schema/fields/0/fields"] == .literal("\"x\""))
    #expect(request["/schema/fields/1/items"] == .array([]))
  }
}
