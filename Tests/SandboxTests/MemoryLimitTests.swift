import CloudflareAPI
import SinkSpec
import Testing

@testable import Sandbox

/// Tests that the total size of the sandbox's sinks is limited across all accounts.
struct MemoryLimitTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

  /// Sends a request, and returns the response's status and body.
  private static func send(
    _ method: String, _ path: String..., body: String = "", to api: inout SandboxAPI
  ) throws -> (status: Int, body: String) {
    struct NoResponse: Error {}
    let request = HTTPRequest(
      method: method, segments: ["client", "v4", "accounts"] + path, query: [],
      headers: [Header("Authorization", "Bearer t")], body: Array(body.utf8))
    guard case .answer(let response) = api.react(to: SandboxRequest(request), at: now) else {
      throw NoResponse()
    }
    return (response.status, String(decoding: response.body, as: UTF8.self))
  }

  private static func create(
    _ name: String, in account: String, at api: inout SandboxAPI
  ) throws -> (status: Int, body: String) {
    let path = String(repeating: "p", count: 500)
    let body = """
      {"name":"\(name)","type":"r2","config":{"account_id":"\(account)","bucket":"logs","path":"\(path)",\
      "credentials":{"access_key_id":"a","secret_access_key":"b"}},"format":{"type":"json"}}
      """
    return try send("POST", account, "pipelines", "v1", "sinks", body: body, to: &api)
  }

  @Test func `holds 32 MiB of sinks`() { #expect(SandboxAPI.memoryLimit == 33_554_432) }

  @Test func `refuses sinks above the limit, whatever their account`() throws {
    var api = SandboxAPI(memoryLimit: 8_000)
    var statuses: [Int] = []
    for number in 0..<30 {
      statuses.append(try Self.create("s\(number)", in: "account\(number)", at: &api).status)
    }
    let stored = statuses.prefix { $0 == 200 }.count
    #expect((8...15).contains(stored), "\(statuses)")
    #expect(statuses.dropFirst(stored).allSatisfy { $0 == 507 }, "\(statuses)")
    #expect(try Self.create("last", in: "a", at: &api).body.contains("The sandbox is full"))
  }

  @Test func `accepts another sink after one was deleted`() throws {
    var api = SandboxAPI(memoryLimit: 1_000)
    let first = try Self.create("first", in: "a", at: &api)
    #expect(first.status == 200)
    #expect(try Self.create("second", in: "b", at: &api).status == 507)
    let text = first.body
    let start = try #require(text.firstRange(of: "\"id\":\"")).upperBound
    let id = String(text[start...].prefix(32))
    #expect(try Self.send("DELETE", "a", "pipelines", "v1", "sinks", id, to: &api).status == 200)
    #expect(try Self.create("second", in: "b", at: &api).status == 200)
  }
}
