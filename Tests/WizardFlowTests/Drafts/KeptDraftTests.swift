import SinkSpec
import Surface
import TestSupport
import Testing

@testable import WizardFlow

/// Whether a draft comes back from its text as it was, without its secrets and with nothing else lost.
@Suite struct KeptDraftTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

  private func text(of draft: Draft) -> [UInt8] {
    var writer = DraftWriter()
    return writer.text(
      of: KeptDraft(draft: draft, step: .schema, uncertainSince: nil), now: Self.now)
  }

  private func document(_ text: String) throws -> JSONDocument {
    try JSONDocument(parsing: Array(text.utf8))
  }

  /// The draft with what the text of a draft leaves out left out.
  private func withoutSecrets(_ draft: Draft) -> Draft {
    var draft = draft
    for secret in SinkDescription.asked where secret.isSecret {
      let isReference = SecretReference(draft[secret.pointer].text) != nil
      if !isReference { draft[secret.pointer] = .notSet }
    }
    return draft
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `right and wrong payloads come back`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    for _ in 0..<20 {
      let payload = random.payload()
      let kind = Damage.Kind.allCases.randomElement(using: &random.random) ?? .missing
      let tree = Damage(kind, in: payload, using: &random.random)?.tree ?? payload
      var draft = Draft(reading: try document(tree.text), account: .text("a"))
      for stray in draft.strays
      where SinkDescription.reference(forSecretAt: stray.pointer, stray.literal) != nil {
        draft.removeStray(at: stray.pointer)
      }
      let kept = try KeptDraft(reading: text(of: draft))
      #expect(
        kept.draft.request.text(secrets: .shown)
          == withoutSecrets(draft).request.text(secrets: .shown), "seed \(seed): \(tree.text)")
      #expect(kept.draft.columns == draft.columns)
      #expect(kept.step == .schema)
      #expect(text(of: kept.draft).dropLast(2).elementsEqual(Self.again(text(of: draft))))
    }
  }

  /// The text without what tells which secrets were left out, which a second writing does not know.
  private static func again(_ text: [UInt8]) -> [UInt8] {
    let string = String(decoding: text, as: UTF8.self)
    guard let start = string.firstRange(of: "\"withheld\":["),
      let end = string[start.upperBound...].firstIndex(of: "]")
    else { return text }
    return Array(
      string.replacingCharacters(start.upperBound..<end, with: "").utf8
    ).dropLast(2)
  }

  @Test func `what is typed comes back as it was typed, also what the other type has`() throws {
    var draft = Draft(account: "acc")
    draft["/config/rolling_policy/file_size_bytes"] = .text("100 MB and")
    draft["/config/table_name"] = .text("kept for the other type")
    draft["/config/path"] = .text("")
    draft["/format/compression"] = .foreign("[1, 2]")
    let kept = try KeptDraft(reading: text(of: draft))
    #expect(kept.draft == draft)
  }

  @Test(arguments: ["planted", "${planted", "planted${R2_ACCESS_KEY_ID}", "  ${planted} "])
  func `no secret is in the text`(secret: String) throws {
    var draft = Draft(account: "acc")
    for parameter in SinkDescription.asked where parameter.isSecret {
      draft[parameter.pointer] = .text(secret)
    }
    draft.addStray(Stray(pointer: "/config/tokens", literal: "\"planted\""))
    draft.addStray(Stray(pointer: "/config/x", literal: #"{"secret_access_key":"planted"}"#))
    let text = text(of: draft)
    #expect(!String(decoding: text, as: UTF8.self).contains("planted"))
    #expect(try KeptDraft(reading: text).withheld.count == 5)
  }

  @Test func `references to secrets are kept`() throws {
    var draft = Draft(account: "acc")
    draft["/config/credentials/access_key_id"] = .text("${KEY}")
    let kept = try KeptDraft(reading: text(of: draft))
    #expect(kept.draft == draft)
    #expect(kept.withheld == [])
  }

  @Test func `a text that ends early or is another one is told for what it is`() throws {
    let whole = text(of: Draft(account: "acc"))
    for length in 0..<(whole.count - 2) {
      #expect(throws: KeptDraftProblem.self) {
        try KeptDraft(reading: Array(whole.prefix(length)))
      }
    }
    let later = String(decoding: whole, as: UTF8.self)
      .replacing("\"sinkwizard_draft\":1", with: "\"sinkwizard_draft\":2")
    #expect(throws: KeptDraftProblem.newer) { try KeptDraft(reading: Array(later.utf8)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no damage stops it`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    let whole = text(of: Draft(reading: try document(random.payload().text), account: .notSet))
    for _ in 0..<300 {
      var damaged = whole
      for _ in 0...Int.random(in: 0...3, using: &random.random) {
        let place = Int.random(in: 0..<damaged.count, using: &random.random)
        damaged[place] = UInt8.random(in: 0...255, using: &random.random)
      }
      _ = try? KeptDraft(reading: damaged)
    }
  }

  @Test func `columns that did not change are written the same`() throws {
    var draft = Draft(account: "acc")
    draft.fields = FieldList(
      (0..<500).map { number in
        var field = draft.makeField()
        field.name = .text("column \(number)")
        return field
      })
    draft.columns = .listed
    var writer = DraftWriter()
    for place in [0, 250, 490, 77] {
      draft.fields[place].name = .text("changed \(place)")
      draft.fields.remove(at: 3)
      let kept = KeptDraft(draft: draft, step: .schema, uncertainSince: nil)
      #expect(writer.text(of: kept, now: Self.now) == text(of: draft))
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
