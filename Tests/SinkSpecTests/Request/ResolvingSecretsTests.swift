import SinkSpec
import Testing

/// Tests resolving secret references from the environment.
struct ResolvingSecretsTests {
  private static func payload(_ id: String, _ key: String) -> String {
    #"{"name":"${A}","config":{"credentials":{"access_key_id":"\#(id)","#
      + #""secret_access_key":"\#(key)"},"path":"${A}"},"unknown":["${A}"]}"#
  }

  /// Returns the credentials in the resolved body.
  private static func sent(
    _ id: String, _ key: String, _ environment: [String: String]
  ) throws -> Result<[String?], MissingSecrets> {
    let document = try JSONDocument(parsing: Array(payload(id, key).utf8))
    let resolved: RequestNode
    switch RequestNode(reading: document).resolvingSecrets(from: environment) {
    case .success(let node): resolved = node
    case .failure(let missing): return .failure(missing)
    }
    let body = try JSONDocument(parsing: Array(resolved.text(secrets: .shown).utf8))
    return .success(
      try ["access_key_id", "secret_access_key"].map { name in
        let place = body.value(at: Pointer("/config/credentials").appending(name))
        return body.string(try #require(place))
      })
  }

  @Test(
    arguments: [
      ("${A}", "${B}", ["A": "1", "B": "2"], ["1", "2"]),
      ("${A}", "${A}", ["A": "1"], ["1", "1"]),
      // Text that is not a reference is the secret itself.
      ("x", "${B} ", ["B": "2"], ["x", "${B} "]),
      // A value that looks like a reference is not resolved again.
      ("${A}", "y", ["A": "${B}", "B": "2"], ["${B}", "y"]),
      ("${A}", "y", ["A": "\"},\\\n\t\u{1}é👩‍👩‍👧$(id)"], ["\"},\\\n\t\u{1}é👩‍👩‍👧$(id)", "y"]),
    ] as [(String, String, [String: String], [String])])
  func `resolves references in secrets`(
    id: String, key: String, environment: [String: String], expected: [String]
  ) throws {
    #expect(try Self.sent(id, key, environment).get() == expected)
  }

  @Test(
    arguments: [
      ("${A}", "${B}", [:], ["A", "B"]), ("${B}", "${A}", ["A": "", "C": "1"], ["B", "A"]),
      ("${A}", "${A}", [:], ["A"]), ("${A}", "${B}", ["A": "1"], ["B"]),
      ("x", "${B}", ["b": "1"], ["B"]),
    ] as [(String, String, [String: String], [String])])
  func `lists all missing variables`(
    id: String, key: String, environment: [String: String], missing: [String]
  ) throws {
    #expect(try Self.sent(id, key, environment) == .failure(MissingSecrets(names: missing)))
  }

  @Test(arguments: [
    (["A"], "A is not set or empty; the payload references it as a secret"),
    (["A", "B"], "A and B are not set or empty; the payload references them as secrets"),
    (["A", "B", "C"], "A, B and C are not set or empty; the payload references them as secrets"),
  ])
  func `formats the error`(names: [String], sentence: String) {
    #expect(MissingSecrets(names: names).sentence == sentence)
  }

  @Test func `changes nothing else`() throws {
    let document = try JSONDocument(parsing: Array(Self.payload("${A}", "${B}").utf8))
    let node = RequestNode(reading: document)
    let resolved = try node.resolvingSecrets(from: ["A": "s3cret", "B": "s3cret"]).get()
    #expect(
      resolved.text(secrets: .shown)
        == node.text(secrets: .shown)
        .replacing(#""access_key_id": "${A}""#, with: #""access_key_id": "s3cret""#)
        .replacing(#""secret_access_key": "${B}""#, with: #""secret_access_key": "s3cret""#))
    #expect(!resolved.text(secrets: .referenced).contains("s3cret"))
  }
}
