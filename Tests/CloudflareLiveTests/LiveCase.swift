import CloudflareAPI
import Testing

/// A server's behaviour and the expected outcome.
struct LiveCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let behaviour: RawServer.Behaviour
  /// The sentence of the outcome; a final `…` matches any message of libcurl.
  let sentence: String
  /// The number of complete create requests that arrive.
  var posts = 1
  /// Whether the client looks the sink up afterwards.
  var asks = false

  init(
    _ name: String, _ behaviour: RawServer.Behaviour, _ sentence: String, posts: Int = 1,
    asks: Bool = false
  ) {
    testDescription = name
    self.behaviour = behaviour
    self.sentence = sentence
    self.posts = posts
    self.asks = asks
  }

  /// Returns an HTTP response with a content length.
  static func http(_ status: Int, _ body: String, _ headers: [String] = []) -> String {
    let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  static func refused(_ code: Int, _ message: String) -> String {
    "{\"success\":false,\"errors\":[{\"code\":\(code),\"message\":\"\(message)\"}]}"
  }

  static let created = """
    {"success":true,"errors":[],"messages":[],"result":{"id":"s1","name":"my_sink","type":"r2",\
    "created_at":"2026-01-01T00:00:00Z","modified_at":"2026-01-01T00:00:00Z"}}
    """

  private static let sent = "the request was sent, but "
  private static let open = "; the sink may exist"

  static let all: [LiveCase] = answers + refusals + troubles

  /// Returns a chunked HTTP response with trailers.
  private static func trailed(_ status: Int, _ body: String) -> String {
    "HTTP/1.1 \(status) X\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
      + "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n"
  }

  private static let answers: [LiveCase] = [
    LiveCase(
      "trailers", .answer(trailed(200, created)), "created sink my_sink (ID s1)"),
    LiveCase(
      "trailers after early hints",
      .answer("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + trailed(200, created)),
      "created sink my_sink (ID s1)"),
    LiveCase(
      "trailers after 403", .answer(trailed(403, refused(100, "Forbidden"))),
      "the API rejected the request: Forbidden [code 100] (HTTP 403)"),
    LiveCase(
      "trailers after 429", .answer(trailed(429, "x")),
      "the API returned HTTP 429 without an explanation", posts: 4),
    LiveCase(
      "created", .answer(http(200, created)), "created sink my_sink (ID s1)"),
    LiveCase(
      "a byte at a time", .bytewise(http(200, created)),
      "created sink my_sink (ID s1)"),
    LiveCase(
      "without a length", .answer("HTTP/1.1 200 OK\r\n\r\n\(created)"),
      "created sink my_sink (ID s1)"),
    LiveCase(
      "early hints",
      .answer("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + http(200, created)),
      "created sink my_sink (ID s1)"),
    LiveCase(
      "empty", .answer(http(200, "")), sent + "the response (HTTP 200) is empty" + open,
      asks: true),
    LiveCase(
      "an HTML page of a proxy", .answer(http(200, "<html>Sign in", ["Content-Type: text/html"])),
      sent + "the response (HTTP 200) is an HTML page, not JSON" + open, asks: true),
    LiveCase(
      "success:false with 200", .answer(http(200, refused(7, "no"))),
      "the API rejected the request: no [code 7] (HTTP 200)"),
    LiveCase(
      "500", .answer(http(500, refused(1, "oops"))),
      sent + "the API failed: oops [code 1] (HTTP 500)" + open, asks: true),
    LiveCase(
      "502", .answer(http(502, "<html>Bad gateway")), sent + "the API failed (HTTP 502)" + open,
      asks: true),
  ]

  private static let refusals: [LiveCase] = [
    LiveCase(
      "401", .answer(http(401, refused(10000, "Authentication error"))),
      "the API rejected the request: Authentication error [code 10000] (HTTP 401)"),
    LiveCase(
      "401 with Basic authentication",
      .answer(http(401, refused(1, "who?"), ["WWW-Authenticate: Basic realm=\"x\""])),
      "the API rejected the request: who? [code 1] (HTTP 401)"),
    LiveCase(
      "401 with an unknown authentication scheme",
      .answer(http(401, refused(1, "who?"), ["WWW-Authenticate: Bearer"])),
      "the API rejected the request: who? [code 1] (HTTP 401)"),
    LiveCase(
      "403", .answer(http(403, refused(100, "Forbidden"), ["cf-ray: 8f-AMS"])),
      "the API rejected the request: Forbidden [code 100] (HTTP 403, Ray ID 8f-AMS)"),
    LiveCase(
      "404", .answer(http(404, "")), "the API returned HTTP 404 without an explanation"),
    LiveCase(
      "409", .answer(http(409, refused(1003, "taken"))),
      "the API rejected the request: taken [code 1003] (HTTP 409)"),
    LiveCase(
      "413", .answer(http(413, "<html>")), "the API returned HTTP 413 without an explanation"),
    LiveCase(
      "422", .answer(http(422, refused(1, "not ready"))),
      "the API rejected the request: not ready [code 1] (HTTP 422)"),
    LiveCase(
      "429", .answer(http(429, "")), "the API returned HTTP 429 without an explanation",
      posts: 4),
    LiveCase(
      "429 with a short delay", .answer(http(429, "", ["Retry-After: 1"])),
      "the API returned HTTP 429 without an explanation", posts: 4),
    LiveCase(
      "429 with a long delay", .answer(http(429, "", ["Retry-After: 300"])),
      "the API returned HTTP 429 without an explanation"),
    LiveCase(
      "a redirect", .answer(http(302, "", ["Location: /elsewhere"])),
      "the server answered with a redirect (HTTP 302), which is not followed"),
    LiveCase(
      "a redirect that keeps the body",
      .answer(http(307, "moved", ["Location: http://127.0.0.1:1/"])),
      "the server answered with a redirect (HTTP 307), which is not followed"),
    LiveCase(
      "control characters", .answer(http(400, refused(1, "\\u001b[31mred\\u0000"))),
      "the API rejected the request: \u{1B}[31mred\0 [code 1] (HTTP 400)"),
  ]

  private static let troubles: [LiveCase] = [
    LiveCase(
      "closed before the response", .answer(""), sent + "the connection failed (…", asks: true),
    LiveCase(
      "closed in the headers", .answer("HTTP/1.1 200 OK\r\nContent-Le"),
      sent + "the connection failed (it was closed in the middle of the headers)" + open,
      asks: true),
    LiveCase(
      "closed in the response", .answer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"succ"),
      sent + "the connection failed (…", asks: true),
    LiveCase(
      "closed in a chunk",
      .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"succ"),
      sent + "the connection failed (…", asks: true),
    LiveCase("reset", .reset, sent + "the connection failed (…", asks: true),
    LiveCase(
      "not HTTP", .answer("220 mail.example.test ready\r\n"),
      sent + "the server's response is not valid HTTP (…", asks: true),
    LiveCase(
      "64 MiB", .flood(64 << 20), sent + "the response exceeded 1048576 bytes" + open,
      asks: true),
    LiveCase("no response", .stall, sent + "no response arrived within 2 s" + open, asks: true),
    LiveCase(
      "an endless slow response", .drip, sent + "no response arrived within 2 s" + open, asks: true),
  ]
}
