import CloudflareAPI
import SinkSpec
import Testing

struct RedactionTests {
  static let echo = """
    {"id":"s1","name":"my_sink","type":"r2","created_at":"2027-01-15T08:00:00Z","version":3,
     "config":{"bucket":"logs","token":"planted-other","credentials":{"access_key_id":"planted-a",
      "secret_access_key":"planted-b","session":"planted-c"},
      "deep":[{"token":"planted-d"},{"token":{"x":"planted-e"}}],"note":"was planted-token!"},
     "schema":null}
    """

  static func shown(_ record: SinkRecord) -> String {
    record.stored.text(secrets: .shown) + record.payload.text(secrets: .shown) + "\(record)"
  }

  @Test func `redacts secrets in records`() async throws {
    let created = try await ScriptedAPI([.response(200, Sample.created(Self.echo))]).submit()
    let got = try await ScriptedAPI([.response(200, Sample.created(Self.echo))]).client()
      .sink(account: "a", id: "s1")
    let listed = try await ScriptedAPI([.response(200, Sample.list([Self.echo], total: 1))])
      .client()
      .sinks(account: "a")
    for record in [try #require(created.sink), got] + listed {
      #expect(!Self.shown(record).contains("planted"))
    }
  }

  @Test func `replaces secrets in payloads by references`() async throws {
    let sink = try await ScriptedAPI([.response(200, Sample.created(Self.echo))]).client()
      .sink(account: "a", id: "s1")
    let text = sink.payload.text(secrets: .referenced)
    #expect(
      text == """
        {
          "name": "my_sink",
          "type": "r2",
          "config": {
            "token": "${R2_CATALOG_TOKEN}",
            "bucket": "logs",
            "credentials": {
              "access_key_id": "${R2_ACCESS_KEY_ID}",
              "secret_access_key": "${R2_SECRET_ACCESS_KEY}",
              "session": "${R2_SECRET_ACCESS_KEY}"
            },
            "deep": "${R2_SECRET_ACCESS_KEY}",
            "note": "was ••••••••!"
          }
        }

        """)
  }

  @Test(arguments: [0, 990, 1_000])
  func `masks secrets before it truncates a message`(_ length: Int) async throws {
    let text = String(repeating: "x", count: length)
    for secret in Sample.secrets {
      let body = #"{"errors":["\#(text)\#(secret)\#(text)"]}"#
      let submission = try await ScriptedAPI([.response(400, body)]).submit()
      #expect(!"\(submission)\(submission.sentences)".contains(secret.prefix(4)))
    }
  }

  @Test func `masks secrets in headers and failures`() async throws {
    let secret = Sample.secrets[0]
    let ray = Header("cf-ray", "\(secret)-AMS")
    let refused = try await ScriptedAPI([.response(403, "", [ray])]).submit()
    #expect(refused.outcome.sentence.contains("Ray ID ••••••••-AMS"))
    let failed = try await ScriptedAPI([.response(500, "", [ray]), .response(500, "", [ray])])
      .submit()
    #expect(!"\(failed)".contains(secret))
    let lost = try await ScriptedAPI([.lost(.broken("at \(secret)"))]).submit()
    #expect(!"\(lost)".contains(secret))
  }

  @Test(arguments: [400, 500])
  func `redacts secrets in API errors`(_ status: Int) async throws {
    for secret in Sample.secrets {
      let body = """
        {"errors":[{"code":1,"message":"\(secret) is wrong: \(secret)","source":{"pointer":"/\(secret)"},\
        "documentation_url":"https://x/\(secret)"}]}
        """
      let submission = try await ScriptedAPI([.response(status, body), .response(status, body)])
        .submit()
      #expect(!"\(submission)\(submission.sentences)".contains(secret))
      #expect(submission.outcome.sentence.contains("•••••••• is wrong: ••••••••"))
    }
  }
}
