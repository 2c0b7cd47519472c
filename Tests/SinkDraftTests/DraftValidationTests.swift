import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests that validating incrementally gives the same result as validating from scratch.
struct DraftValidationTests {
  private static let values = [
    "a", "", "r2", "r2_data_catalog", "json", "parquet", "true", "5", "100MB", "5m", "value",
    "__ingest_ts", "int32", "struct", "list", "timestamp", "second", "gzip",
  ]

  /// Applies a random change, of the kind that an operator makes.
  private static func edit(_ draft: inout Draft, using random: inout SplitMix64) {
    switch Int.random(in: 0...9, using: &random) {
    case 0...3:
      let parameter = SinkDescription.asked.randomElement(using: &random)
      draft[parameter?.pointer ?? "/name"] = entry(
        for: parameter?.choices.map(\.value) ?? [], using: &random)
    case 4: draft.columns = Draft.Columns.allCases.randomElement(using: &random) ?? .listed
    case 5:
      let literals = ["{}", "5", "[1, 2]", "\"text\""]
      let pointers: [Pointer] = [
        "/zzz", "/config/zzz", "/format", "/schema/zzz", "/schema/fields", "/schema",
        "/schema/format",
      ]
      let pointer = pointers.randomElement(using: &random) ?? "/zzz"
      draft.removeUnknownMember(at: pointer)
      if random.once(in: 3) {
        draft.addUnknownMember(
          UnknownMember(pointer: pointer, literal: literals.randomElement(using: &random) ?? "5"))
      }
    default: editField(&draft, using: &random)
    }
  }

  private static func entry(
    for choices: [String], using random: inout SplitMix64
  ) -> Entry {
    if random.once(in: 4) { return .notSet }
    if random.once(in: 8) { return .raw("null") }
    return .text((choices.isEmpty ? values : choices).randomElement(using: &random) ?? "a")
  }

  private static func editField(_ draft: inout Draft, using random: inout SplitMix64) {
    let paths = draft.allPaths
    guard let path = paths.randomElement(using: &random), !random.once(in: 3) else {
      let field = draft.makeField()
      return draft.insert(field, at: FieldPath(steps: [.position(0)]))
    }
    switch Int.random(in: 0...4, using: &random) {
    case 0: draft.remove(at: path)
    case 1:
      let child = draft.makeField()
      draft.insert(child, at: path.child(random.once(in: 2) ? .item : .position(0)))
    default:
      let member = ColumnMember.all.randomElement(using: &random) ?? .name
      let value = entry(for: member.parameter.choices.map(\.value), using: &random)
      draft.update(at: path) { $0[member] = value }
    }
  }

  private static func lines(of draftValidation: DraftValidation) -> [RequestLine] {
    draftValidation.lines.lines(from: 0, count: draftValidation.lines.count)
  }

  /// Checks that the order by weight lists every issue once, the most severe first.
  private static func expectIssuesByWeight(_ validation: DraftValidation, _ comment: Comment) {
    let issues = (0..<validation.issueCount).compactMap { validation.issue(byWeight: $0) }
    #expect(issues.map(\.severity) == issues.map(\.severity).sorted(by: >), comment)
    #expect(Set(issues) == Set(validation.issues), comment)
  }

  /// Checks that validating the printed request as a whole finds the same schema issues as
  /// validating it column by column.
  private static func expectSameIssuesAtOnce(
    _ draft: Draft, _ validation: DraftValidation, _ comment: Comment
  ) throws {
    let request = try JSONDocument(parsing: Array(draft.request.text(secrets: .shown).utf8))
    let issues = Validator.issues(of: request, account: draft["/account_id"].text)
    func locations(_ issues: [SinkSpec.Issue]) -> Set<String> {
      Set(issues.filter { $0.pointer.isWithin("/schema") }.map { "\($0.pointer) \($0.rule)" })
    }
    #expect(locations(issues) == locations(validation.issues), comment)
  }

  /// Checks that validating the printed request as a whole finds the same issues outside the schema
  /// as validating it member by member.
  private static func expectSameIssuesBesideSchemaAtOnce(
    _ draft: Draft, _ validation: DraftValidation, _ comment: Comment
  ) throws {
    let request = try JSONDocument(parsing: Array(draft.request.text(secrets: .shown).utf8))
    func locations(_ issues: [SinkSpec.Issue]) -> [String] {
      issues.filter { !$0.pointer.isWithin("/schema") && $0.pointer != "/account_id" }
        .map { "\($0.pointer) \($0.rule)" }
    }
    let issues = Validator.issues(of: request, account: draft["/account_id"].text)
    #expect(locations(issues) == locations(validation.issues), comment)
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `gives the same result incrementally and from scratch`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draft = Draft(account: "0123105f4ecef8ad9ca31a8372d0c353")
    if random.once(in: 2) {
      var payloads = RandomPayload(seed: seed)
      draft = Draft(
        reading: try JSONDocument(parsing: Array(payloads.payload().text.utf8)), account: .notSet)
    }
    var draftValidation = DraftValidation(of: draft)
    for step in 0..<60 {
      Self.edit(&draft, using: &random)
      draftValidation = DraftValidation(of: draft, after: draftValidation)
      let fresh = DraftValidation(of: draft)
      #expect(draftValidation.issues == fresh.issues, "seed \(seed), step \(step)")
      #expect(draftValidation.lines.all == fresh.lines.all, "seed \(seed), step \(step)")
      #expect(draftValidation.context == fresh.context, "seed \(seed), step \(step)")
      try Self.expectSameIssuesBesideSchemaAtOnce(
        draft, draftValidation, "seed \(seed), step \(step)")
      for pointer in Set(fresh.issues.map(\.pointer)) {
        #expect(draftValidation.issues(at: pointer) == fresh.issues(at: pointer), "seed \(seed)")
      }
      // The lines shown are those of the printed request.
      #expect(
        Self.lines(of: fresh) == draft.request.lines(secrets: .masked),
        "seed \(seed), step \(step)")
    }
  }

  /// Uses enough columns for several chunks.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `validates many columns incrementally as from scratch`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draft = Draft(account: "0123105f4ecef8ad9ca31a8372d0c353")
    draft.columns = .listed
    draft.fields = FieldList(
      (0..<200).map { number in
        var field = draft.makeField()
        field.name = random.once(in: 20) ? .notSet : .text("column_\(number)")
        if random.once(in: 15) {
          for member in ColumnMember.details { field[member] = .text("BIGINT") }
        }
        return field
      })
    var draftValidation = DraftValidation(of: draft)
    var past: [Draft] = []
    for step in 0..<60 {
      past.append(draft)
      switch Int.random(in: 0...3, using: &random) {
      case 0: draft = past.randomElement(using: &random) ?? draft
      default: Self.editField(&draft, using: &random)
      }
      draftValidation = DraftValidation(of: draft, after: draftValidation)
      let fresh = DraftValidation(of: draft)
      #expect(draftValidation.issues == fresh.issues, "seed \(seed), step \(step)")
      #expect(draftValidation.lines.all == fresh.lines.all, "seed \(seed), step \(step)")
      Self.expectIssuesByWeight(draftValidation, "seed \(seed), step \(step)")
    }
    try Self.expectSameIssuesAtOnce(draft, draftValidation, "seed \(seed)")
  }

  @Test func `lists the most severe issue of a value first`() {
    var draft = Draft(account: "a")
    draft["/name"] = .text(String(repeating: "É", count: 129))
    let draftValidation = DraftValidation(of: draft)
    #expect(draftValidation.issues(at: "/name").map(\.rule) == ["length", "sink-name-characters"])
    #expect(draftValidation.issues(at: "/type") == [])
    #expect(
      draftValidation.count(.error) == draftValidation.issues.count { $0.severity == .error })
  }

  /// Changes each context value that a schema rule reads.
  @Test func `validates the schema again when the rest changes what it means`() {
    var draft = Draft(account: nil)
    var field = draft.makeField()
    field.name = .text("__ingest_ts")
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    draft["/schema/format/type"] = .text("parquet")
    var draftValidation = DraftValidation(of: draft)
    func rules() -> [String] {
      draftValidation.issues.filter {
        $0.pointer.isWithin("/schema") && $0.rule != "removed-from-reference"
      }.map(\.rule)
    }
    #expect(rules() == [])
    draft["/type"] = .text("r2_data_catalog")
    draftValidation = DraftValidation(of: draft, after: draftValidation)
    #expect(rules() == ["field-name-reserved"])
    draft["/format/type"] = .text("json")
    draftValidation = DraftValidation(of: draft, after: draftValidation)
    #expect(rules() == ["field-name-reserved", "schema-format-differs"])
    draft["/format/unstructured"] = .text("true")
    draftValidation = DraftValidation(of: draft, after: draftValidation)
    #expect(rules() == ["field-name-reserved", "unstructured-columns", "schema-format-differs"])
    draft["/format/type"] = .notSet
    draft["/format/unstructured"] = .notSet
    draftValidation = DraftValidation(of: draft, after: draftValidation)
    #expect(rules() == ["field-name-reserved"])
  }

  /// Issues of the whole schema must disappear when its columns are validated individually.
  @Test func `validates a list again when the unknown member hiding it is removed`() {
    var draft = Draft(account: nil)
    let field = draft.makeField()
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    draft.addUnknownMember(UnknownMember(pointer: "/schema/fields", literal: "5"))
    let hidden = DraftValidation(of: draft)
    #expect(hidden.issues(at: "/schema/fields").map(\.rule) == ["type"])
    draft.removeUnknownMember(at: "/schema/fields")
    #expect(DraftValidation(of: draft, after: hidden).issues == DraftValidation(of: draft).issues)
  }

  /// Uses structs and lists with many fields, so that parts are reused.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `validates nested fields incrementally as from scratch`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draft = Draft(account: "0123105f4ecef8ad9ca31a8372d0c353")
    draft.columns = .listed
    draft.fields = FieldList(
      ["struct", "list", "struct"].map { type in
        var field = draft.makeField()
        field.type = .text(type)
        field.name = .text(type)
        var holder = draft.makeField()
        holder.type = .text("struct")
        let children = (0..<100).map { number in
          var child = draft.makeField()
          child.name = random.once(in: 20) ? .notSet : .text("field_\(number / 2)")
          return child
        }
        if type == "list" {
          holder.children = FieldList(children)
          field.item = [holder]
        } else {
          field.children = FieldList(children)
        }
        return field
      })
    var draftValidation = DraftValidation(of: draft)
    for step in 0..<20 {
      Self.editField(&draft, using: &random)
      draftValidation = DraftValidation(of: draft, after: draftValidation)
      let fresh = DraftValidation(of: draft)
      let whole = draft.request.lines(secrets: .masked)
      #expect(draftValidation.issues == fresh.issues, "seed \(seed), step \(step)")
      #expect(draftValidation.lines.all == whole, "seed \(seed), step \(step)")
      // Compares windows of lines, and each line by its pointer.
      let top = Int.random(in: 0..<whole.count, using: &random)
      #expect(
        draftValidation.lines.lines(from: top, count: 7) == Array(whole[top...].prefix(7)),
        "seed \(seed), step \(step)")
      let pointer = whole[top].pointer
      #expect(
        draftValidation.lines.line(of: pointer) == whole.firstIndex { $0.pointer == pointer },
        "seed \(seed), step \(step)")
      for pointer in Set(fresh.issues.map(\.pointer)) {
        let expected = fresh.issues.filter { $0.pointer == pointer }.map(\.rule)
        #expect(
          draftValidation.issues(at: pointer).map(\.rule).sorted() == expected.sorted(),
          "seed \(seed)")
      }
    }
    Self.expectIssuesByWeight(draftValidation, "seed \(seed)")
    try Self.expectSameIssuesAtOnce(draft, draftValidation, "seed \(seed)")
  }
}
