import CloudflareAPI
import CloudflareLive
import Sandbox
import SinkSpec

/// Runs a sandbox for the duration of a closure.
enum RunningSandbox {
  static func use(
    failing: [SimulatedFailure] = [], timeout: Duration = .seconds(30),
    _ body: @escaping @Sendable (BaseURL) async throws -> Void
  ) async throws {
    let (ready, continuation) = AsyncStream.makeStream(of: BaseURL.self)
    let server = Task {
      try await SandboxServer.run(failing: failing, timeout: timeout) { continuation.yield($0) }
    }
    defer { server.cancel() }
    for await base in ready.prefix(1) { try await body(base) }
    server.cancel()
    try await server.value
  }

  /// Returns a client that does not wait between retries.
  static func client(_ base: BaseURL, timeout: Int = 10) -> CloudflareClient {
    let live = CloudflareClient.live(
      base: base, credentials: .token("planted-token"), trust: Trust(environment: [:]),
      userAgent: "sinkwizard/test", timeout: timeout)
    return CloudflareClient(
      credentials: .token("planted-token"), send: { await live.send($0) }, sleep: { _ in },
      now: live.now)
  }

  /// Returns a valid request, apart from the given values.
  static func request(name: String = "my_sink", bucket: String = "logs") throws -> SinkRequest {
    struct NoRequest: Error {}
    let body = """
      {"name":\(JSONText.string(name)),"type":"r2","config":{"account_id":"acc",\
      "bucket":"\(bucket)","credentials":{"access_key_id":"planted-access-key",\
      "secret_access_key":"planted-secret-key"},"path":"a/b"},"format":{"type":"json"}}
      """
    guard let request = SinkRequest(account: "acc", body: Array(body.utf8)) else {
      throw NoRequest()
    }
    return request
  }
}
