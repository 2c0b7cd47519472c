import CloudflareAPI
import Testing

@Suite struct `Credentials from the environment` {
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
  func `are taken, or the problem is progress`(_ row: Case) {
    let taken = Result { () throws(CredentialsProblem) in
      try Credentials(environment: row.environment)
    }
    #expect(taken == row.expected)
  }

  @Test func `a problem's sentence shows no secret`() {
    let problem = #expect(throws: CredentialsProblem.self) {
      try Credentials(environment: [Self.token: "planted-secret\n"])
    }
    #expect(problem?.sentence.contains("planted") == false)
    #expect(
      problem?.sentence
        == "character 15 of CLOUDFLARE_API_TOKEN is a line break, which credentials never hold; "
        + "was it copied whole and alone?")
  }

  @Test func `which is used is progress when both are set`() {
    let both = [Self.token: "t", Self.email: "e", Self.key: "k"]
    #expect(
      Credentials.choiceNote(environment: both)
        == "CLOUDFLARE_API_TOKEN is used; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are set too")
    #expect(Credentials.choiceNote(environment: [Self.token: "t", Self.email: "e"]) == nil)
  }
}
