import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests that a draft is restored from its text, complete except for secrets.
@Suite struct SavedDraftTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

  private func text(of draft: Draft) -> [UInt8] {
    var writer = DraftWriter()
    return writer.text(
      of: SavedDraft(draft: draft, step: 4), now: Self.now)
  }

  private func document(_ text: String) throws -> JSONDocument {
    try JSONDocument(parsing: Array(text.utf8))
  }

  /// Returns the draft without the parts that its text omits.
  private func withoutSecrets(_ draft: Draft) -> Draft {
    var draft = draft
    for secret in SinkDescription.asked where secret.isSecret {
      let isReference = SecretReference(draft[secret.pointer].text) != nil
      if !isReference { draft[secret.pointer] = .notSet }
    }
    return draft
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `restores valid and invalid payloads`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    for _ in 0..<20 {
      let payload = random.payload()
      let kind = Mutation.Kind.allCases.randomElement(using: &random.random) ?? .missing
      let tree = Mutation(kind, in: payload, using: &random.random)?.tree ?? payload
      var draft = Draft(reading: try document(tree.text), account: .text("a"))
      for unknownMember in draft.unknownMembers
      where SinkDescription.reference(forSecretAt: unknownMember.pointer, unknownMember.literal)
        != nil
      {
        draft.removeUnknownMember(at: unknownMember.pointer)
      }
      let kept = try SavedDraft(reading: text(of: draft))
      #expect(
        kept.draft.request.text(secrets: .shown)
          == withoutSecrets(draft).request.text(secrets: .shown), "seed \(seed): \(tree.text)")
      #expect(kept.draft.columns == draft.columns)
      #expect(kept.step == 4)
      #expect(text(of: kept.draft).dropLast(2).elementsEqual(Self.again(text(of: draft))))
    }
  }

  /// Returns the text without the list of omitted secrets, which a second write does not have.
  private static func again(_ text: [UInt8]) -> [UInt8] {
    let string = String(decoding: text, as: UTF8.self)
    guard let start = string.firstRange(of: "\"redacted\":["),
      let end = string[start.upperBound...].firstIndex(of: "]")
    else { return text }
    return Array(
      string.replacingCharacters(start.upperBound..<end, with: "").utf8
    ).dropLast(2)
  }

  @Test func `restores input as typed, including that of the other type`() throws {
    var draft = Draft(account: "acc")
    draft["/config/rolling_policy/file_size_bytes"] = .text("100 MB and")
    draft["/config/table_name"] = .text("kept for the other type")
    draft["/config/path"] = .text("")
    draft["/format/compression"] = .raw("[1, 2]")
    let kept = try SavedDraft(reading: text(of: draft))
    #expect(kept.draft == draft)
  }

  @Test(arguments: ["planted", "${planted", "planted${R2_ACCESS_KEY_ID}", "  ${planted} "])
  func `writes no secrets`(secret: String) throws {
    var draft = Draft(account: "acc")
    for parameter in SinkDescription.asked where parameter.isSecret {
      draft[parameter.pointer] = .text(secret)
    }
    draft.addUnknownMember(UnknownMember(pointer: "/config/tokens", literal: "\"planted\""))
    draft.addUnknownMember(
      UnknownMember(pointer: "/config/x", literal: #"{"secret_access_key":"planted"}"#))
    let text = text(of: draft)
    #expect(!String(decoding: text, as: UTF8.self).contains("planted"))
    #expect(try SavedDraft(reading: text).redacted.count == 5)
  }

  @Test func `keeps references to secrets`() throws {
    var draft = Draft(account: "acc")
    draft["/config/credentials/access_key_id"] = .text("${KEY}")
    let kept = try SavedDraft(reading: text(of: draft))
    #expect(kept.draft == draft)
    #expect(kept.redacted == [])
  }

  @Test func `reports truncated and newer drafts`() throws {
    let whole = text(of: Draft(account: "acc"))
    for length in 0..<(whole.count - 2) {
      #expect(throws: SavedDraftProblem.self) {
        try SavedDraft(reading: Array(whole.prefix(length)))
      }
    }
    let later = String(decoding: whole, as: UTF8.self)
      .replacing("\"sinkwizard_draft\":5", with: "\"sinkwizard_draft\":6")
    #expect(throws: SavedDraftProblem.newer) { try SavedDraft(reading: Array(later.utf8)) }
  }

  @Test func `keeps unknown members of a column`() throws {
    var draft = Draft()
    draft.insert(draft.makeField(), at: FieldPath(steps: [.position(0)]))
    let whole = String(decoding: text(of: draft), as: UTF8.self)
    let later = whole.replacing(#"{"type":"string"}"#, with: #"{"type":"string","zzz":"a"}"#)
    #expect(later != whole)
    #expect(throws: SavedDraftProblem.newer) { try SavedDraft(reading: Array(later.utf8)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `survives random damage, and writes readable drafts again`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    let whole = text(of: Draft(reading: try document(random.payload().text), account: .notSet))
    var readable = 0
    for _ in 0..<300 {
      let text = DamagedText.text(whole, using: &random.random)
      guard let kept = try? SavedDraft(reading: text) else { continue }
      readable += 1
      var writer = DraftWriter()
      let again = writer.text(of: kept, now: Self.now)
      #expect(try SavedDraft(reading: again).draft == kept.draft)
    }
    #expect(readable > 0, "seed \(seed)")
  }

  @Test func `keeps the first line short for a long name`() throws {
    var draft = Draft(account: "acc")
    draft["/name"] = .text(String(repeating: "\u{1}e\u{301}🙂", count: 50_000))
    let text = text(of: draft)
    #expect(text.prefix { $0 != UInt8(ascii: "\n") }.count < 4096)
    #expect(try SavedDraft(reading: text).draft == draft)
  }

  @Test func `restores columns up to the maximum depth, and rejects deeper ones`() throws {
    func nested(_ depth: Int) -> String {
      let open = String(repeating: #"{"type":"list","items":["#, count: depth)
      let end = String(repeating: "]}", count: depth)
      return """
        {"sinkwizard_draft":2,"name":"","type":"","columns":1,"saved_at":"2026-11-23T20:15:30Z"}
        {"step":4,"entries":{},"unknown_members":[],"redacted":[],"columns":"listed",\
        "fields":[\(open){"type":"bool"}\(end)]}

        """
    }
    let kept = try SavedDraft(reading: Array(nested(505).utf8))
    #expect(kept.draft.fields.count == 1)
    for depth in [600, 4000, 100_000] {
      #expect(throws: SavedDraftProblem.self) {
        try SavedDraft(reading: Array(nested(depth).utf8))
      }
    }
  }

  @Test func `reads drafts of version 1`() throws {
    let text = #"""
      {"sinkwizard_draft":1,"name":"x","type":"r2","columns":1,"saved_at":"2026-11-23T20:15:30Z"}
      {"step":4,"entries":{"/name":"x"},"strays":[["/nmae","1"]],"withheld":["/config/token"],\
      "uncertain_since":"2026-11-23T20:15:31Z","columns":"listed",\
      "fields":[{"type":"bool","strays":[["unit","1",true]]},{"foreign":"7"}]}

      """#.replacing("\\\n", with: "")
    let saved = try SavedDraft(reading: Array(text.utf8))
    #expect(saved.draft.unknownMembers == [UnknownMember(pointer: "/nmae", literal: "1")])
    #expect(saved.redacted == ["/config/token"])
    let sentAt = try #require(Timestamp(rfc3339: "2026-11-23T20:15:31Z"))
    #expect(saved.unconfirmed == [UnconfirmedRequest(for: saved.draft, to: "", sentAt: sentAt)])
    #expect(saved.unconfirmed.first?.name == "x")
    #expect(saved.draft.fields[0].unknownMembers.map(\.name) == ["unit"])
    #expect(saved.draft.fields[1].raw == "7")
  }

  @Test func `keeps requests whose outcome is unknown`() throws {
    let requests = [
      UnconfirmedRequest(
        endpoint: "api.example", account: "a", name: "é\n", type: "r2", bucket: nil,
        sentAt: Self.now,
        serverTime: Timestamp(secondsSinceEpoch: 5), existingIDs: ["1", "2"]),
      UnconfirmedRequest(
        endpoint: "", account: "a", name: "second", type: nil, bucket: "b", sentAt: Self.now,
        existingIDs: []),
      UnconfirmedRequest(
        endpoint: "", account: "a", name: "", type: nil, bucket: nil, sentAt: Self.now),
    ]
    var writer = DraftWriter()
    let saved = SavedDraft(draft: Draft(account: "a"), step: 1, unconfirmed: requests)
    let text = writer.text(of: saved, now: Self.now)
    #expect(try SavedDraft(reading: text).unconfirmed == requests)
  }

  @Test func `reads requests of version 3 as sent to the draft's endpoint`() throws {
    func saved(_ endpoint: String) throws -> SavedDraft {
      let text = #"""
        {"sinkwizard_draft":3,"name":"x","type":"r2","columns":0,"saved_at":"2026-11-23T20:15:30Z"\#(endpoint)}
        {"step":4,"entries":{"/name":"x"},"unknown_members":[],"redacted":[],"unconfirmed":[{"account":"a",\
        "name":"first","sent_at":"2026-11-23T20:15:31Z"}],"columns":"notSet","fields":[]}

        """#.replacing("\\\n", with: "")
      return try SavedDraft(reading: Array(text.utf8))
    }
    #expect(try saved(#","endpoint":"api.example""#).unconfirmed.map(\.endpoint) == ["api.example"])
    #expect(try saved("").unconfirmed.map(\.endpoint) == [""])
  }

  @Test func `omits misnamed and misplaced secrets`() throws {
    let text = """
      {"name":"x","apiToken":"planted","config":{"bucket":{"secret_access_key":"planted"},\
      "aws_secret_access_key":"planted","password":"planted"},"schema":{"fields":[{"name":"token",\
      "type":"string","secret_key":"planted"}]}}
      """
    let draft = Draft(reading: try document(text), account: .text("a"))
    let kept = String(decoding: self.text(of: draft), as: UTF8.self)
    #expect(!kept.contains("planted"))
    #expect(kept.contains("\"name\":\"token\""))
    let lines = draft.request.lines(secrets: .masked).map(\.text).joined()
    #expect(!lines.contains("planted"))
  }

  @Test func `writes columns as compact JSON with only what is set`() {
    var draft = Draft()
    let item = draft.makeField()
    var raw = draft.makeField()
    raw.raw = "5"
    var child = draft.makeField()
    (child.name, child.type, child.item) = (.text("a\"b"), .text("list"), [item])
    var column = draft.makeField()
    (column.type, column.required, column.children) = (.text("struct"), .raw("1"), [child, raw])
    column.unknownMembers = [.init(name: "x", literal: "2"), .init(name: "y", literal: "3")]
    draft.fields = [column, raw]
    draft.columns = .listed
    let text = String(decoding: text(of: draft), as: UTF8.self)
    #expect(
      text.hasSuffix(
        #","columns":"listed","fields":[{"type":"struct","required":["1"],"fields":["#
          + #"{"name":"a\"b","type":"list","items":[{"type":"string"}]},{"type":"string","raw":"5"}],"#
          + #""unknown_members":[["x","2",false],["y","3",false]]},{"type":"string","raw":"5"}]}"#
          + "\n"))
  }

  private func columns(of draft: inout Draft) -> FieldList {
    FieldList(
      (0..<500).map { number in
        var field = draft.makeField()
        field.name = .text("column \(number)")
        return field
      })
  }

  @Test func `writes unchanged columns identically`() throws {
    var draft = Draft(account: "acc")
    draft.fields = columns(of: &draft)
    draft.columns = .listed
    var writer = DraftWriter()
    for place in [0, 250, 490, 77] {
      draft.fields[place].name = .text("changed \(place)")
      draft.fields.remove(at: 3)
      let kept = SavedDraft(draft: draft, step: 4)
      #expect(writer.text(of: kept, now: Self.now) == text(of: draft))
    }
  }

  @Test func `writes unchanged children of a column identically`() throws {
    var draft = Draft(account: "acc")
    var parent = draft.makeField()
    parent.type = .text("struct")
    parent.children = columns(of: &draft)
    draft.fields = FieldList([parent])
    draft.columns = .listed
    var writer = DraftWriter()
    for place in [0, 250, 490, 77] {
      draft.fields[0].children[place].name = .text("changed \(place)")
      draft.fields[0].children.remove(at: 3)
      let text = writer.text(of: SavedDraft(draft: draft, step: 4), now: Self.now)
      #expect(text == self.text(of: draft))
      #expect(String(decoding: text, as: UTF8.self).contains("changed \(place)"))
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
