import CloudflareAPI
import Testing

struct CredentialsTests {
  struct Case: CustomTestStringConvertible {
    let environment: [String: String]
    let expected: Result<Credentials, CredentialsProblem>
    var testDescription: String { "\(environment)" }
  }

  static let token = "CLOUDFLARE_API_TOKEN"
  static let email = "CLOUDFLARE_EMAIL"
  static let key = "CLOUDFLARE_API_KEY"

  @Test(arguments: [
    Case(environment: [:], expected: .failure(.none)),
    Case(environment: [token: "abc"], expected: .success(.token("abc"))),
    Case(
      environment: [email: "a@b.test", key: "k"], expected: .success(.key("k", email: "a@b.test"))),
    Case(
      environment: [token: "abc", email: "a@b.test", key: "k"], expected: .success(.token("abc"))),
    Case(
      environment: [token: "", email: "a@b.test", key: "k"],
      expected: .success(.key("k", email: "a@b.test"))),
    Case(environment: [token: ""], expected: .failure(.empty(.token))),
    Case(environment: [email: "a@b.test"], expected: .failure(.half(.email, missing: .key))),
    Case(environment: [key: "k", email: ""], expected: .failure(.half(.key, missing: .email))),
    Case(
      environment: [token: "ab\n"], expected: .failure(.invalidCharacter(.token, "\n", position: 3))
    ),
    Case(
      environment: [token: "ab\r\n"],
      expected: .failure(.invalidCharacter(.token, "\r", position: 3))),
    Case(
      environment: [token: " ab"], expected: .failure(.invalidCharacter(.token, " ", position: 1))),
    Case(
      environment: [token: "a\u{7}b"],
      expected: .failure(.invalidCharacter(.token, "\u{7}", position: 2))),
    Case(
      environment: [token: "ab…"], expected: .failure(.invalidCharacter(.token, "…", position: 3))),
    Case(
      environment: [token: "abé"], expected: .failure(.invalidCharacter(.token, "é", position: 3))),
    Case(
      environment: [email: "a@b.test", key: "k\tk"],
      expected: .failure(.invalidCharacter(.key, "\t", position: 2))),
  ])
  func `reads credentials or reports the problem`(_ row: Case) {
    let taken = Result { () throws(CredentialsProblem) in
      try Credentials(environment: row.environment)
    }
    #expect(taken == row.expected)
  }

  @Test func `error messages do not contain the secret`() {
    let problem = #expect(throws: CredentialsProblem.self) {
      try Credentials(environment: [Self.token: "planted-secret\n"])
    }
    #expect(problem?.sentence.contains("planted") == false)
    #expect(
      problem?.sentence
        == "character 15 of CLOUDFLARE_API_TOKEN is a line break, which is not allowed in credentials; "
        + "copy the value again")
  }

  @Test func `notes precedence when both kinds are set`() {
    let both = [Self.token: "t", Self.email: "e", Self.key: "k"]
    #expect(
      Credentials.choiceNote(environment: both)
        == "using CLOUDFLARE_API_TOKEN; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are ignored")
    #expect(Credentials.choiceNote(environment: [Self.token: "t", Self.email: "e"]) == nil)
  }
}
