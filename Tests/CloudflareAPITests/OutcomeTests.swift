import CloudflareAPI
import Testing

@Suite struct `What creating a sink was answered with` {
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
    "the token needs Pipelines Edit on this account, and Workers Scripts Edit was needed as well"

  @Test(arguments: [
    Case(
      status: 200, body: Sample.created(),
      sentence: "the sink my_sink was created, with the id s1"),
    Case(
      status: 200, body: Sample.refused(1012, "no"),
      sentence: "the API refused: no [code 1012] (HTTP 200)",
      hint: "check the destination: bucket, credentials, and the catalog's table"),
    Case(
      status: 400, body: Sample.refused(1012, "Could not authenticate against it"),
      sentence: "the API refused: Could not authenticate against it [code 1012] (HTTP 400)",
      hint: "the catalog refused the token of the sink: it needs R2 Admin Read & Write"),
    Case(
      status: 401, body: "", headers: [Header("CF-Ray", "8f-AMS")],
      sentence: "the API refused with HTTP 401, Ray ID 8f-AMS and said nothing of why",
      hint: "check the credentials"),
    Case(
      status: 403, body: Sample.refused(100, "Forbidden"),
      sentence: "the API refused: Forbidden [code 100] (HTTP 403)", hint: permissions),
    Case(
      status: 403, body: "<html>", headers: [Header("cf-mitigated", "challenge")],
      sentence: "the API refused with HTTP 403 and said nothing of why",
      hint: "a page that guards against robots answered: try from another network"),
    Case(
      status: 404, body: Sample.refused(10006, "Bucket not found"),
      sentence: "the API refused: Bucket not found [code 10006] (HTTP 404)",
      hint: "the account has no such bucket, or it is in another jurisdiction"),
    Case(
      status: 404, body: Sample.refused(40401, "Warehouse not found"),
      sentence: "the API refused: Warehouse not found [code 40401] (HTTP 404)",
      hint: "enable the Data Catalog of the bucket first"),
    Case(
      status: 409, body: Sample.refused(1003, "taken"),
      sentence: "the API refused: taken [code 1003] (HTTP 409)",
      hint: "choose another name: names are unique in an account, and sinks cannot be changed"),
    Case(
      status: 400, body: #"{"code":7000,"error":"Nothing here"}"#,
      sentence: "the API refused: Nothing here [code 7000] (HTTP 400)"),
    Case(
      status: 400,
      body:
        #"{"success":false,"error":{"name":"ZodError","issues":[{"path":["config",0],"message":"bad"},{"message":"worse"}]}}"#,
      sentence: "the API refused: bad; worse (HTTP 400)"),
    Case(
      status: 400, body: #"{"success":false,"error":{"code":"12","message":"as an object"}}"#,
      sentence: "the API refused: as an object [code 12] (HTTP 400)"),
    Case(
      status: 400,
      body: #"{"errors":["plain",{"code":5,"error_chain":[{"code":6,"message":"inner"}]}]}"#,
      sentence: "the API refused: plain; no message [code 5]; inner [code 6] (HTTP 400)"),
    Case(
      status: 400, body: #"{"success":false,"errors":null}"#,
      sentence: "the API refused with HTTP 400 and said nothing of why"),
    Case(
      status: 307, body: "moved",
      sentence: "a redirect came instead of the API (HTTP 307); it is not followed",
      hint: "check the base URL; a redirect would carry the credentials elsewhere"),
    Case(
      status: 200, body: "",
      sentence: "the request was sent, but the answer (HTTP 200) holds nothing" + open),
    Case(
      status: 200, body: " <!doctype html>",
      sentence: "the request was sent, but the answer (HTTP 200) holds a page for people" + open),
    Case(
      status: 200, body: #"{"success":true,"result":null}"#,
      sentence: "the request was sent, but the answer (HTTP 200) holds no sink" + open),
    Case(
      status: 200, body: #"{"success":true,"result":{"id":"","name":"x"}}"#,
      sentence: "the request was sent, but the answer (HTTP 200) holds no sink" + open),
    Case(
      status: 201, body: #"{"result":{"id":"a","name":"x"}}"#,
      sentence: "the request was sent, but the answer (HTTP 201) holds no sink" + open),
    Case(
      status: 200, body: #"{"success":true,"result":{"id":"a""#,
      sentence: "the request was sent, but the answer (HTTP 200) holds no sink" + open),
    Case(
      status: 200, body: String(repeating: "[", count: 5_000),
      sentence: "the request was sent, but the answer (HTTP 200) holds no sink" + open),
    Case(
      status: 500, body: #"{"errors":[{"message":"Internal Server Error"}]}"#,
      headers: [Header("cf-ray", "r")],
      sentence: "the request was sent, but the API failed: Internal Server Error "
        + "(HTTP 500, Ray ID r)" + open),
    Case(
      status: 502, body: "<html>",
      sentence: "the request was sent, but the API failed (HTTP 502)" + open),
  ])
  func `is progress in one sentence, with what helps`(_ row: Case) async throws {
    let api = ScriptedAPI([.response(row.status, row.body, row.headers)])
    let outcome = try await api.submit().outcome
    #expect(outcome.sentence == row.sentence)
    #expect(outcome.hint == row.hint)
    #expect(api.posts == 1)
  }

  @Test func `a long answer is cut, and control characters stay data`() async throws {
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
    (.nameNotFound(host: "h"), "no address was found for h"),
    (.insecure("bad"), "no secure connection came about (bad)"),
    (.timedOut(seconds: 60), "no answer came within 60 s"),
    (.cancelled, "the answer was not waited for"),
    (.broken("gone"), "the connection failed (gone)"),
    (.tooLong(limit: 5), "the answer was longer than 5 bytes"),
    (.notHTTP("HTTP/0.9"), "what answered does not speak HTTP (HTTP/0.9)"),
  ])
  func `a failure of the network says whether anything was sent`(
    _ reason: TransportFailure.Reason, _ words: String
  ) async throws {
    let lost = try await ScriptedAPI([.lost(reason)]).submit().outcome
    #expect(lost.sentence == "the request was sent, but \(words); the sink may exist")
    let unsent = try await ScriptedAPI(Array(repeating: .unsent(reason), count: 9)).submit().outcome
    #expect(unsent.sentence == "\(words); nothing was sent")
  }
}
