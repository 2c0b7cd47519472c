import CloudflareAPI
import Testing

struct OutcomeTests {
  struct Case: CustomTestStringConvertible {
    let status: Int
    let body: String
    var headers: [Header] = []
    let sentence: String
    var hint: String?
    var testDescription: String { "\(status) \(body.prefix(60))" }
  }

  static let open = "; the sink may exist"
  static let permissions =
    "the token needs Pipelines Write (Basin Pipelines – Edit in the dashboard) on this account, "
    + "which needs the Workers Paid plan; some users also needed Workers Scripts Write"

  @Test(arguments: [
    Case(
      status: 200, body: Sample.created(),
      sentence: "created sink my_sink (ID s1)"),
    Case(
      status: 200, body: Sample.refused(1012, "no"),
      sentence: "the API rejected the request: no [code 1012] (HTTP 200)",
      hint: "check the destination: bucket, credentials and catalog table"),
    Case(
      status: 400, body: Sample.refused(1012, "Could not authenticate against it"),
      sentence:
        "the API rejected the request: Could not authenticate against it [code 1012] (HTTP 400)",
      hint: "the catalog rejected the sink's token; it needs Workers R2 Storage Bucket Item Write "
        + "and Workers R2 Data Catalog Write, or R2 Admin Read & Write"),
    Case(
      status: 401, body: "", headers: [Header("CF-Ray", "8f-AMS")],
      sentence: "the API returned HTTP 401 without an explanation, Ray ID 8f-AMS",
      hint: "check the credentials"),
    Case(
      status: 403, body: Sample.refused(100, "Forbidden"),
      sentence: "the API rejected the request: Forbidden [code 100] (HTTP 403)", hint: permissions),
    Case(
      status: 403, body: "<html>", headers: [Header("cf-mitigated", "challenge")],
      sentence: "a bot-protection page answered instead of the API (HTTP 403)",
      hint: "try another network"),
    Case(
      status: 404, body: Sample.refused(10006, "Bucket not found"),
      sentence: "the API rejected the request: Bucket not found [code 10006] (HTTP 404)",
      hint: "the bucket does not exist in this account, or is in another jurisdiction"),
    Case(
      status: 404, body: Sample.refused(40401, "Warehouse not found"),
      sentence: "the API rejected the request: Warehouse not found [code 40401] (HTTP 404)",
      hint: "enable the Data Catalog on the bucket first"),
    Case(
      status: 409, body: Sample.refused(1003, "taken"),
      sentence: "the API rejected the request: taken [code 1003] (HTTP 409)",
      hint: "choose another name: names are unique per account, and sinks cannot be changed"),
    Case(
      status: 400, body: #"{"code":7000,"error":"Nothing here"}"#,
      sentence: "the API rejected the request: Nothing here [code 7000] (HTTP 400)"),
    Case(
      status: 400,
      body:
        #"{"success":false,"error":{"name":"ZodError","issues":[{"path":["config",0],"message":"bad"},{"message":"worse"}]}}"#,
      sentence: "the API rejected the request: bad; worse (HTTP 400)"),
    Case(
      status: 400, body: #"{"success":false,"error":{"code":"12","message":"as an object"}}"#,
      sentence: "the API rejected the request: as an object [code 12] (HTTP 400)"),
    Case(
      status: 400,
      body: #"{"errors":["plain",{"code":5,"error_chain":[{"code":6,"message":"inner"}]}]}"#,
      sentence:
        "the API rejected the request: plain; no message [code 5]; inner [code 6] (HTTP 400)"),
    Case(
      status: 400, body: #"{"success":false,"errors":null}"#,
      sentence: "the API returned HTTP 400 without an explanation"),
    Case(
      status: 307, body: "moved",
      sentence: "the server answered with a redirect (HTTP 307), which is not followed",
      hint: "check the base URL; following a redirect could leak the credentials"),
    Case(
      status: 200, body: "",
      sentence: "the request was sent, but the response (HTTP 200) is empty" + open),
    Case(
      status: 200, body: " <!doctype html>",
      sentence: "the request was sent, but the response (HTTP 200) is an HTML page, not JSON" + open
    ),
    Case(
      status: 200, body: #"{"success":true,"result":null}"#,
      sentence: "the request was sent, but the response (HTTP 200) contains no sink" + open),
    Case(
      status: 200, body: #"{"success":true,"result":{"id":"","name":"x"}}"#,
      sentence: "the request was sent, but the response (HTTP 200) contains no sink" + open),
    Case(
      status: 201, body: #"{"result":{"id":"a","name":"x"}}"#,
      sentence: "the request was sent, but the response (HTTP 201) contains no sink" + open),
    Case(
      status: 200, body: #"{"success":true,"result":{"id":"a""#,
      sentence: "the request was sent, but the response (HTTP 200) contains no sink" + open),
    Case(
      status: 200, body: String(repeating: "[", count: 5_000),
      sentence: "the request was sent, but the response (HTTP 200) contains no sink" + open),
    Case(
      status: 500, body: #"{"errors":[{"message":"Internal Server Error"}]}"#,
      headers: [Header("cf-ray", "r")],
      sentence: "the request was sent, but the API failed: Internal Server Error "
        + "(HTTP 500, Ray ID r)" + open),
    Case(
      status: 502, body: "<html>",
      sentence: "the request was sent, but the API failed (HTTP 502)" + open),
  ])
  func `describes the outcome and suggests a fix`(_ row: Case) async throws {
    let api = ScriptedAPI([.response(row.status, row.body, row.headers)])
    let outcome = try await api.submit().outcome
    #expect(outcome.sentence == row.sentence)
    #expect(outcome.hint == row.hint)
    #expect(api.posts == 1)
  }

  @Test func `truncates long errors and keeps control characters raw`() async throws {
    let long = String(repeating: "é", count: 5_000)
    let errors = String(repeating: "{\"message\":\"\\u001b[2J\(long)\"},", count: 100)
    let api = ScriptedAPI([.response(400, "{\"errors\":[\(errors)1]}")])
    guard case .refused(let refusal) = try await api.submit().outcome else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.errors.count == 20)
    #expect(refusal.errors.first?.message.hasPrefix("\u{1B}[2Jé") == true)
    #expect(refusal.sentence.unicodeScalars.count < 21_000)
  }

  @Test(arguments: [
    (TransportFailure.Reason.refused(host: "h"), "the connection to h was refused"),
    (.nameNotFound(host: "h"), "could not resolve h"),
    (.insecure("bad"), "the TLS connection failed (bad)"),
    (.timedOut(seconds: 60), "no response arrived within 60 s"),
    (.cancelled, "the request was cancelled"),
    (.broken("gone"), "the connection failed (gone)"),
    (.tooLong(limit: 5), "the response exceeded 5 bytes"),
    (.notHTTP("HTTP/0.9"), "the server's response is not valid HTTP (HTTP/0.9)"),
  ])
  func `transport failures report whether anything was sent`(
    _ reason: TransportFailure.Reason, _ words: String
  ) async throws {
    let lost = try await ScriptedAPI([.lost(reason)]).submit().outcome
    #expect(lost.sentence == "the request was sent, but \(words); the sink may exist")
    let unsent = try await ScriptedAPI(Array(repeating: .unsent(reason), count: 9)).submit().outcome
    #expect(unsent.sentence == "\(words); nothing was sent")
  }
}
