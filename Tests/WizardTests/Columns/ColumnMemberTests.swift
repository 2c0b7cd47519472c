import SchemaImport
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests that the description alone defines the members of a column.
@Suite struct ColumnMemberTests {
  @Test func `has a cell for the members that the row shows`() {
    #expect(ColumnMember.cells.map(\.key) == ["name", "type", "required", "unit"])
    #expect(
      Set(ColumnMember.all.map(\.key))
        == Set(SchemaFieldDescription.members.filter(\.isScalar).map(\.name)))
    #expect(ColumnMember.all.count == Set(ColumnMember.all).count)
  }

  /// Returns a column with a value for one member.
  private static func field(_ member: ColumnMember, in draft: inout Draft) -> SchemaField {
    var field = draft.makeField()
    let parameter = member.parameter
    if case .ownTypes(let types) = parameter.applies { field.type = .text(types[0]) }
    field[member] = .text(parameter.choices.last?.value ?? parameter.example)
    return field
  }

  @Test(arguments: ColumnMember.all)
  func `keeps every member of the description`(member: ColumnMember) throws {
    var draft = Draft(account: "a")
    let field = Self.field(member, in: &draft)
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    let value = field[member]
    let request = draft.request.text(secrets: .shown)
    #expect(request.contains("\"\(member.key)\": "))
    let document = try JSONDocument(parsing: Array(request.utf8))
    let read = Draft(reading: document, account: .text("a"))
    #expect(read.fields.first?[member] == value)
    // The service computes the SQL name, so an import leaves it out.
    let imported = member.key == "sql_name" ? .notSet : value
    #expect(try FileKind(of: document).proposal().columns.first?[member] == imported)
    var writer = DraftWriter()
    let kept = SavedDraft(draft: draft, step: 4)
    let text = writer.text(of: kept, now: Timestamp(secondsSinceEpoch: 0))
    #expect(try SavedDraft(reading: text).draft.fields.first?[member] == value)
    #expect(draft.copy(field)[member] == value)
  }

  @Test(arguments: ColumnMember.all)
  func `shows every member that is set`(member: ColumnMember) {
    var draft = Draft()
    let field = Self.field(member, in: &draft)
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    let items = Form.rows(of: .schema, draft).flatMap(\.items)
    #expect(items.contains(.field(field.id, member)))
    var other = field
    other[member] = .notSet
    let changes = SchemaChanges(from: [other], to: [field])
    #expect(changes.lines.map(\.kind) != [.same])
  }
}
