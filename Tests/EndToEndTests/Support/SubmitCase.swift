import Testing

/// A server behaviour, and the program's expected output.
struct SubmitCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let behaviour: String
  let answer: String
  let options: String
  let status: Int
  let posts: Int
  /// The expected lines; a line that ends in `…` is a prefix.
  let messages: [String]

  private init(
    _ name: String, _ behaviour: String = "answer", _ answer: String = "", options: String = "",
    status: Int, posts: Int = 1, _ messages: [String]
  ) {
    testDescription = name
    self.behaviour = behaviour
    self.answer = answer
    self.options = options
    self.status = status
    self.posts = posts
    self.messages = messages
  }

  static let all = [created] + refusals + notReached + unknown

  /// Returns an HTTP response with its length.
  private static func http(_ status: Int, _ body: String, _ headers: String = "") -> String {
    "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
  }

  private static func refusal(_ code: Int, _ message: String) -> String {
    #"{"success":false,"errors":[{"code":\#(code),"message":"\#(message)"}]}"#
  }

  static let created = SubmitCase(
    "created", "answer",
    http(
      200,
      #"{"success":true,"result":{"id":"s1","name":"my_sink","config":{"credentials":{"#
        + #""access_key_id":"planted-access-key","secret_access_key":"planted-secret-key"}}}}"#),
    status: 0, ["created sink my_sink (ID s1)"])

  // MARK: Rejections

  private static let permissions =
    "the token needs Pipelines Write (Basin Pipelines – Edit in the dashboard) on this account, "
    + "which needs the Workers Paid plan; some users also needed Workers Scripts Write"
  private static let silent429 = "the API returned HTTP 429 without an explanation"
  private static let block =
    "the API allows 1,200 requests per 5 minutes, then blocks all calls for 5 minutes"

  private static let refusals = [
    SubmitCase(
      "success:false with 200", "answer", http(200, refusal(7, "no")), status: 2,
      ["the API rejected the request: no [code 7] (HTTP 200)"]),
    SubmitCase(
      "401", "answer", http(401, refusal(9, "who?")), status: 2,
      ["the API rejected the request: who? [code 9] (HTTP 401)", "check the credentials"]),
    SubmitCase(
      "403", "answer", http(403, refusal(10000, "Authentication error"), "cf-ray: 8f-AMS\r\n"),
      status: 2,
      [
        "the API rejected the request: Authentication error [code 10000] (HTTP 403, Ray ID 8f-AMS)",
        permissions,
      ]),
    SubmitCase(
      "404", "answer", http(404, ""), status: 2,
      [
        "the API returned HTTP 404 without an explanation",
        "check the account ID and the base URL",
      ]),
    SubmitCase(
      "409", "answer", http(409, refusal(1003, "taken")), status: 4,
      ["the API rejected the request: taken [code 1003] (HTTP 409)", "choose another name…"]),
    SubmitCase(
      "413", "answer", http(413, "<html>"), status: 2,
      [
        "the API returned HTTP 413 without an explanation",
        "the request is too large for the API",
      ]),
    SubmitCase(
      "422", "answer", http(422, refusal(1, "not ready")), status: 2,
      [
        "the API rejected the request: not ready [code 1] (HTTP 422)",
        "if the Data Catalog was just enabled…",
      ]),
    SubmitCase(
      "429 for a snapshot", "answer", http(429, "", "Retry-After: 1\r\n"), status: 2, posts: 4,
      Array(repeating: "\(silent429); retrying in 1 s", count: 3)
        + [silent429, block]),
    SubmitCase(
      "429 without a time", "answer", http(429, ""), options: "--timeout 3", status: 2, posts: 3,
      [
        "\(silent429); retrying in 1 s", "\(silent429); retrying in 2 s", silent429,
        block,
      ]),
    SubmitCase(
      "429 for long", "answer", http(429, "", "Retry-After: 300\r\n"), status: 2,
      [silent429, block]),
    SubmitCase(
      "a redirect", "answer", http(307, "", "Location: http://127.0.0.1:1/\r\n"), status: 2,
      [
        "the server answered with a redirect (HTTP 307), which is not followed",
        "check the base URL; following a redirect could leak the credentials",
      ]),
    SubmitCase(
      "control characters", "answer", http(400, refusal(1, "\\u001b[31mred\\u202e\\n")), status: 2,
      ["the API rejected the request: ␛[31mred<U+202E>␊ [code 1] (HTTP 400)"]),
    SubmitCase(
      "secrets in the response", "answer",
      http(400, refusal(1, "planted-token planted-access-key planted-secret-key")), status: 2,
      ["the API rejected the request: •••••••• •••••••• •••••••• [code 1] (HTTP 400)"]),
  ]

  // MARK: Nothing sent

  private static func again(_ sentence: String) -> [String] {
    ["\(sentence); retrying in 1 s", "\(sentence); retrying in 2 s", sentence]
  }

  private static let notReached = [
    SubmitCase(
      "nobody listens", options: "--base-url http://127.0.0.1:1 --timeout 3", status: 3, posts: 0,
      again("the connection to 127.0.0.1 was refused; nothing was sent")),
    SubmitCase(
      "a name without an address", options: "--base-url https://nowhere.invalid --timeout 3",
      status: 3, posts: 0, again("could not resolve nowhere.invalid; nothing was sent")),
    SubmitCase(
      "TLS to a plain port", options: "--base-url ${BASE_URL/http/https}", status: 3, posts: 0,
      ["the TLS connection failed (…"]),
  ]

  // MARK: Unknown outcomes

  private static func open(_ sentence: String) -> [String] {
    [
      "checking whether the sink exists …", "the request was sent, but \(sentence)",
      "no sink my_sink in the account: it was probably not created, but may still appear…",
    ]
  }

  private static let unknown = [
    SubmitCase("closed before the answer", "answer", "", status: 3, open("the connection failed…")),
    SubmitCase(
      "closed in the answer", "answer", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"succ",
      status: 3, open("the connection failed…")),
    SubmitCase("reset", "reset", status: 3, open("the connection failed…")),
    SubmitCase(
      "no HTTP", "answer", "220 mail.example.test ready\r\n", status: 3,
      open("the server's response is not valid HTTP…")),
    SubmitCase(
      "64 MiB", "flood", status: 3,
      open("the response exceeded 1048576 bytes; the sink may exist")),
    SubmitCase(
      "a page of a proxy", "answer", http(200, "<html>Sign in", "Content-Type: text/html\r\n"),
      status: 3, open("the response (HTTP 200) is an HTML page, not JSON; the sink may exist")),
    SubmitCase(
      "empty", "answer", http(200, ""), status: 3,
      open("the response (HTTP 200) is empty; the sink may exist")),
    SubmitCase(
      "500", "answer", http(500, refusal(1, "oops")), status: 3,
      open("the API failed: oops [code 1] (HTTP 500); the sink may exist")),
    SubmitCase(
      "502", "answer", http(502, "<html>Bad gateway"), status: 3,
      open("the API failed (HTTP 502); the sink may exist")),
    SubmitCase(
      "never answered", "stall", options: "--timeout 2", status: 3,
      open("no response arrived within 2 s; the sink may exist")),
  ]
}
