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
    Case(environment: [token: "ab\n"], expected: .failure(.unsendable(.token, "\n", place: 3))),
    Case(environment: [token: "ab\r\n"], expected: .failure(.unsendable(.token, "\r", place: 3))),
    Case(environment: [token: " ab"], expected: .failure(.unsendable(.token, " ", place: 1))),
    Case(
      environment: [token: "a\u{7}b"], expected: .failure(.unsendable(.token, "\u{7}", place: 2))),
    Case(environment: [token: "ab…"], expected: .failure(.unsendable(.token, "…", place: 3))),
    Case(environment: [token: "abé"], expected: .failure(.unsendable(.token, "é", place: 3))),
    Case(
      environment: [email: "a@b.test", key: "k\tk"],
      expected: .failure(.unsendable(.key, "\t", place: 2))),
  ])
  func `are taken, or the problem is told`(_ row: Case) {
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

  @Test func `which is used is told when both are set`() {
    let both = [Self.token: "t", Self.email: "e", Self.key: "k"]
    #expect(
      Credentials.choiceNote(environment: both)
        == "CLOUDFLARE_API_TOKEN is used; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are set too")
    #expect(Credentials.choiceNote(environment: [Self.token: "t", Self.email: "e"]) == nil)
  }
}
