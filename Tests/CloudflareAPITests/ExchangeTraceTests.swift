import CloudflareAPI
import SinkSpec
import Synchronization
import Testing

/// Tests traces of requests and responses.
struct ExchangeTraceTests {
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func append(_ more: [String]) { lines.withLock { $0 += more } }
  }

  /// Returns the lines of a trace of one request and its result.
  private static func lines(
    of body: String = Sample.body, _ result: ScriptedAPI.Reply, hiding texts: [String] = [],
    credentials: Credentials = .token("planted-token")
  ) -> [String] {
    let lines = Lines()
    let trace = ExchangeTrace(credentials: credentials, hiding: texts) { lines.append($0) }
      .hidingSecrets(ofBody: Array(body.utf8))
    let headers = [Header("Accept", "application/json")] + credentials.headers
    trace.writeRequest("POST", "https://a.test/sinks", headers, body: Array(body.utf8))
    trace.writeResult(result, to: "POST", "https://a.test/sinks", milliseconds: 12)
    return lines.all
  }

  @Test func `writes the request and the response without secrets`() {
    let response = Sample.created(
      Sample.sink().replacing(
        #""config":{"#, with: #""config":{"credentials":{"access_key_id":"planted-other"},"#))
    let lines = Self.lines(
      .response(200, response, [Header("cf-ray", "8f"), Header("Set-Cookie", "planted-cookie")]))
    #expect(
      lines == [
        "> POST https://a.test/sinks", "> Accept: application/json",
        "> Authorization: ••••••••", ">", "> {", #">   "name": "my_sink","#, #">   "type": "r2","#,
        #">   "config": {"#, #">     "account_id": "acc","#, #">     "bucket": "logs","#,
        #">     "credentials": {"#, #">       "access_key_id": "${R2_ACCESS_KEY_ID}","#,
        #">       "secret_access_key": "${R2_SECRET_ACCESS_KEY}""#, ">     }", ">   }", "> }",
        "< HTTP 200 to POST https://a.test/sinks, 12 ms", "< cf-ray: 8f", "< Set-Cookie: ••••••••",
        "<", "< {", #"<   "success": true,"#, #"<   "errors": [],"#, #"<   "messages": [],"#,
        #"<   "result": {"#, #"<     "id": "s1","#, #"<     "name": "my_sink","#,
        #"<     "type": "r2","#, #"<     "created_at": "2027-01-15T08:00:00Z","#,
        #"<     "modified_at": "2027-01-15T08:00:00Z","#, #"<     "config": {"#,
        #"<       "credentials": {"#, #"<         "access_key_id": "${R2_ACCESS_KEY_ID}""#,
        "<       },", #"<       "bucket": "logs""#, "<     }", "<   }", "< }",
      ])
  }

  @Test func `writes why there is no response`() {
    let lines = Self.lines(.lost(.broken("closed by planted-token")))
    #expect(
      lines.last == "< no response to POST https://a.test/sinks, 12 ms: the connection failed "
        + "(closed by ••••••••); the request may have arrived")
  }

  /// A secret with characters that JSON, URLs and HTML escape.
  private static let odd = #"planted"&<é>\'/+=x"#

  /// Echoes of a secret in bodies and headers of any kind.
  @Test(arguments: [
    odd, JSONText.string(odd), "planted%22%26%3C%C3%A9%3E%5C%27%2F%2B%3Dx",
    #"planted&quot;&amp;&lt;é&gt;\&#39;/+=x"#, #"{"message":\#(JSONText.string(odd))}"#,
    #"[{"deep":{"\#("text")":\#(JSONText.string("was " + odd))}}]"#,
    #"{"result":{"token":"planted-unknown","apiToken":"planted-unknown"}}"#,
    #"{"result":{"config":{"credentials":{"any":"planted-unknown"}}}}"#,
    #"{"result":{"credentials":["planted-unknown",["planted-unknown"]]}}"#,
    #"{"result":{"tokens":["planted-unknown",{"a":"planted-unknown"}]}}"#,
    #"{"result":{"passwords":{"a":{"b":"planted-unknown"}},"api_keys":[["planted-unknown"]]}}"#,
    "<html>planted-token planted-access-key planted-secret-key", "planted-token", "",
  ])
  func `hides secrets in responses of every kind`(echo: String) {
    let headers = [
      Header("X-Echo", "Bearer planted-token"), Header("X-Secret", "planted-unknown"),
      Header("Set-Cookie", "planted-unknown"), Header("x-odd", Self.odd),
    ]
    let lines = Self.lines(.response(400, echo, headers), hiding: [Self.odd])
    #expect(!lines.joined(separator: "\n").contains("planted"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("< HTTP 400 ") })
  }

  @Test func `hides numbers under names of secrets`() {
    let lines = Self.lines(
      .response(200, #"{"result":{"password":31415926,"credentials":27182818}}"#))
    #expect(!lines.joined().contains("31415926") && !lines.joined().contains("27182818"))
  }

  @Test func `hides a global key and the email`() {
    let lines = Self.lines(
      .response(200, "{}"), credentials: .key("planted-key", email: "planted@example.test"))
    #expect(lines.contains("> X-Auth-Key: ••••••••") && lines.contains("> X-Auth-Email: ••••••••"))
    #expect(!lines.joined().contains("planted"))
  }

  @Test func `hides the secrets of requests to storage hosts`() throws {
    let lines = Lines()
    let trace = ExchangeTrace(credentials: .token("planted-token")) { lines.append($0) }
    let request = try #require(
      StorageRequest.bucket(
        "b", account: "acc", jurisdiction: nil, accessKeyID: "planted-id",
        secretAccessKey: "planted-secret"))
    trace.hidingSecrets(of: request).writeResult(
      .response(403, "<Error><AWSAccessKeyId>planted-id</AWSAccessKeyId>planted-secret</Error>"),
      to: "HEAD", "https://b.test/", milliseconds: 1)
    #expect(lines.all.count == 3)
    #expect(!lines.all.joined().contains("planted"))
  }
}
