import SinkSpec
import Testing

struct BaseURLTests {
  @Test(arguments: [
    ("https://api.cloudflare.com/client/v4", "https://api.cloudflare.com/client/v4"),
    ("https://api.cloudflare.com/client/v4//", "https://api.cloudflare.com/client/v4"),
    ("HTTPS://API.example.test:8443", "https://API.example.test:8443"),
    ("http://localhost:8787/client/v4/", "http://localhost:8787/client/v4"),
    ("http://127.0.0.1", "http://127.0.0.1"),
    ("http://127.255.3.4:1", "http://127.255.3.4:1"),
    ("http://[::1]:65535/x", "http://[::1]:65535/x"),
    ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
  ])
  func `accepts valid URLs`(_ text: String, _ expected: String) throws {
    #expect(try BaseURL(text).text == expected)
  }

  @Test(arguments: [
    ("", BaseURLProblem.Fault.scheme), ("api.cloudflare.com", .scheme), ("ftp://x", .scheme),
    ("https:/x", .scheme), ("https://", .host), ("https:///x", .host), ("https://:80", .host),
    ("https://[::1", .host), ("https://[]", .host), ("https://[x]", .host), ("https://a,b", .host),
    ("https://x:", .port), ("https://x:0", .port), ("https://x:65536", .port),
    ("https://x:+80", .port), ("https://x:8x", .port), ("https://[::1]80", .port),
    ("https://user@x", .userInfo), ("https://user:planted@x/y", .userInfo),
    ("https://x/y?z", .query), ("https://x?z", .query), ("https://x/#z", .fragment),
    ("https://x y", .disallowedCharacter), (" https://x", .disallowedCharacter),
    ("https://x\n", .disallowedCharacter),
    ("https://x/é", .disallowedCharacter), ("https://x/\"", .disallowedCharacter),
    ("https://x\\y", .disallowedCharacter),
    ("https://x/{y}", .disallowedCharacter), ("http://api.cloudflare.com/client/v4", .plain),
    ("http://127.0.0.1.example.test", .plain), ("http://127.1", .plain),
    ("http://0127.0.0.1", .plain), ("http://127.0.0.01", .plain), ("http://127.0.0.256", .plain),
    ("http://localhost.example.test", .plain), ("http://[::2]", .plain), ("http://0.0.0.0", .plain),
  ])
  func `rejects invalid URLs`(_ text: String, _ fault: BaseURLProblem.Fault) {
    let problem = #expect(throws: BaseURLProblem.self) { try BaseURL(text) }
    #expect(problem?.fault == fault)
    #expect(problem?.sentence.hasPrefix("--base-url ") == true)
    #expect(problem?.sentence.contains("planted") == false)
  }

  @Test func `prefers the option, then the environment, then the default`() throws {
    let environment = [
      "CLOUDFLARE_API_BASE_URL": "https://first.test", "CLOUDFLARE_BASE_URL": "https://second.test",
    ]
    func chosen(_ option: String?, _ environment: [String: String]) throws -> String {
      try BaseURL.chosen(option: option, environment: environment).text
    }
    #expect(try chosen("https://option.test", environment) == "https://option.test")
    #expect(try chosen(nil, environment) == "https://first.test")
    #expect(
      try chosen(nil, environment.merging(["CLOUDFLARE_API_BASE_URL": ""]) { $1 })
        == "https://second.test")
    #expect(try chosen(nil, [:]) == "https://api.cloudflare.com/client/v4")
    let problem = #expect(throws: BaseURLProblem.self) {
      try chosen(nil, ["CLOUDFLARE_BASE_URL": "nothing"])
    }
    #expect(problem?.source == .sdkVariable)
  }

  @Test(
    arguments: [
      ("https://api.example/client/v4//", "api.example", "/client/v4"),
      ("http://127.0.0.1:8080", "127.0.0.1:8080", ""), ("http://[::1]:80/x", "[::1]:80", "/x"),
    ] as [(String, String, String)])
  func `separates authority and path`(_ text: String, authority: String, path: String) throws {
    let base = try BaseURL(text)
    #expect(base.authority == authority)
    #expect(base.path == path)
  }

  @Test(arguments: [
    ("https://api.cloudflare.com/client/v4", "api.cloudflare.com"),
    ("https://API.Cloudflare.com/client/v4/", "api.cloudflare.com"),
    ("http://127.0.0.1:8080/client/v4", "127.0.0.1:8080"),
    ("https://gateway.example/staging/client/v4", "gateway.example/staging/client/v4"),
    ("https://sandbox/client/v4", "https://sandbox"),
  ])
  func `identifies the API of a base URL`(_ text: String, _ endpoint: String) throws {
    #expect(try BaseURL(text).endpoint == endpoint)
  }

  @Test(arguments: [
    ("api.example", "api.example", true), ("api.example", "sandbox", false),
    ("sandbox", "api.example", false), ("", "api.example", true), ("", "sandbox", false),
  ])
  func `matches requests to endpoints`(_ sent: String, _ endpoint: String, _ isSent: Bool) {
    let request = UnconfirmedRequest(
      endpoint: sent, account: "a", name: "x", type: nil, bucket: nil,
      sentAt: Timestamp(secondsSinceEpoch: 0))
    #expect(request.isSent(to: endpoint) == isSent)
  }
}
