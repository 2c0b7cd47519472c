import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests that a payload, valid or not, is read and written without loss.
struct DraftReadingTests {
  private static func document(_ text: String) throws -> JSONDocument {
    try JSONDocument(parsing: Array(text.utf8))
  }

  private static func request(of text: String, account: Entry = .notSet) throws -> PayloadTree {
    let draft = Draft(reading: try document(text), account: account)
    return try PayloadTree(parsing: draft.request.text(secrets: .shown))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `writes a valid payload in reference order`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    for _ in 0..<25 {
      let payload = random.payload()
      let text = random.shuffled(payload).text
      let errors = Validator.issues(of: try Self.document(text)).filter { $0.severity == .error }
      #expect(errors == [], "seed \(seed): \(text)")
      #expect(try Self.request(of: text) == payload, "seed \(seed): \(text)")
      let account = Entry.text("0123105f4ecef8ad9ca31a8372d0c353")
      #expect(try Self.request(of: text, account: account) == payload, "seed \(seed): \(text)")
    }
  }

  /// Compares the validation of the draft with that of the file.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `has the same issues as its file`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    for _ in 0..<20 {
      let text = random.payload().text
      let document = try Self.document(text)
      let draft = Draft(reading: document, account: .notSet)
      let account = draft["/account_id"].text
      let fromFile = Set(Validator.issues(of: document, account: account).map(Self.summary))
      let fromForm = Set(
        DraftValidation(of: draft).issues.filter { $0.pointer != "/account_id" }.map(Self.summary))
      #expect(fromFile == fromForm, "seed \(seed): \(text)")
    }
  }

  private static func summary(of issue: SinkSpec.Issue) -> String {
    "\(issue.severity) \(issue.pointer) \(issue.rule) \(issue.message)"
  }

  @Test(arguments: Mutation.Kind.allCases, 0..<15 as Range<UInt64>)
  func `loses nothing of a damaged payload silently`(kind: Mutation.Kind, seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    for _ in 0..<25 {
      let payload = random.shuffled(random.payload())
      guard let damage = Mutation(kind, in: payload, using: &random.random) else { continue }
      let text = damage.tree.text
      let comment = Comment("seed \(seed) \(kind) \(damage.pointer): \(text)")
      let document = try Self.document(text)
      let issues = Validator.issues(of: document)
      try Self.checkPosition(of: damage, in: document, issues, comment)
      let draft = Draft(reading: document, account: .notSet)
      let request = try PayloadTree(parsing: draft.request.text(secrets: .shown))
      let reported = issues.filter { $0.severity == .error && $0.rule != "required" }.map(\.pointer)
      for pointer in damage.tree.pointers() where !reported.contains(where: pointer.isWithin) {
        guard let value = damage.tree[pointer], case .literal = value else { continue }
        #expect(request[pointer] == value, "\(pointer) is lost, \(comment)")
      }
      // Every issue of the file remains, except for members of another type.
      if [.unknownMember, .wrongType, .tooLarge, .unknownChoice].contains(kind),
        !Self.isOfAnotherType(damage.pointer, issues)
      {
        #expect(request[damage.pointer] == damage.tree[damage.pointer], comment)
      }
    }
  }

  private static func isOfAnotherType(_ pointer: Pointer, _ issues: [SinkSpec.Issue]) -> Bool {
    issues.contains { pointer.isWithin($0.pointer) && $0.message.hasPrefix("only valid for ") }
  }

  private static func checkPosition(
    of damage: Mutation, in document: JSONDocument, _ issues: [SinkSpec.Issue], _ comment: Comment
  ) throws {
    let found = try #require(
      issues.first { $0.pointer == damage.pointer && damage.rules.contains($0.rule) }, comment)
    #expect(found.severity == .error, comment)
    let holder = try #require(document.value(at: damage.pointer.parent ?? .root), comment)
    let name = document.members(holder).filter {
      document.string($0.name) == damage.pointer.lastToken
    }.last?.name
    let place =
      switch damage.kind {
      case .missing: holder
      case .unknownMember, .otherArm, .twice: try #require(name, comment)
      case .wrongType, .tooLarge, .unknownChoice:
        try #require(document.value(at: damage.pointer), comment)
      }
    #expect(found.offset == document.offset(place), comment)
  }

  @Test func `accepts an account misplaced in the body`() throws {
    let text = #"{"account_id":"abc","name":"a"}"#
    let draft = Draft(reading: try Self.document(text), account: .notSet)
    #expect(draft["/account_id"] == .text("abc"))
    #expect(draft.unknownMembers == [])
    let other = Draft(reading: try Self.document(text), account: .text("def"))
    #expect(other["/account_id"] == .text("def"))
    #expect(other.unknownMembers == [])
  }

  @Test func `uses the bucket's account for the URL`() throws {
    let text = #"{"config":{"account_id":"abc"}}"#
    #expect(
      Draft(reading: try Self.document(text), account: .notSet)["/account_id"] == .text("abc"))
    let other = Draft(reading: try Self.document(text), account: .text("def"))
    #expect(other["/account_id"] == .text("def"))
    #expect(other.effective("/config/account_id") == .text("abc"))
  }

  @Test(arguments: ["{}", "{ }", "{\n}"])
  func `fills an empty object from a file`(empty: String) throws {
    let text = #"{"config":{"rolling_policy":\#(empty)},"schema":\#(empty),"format":\#(empty)}"#
    var draft = Draft(reading: try Self.document(text), account: .notSet)
    let before = try PayloadTree(parsing: draft.request.text(secrets: .shown))
    #expect(before["/schema"] == .object([]))
    #expect(before["/format"] == .object([]))
    #expect(before["/config/rolling_policy"] == .object([]))
    draft["/config/rolling_policy/interval_seconds"] = .text("60")
    draft["/format/type"] = .text("json")
    let field = draft.makeField()
    draft.insert(field, at: FieldPath(steps: [.position(0)]))
    let after = try PayloadTree(parsing: draft.request.text(secrets: .shown))
    #expect(after["/config/rolling_policy/interval_seconds"] == .literal("60"))
    #expect(after["/format/type"] == .literal("\"json\""))
    #expect(after["/schema/fields/0/type"] == .literal("\"string\""))
    #expect(draft.unknownMembers == [])
  }

  /// Values in place of a secret, or under a similar name, are masked on screen.
  @Test func `masks misplaced secrets from a file`() throws {
    let text = """
      {"type":"r2","Token":"s3cret1","config":{"secretAccessKey":["s3cret2"],
      "credentials":{"access_key_id":["s3cret3"],"secret_acces_key":"s3cret4","x":"s3cret5"}}}
      """
    let request = Draft(reading: try Self.document(text), account: .notSet).request
    #expect(!request.text(secrets: .masked).contains("s3cret"))
    let shown = request.text(secrets: .shown)
    for number in 1...5 { #expect(shown.contains("\"s3cret\(number)\"")) }
    // In a file, the three secrets are references, whatever their value was.
    let referenced = try PayloadTree(parsing: request.text(secrets: .referenced))
    #expect(
      referenced["/config/credentials/access_key_id"] == .literal(#""${R2_ACCESS_KEY_ID}""#))
    let whole = #"{"type":"r2","config":{"credentials":"s3cret6"}}"#
    let credentials = Draft(reading: try Self.document(whole), account: .notSet).request
    #expect(!credentials.text(secrets: .masked).contains("s3cret6"))
    #expect(credentials.text(secrets: .shown).contains("s3cret6"))
  }
}
