import CloudflareAPI
import Glibc
import SinkSpec
import Synchronization
import Testing

@testable import CloudflareLive

struct LiveTests {
  static let secrets = ["planted-token", "planted-access-key", "planted-secret-key"]

  static let body = """
    {"name":"my_sink","type":"r2","config":{"bucket":"logs","credentials":\
    {"access_key_id":"planted-access-key","secret_access_key":"planted-secret-key"}}}
    """

  /// Returns a live client that does not wait between retries.
  static func client(
    _ base: String, timeout: Int = 2, policy: RetryPolicy = RetryPolicy(confirmationTime: 0),
    trust: Trust = Trust(environment: [:])
  ) throws -> CloudflareClient {
    let live = CloudflareClient.live(
      base: try BaseURL(base), credentials: .token("planted-token"), trust: trust,
      userAgent: "sinkwizard/test", timeout: timeout)
    return CloudflareClient(
      credentials: .token("planted-token"), policy: policy, send: { await live.send($0) },
      sendToStorage: { await live.sendToStorage($0) }, sleep: { _ in }, now: live.now)
  }

  static func submit(with client: CloudflareClient) async throws -> Submission {
    await client.submit(
      try #require(SinkRequest(account: "acc", body: Array(body.utf8))))
  }

  static func expect(_ text: String, _ pattern: String) {
    if pattern.hasSuffix("…") {
      #expect(text.hasPrefix(pattern.dropLast()), "\(text)")
    } else {
      #expect(text == pattern)
    }
  }

  @Test(arguments: LiveCase.all)
  func `reports every failure and does not retry what may be stored`(
    _ row: LiveCase
  ) async throws {
    let server = RawServer(row.behaviour)
    defer { server.stop() }
    let submission = try await Self.submit(
      with: try Self.client("http://127.0.0.1:\(server.port)/client/v4"))
    Self.expect(submission.outcome.sentence, row.sentence)
    #expect(server.posts == row.posts)
    #expect(server.connections == 1 + row.posts + (row.asks ? 1 : 0))
    #expect((submission.lookup != nil) == row.asks)
    for secret in Self.secrets { #expect(!"\(submission)".contains(secret)) }
  }

  @Test func `sends identification and no cookies`() async throws {
    let cookie = LiveCase.http(200, LiveCase.created, ["Set-Cookie: a=b; Path=/"])
    let server = RawServer(.answer(cookie))
    defer { server.stop() }
    let client = try Self.client("http://127.0.0.1:\(server.port)/client/v4")
    for _ in 0..<2 { _ = try await Self.submit(with: client) }
    for head in server.heads where !head.hasPrefix("GET ") {
      #expect(head.hasPrefix("POST /client/v4/accounts/acc/pipelines/v1/sinks HTTP/1.1\r\n"))
      #expect(head.contains("\r\nAuthorization: Bearer planted-token\r\n"))
      #expect(head.contains("\r\nUser-Agent: sinkwizard/test\r\n"))
      #expect(head.contains("\r\nContent-Type: application/json\r\n"))
      #expect(head.contains("\r\nContent-Length: \(Self.body.utf8.count)\r\n"))
      #expect(!head.lowercased().contains("cookie"))
    }
    #expect(server.posts == 2)
  }

  @Test func `stops reading an oversized response`() async throws {
    let server = RawServer(.flood(64 << 20))
    defer { server.stop() }
    _ = try await Self.submit(with: try Self.client("http://127.0.0.1:\(server.port)"))
    #expect(server.flooded < 32 << 20)
  }

  // MARK: Unreachable servers

  @Test func `reports a refused connection`() async throws {
    let (listener, port) = RawServer.listen(backlog: 1)
    close(listener)
    let submission = try await Self.submit(with: try Self.client("http://127.0.0.1:\(port)"))
    #expect(submission.sentences == ["the connection to 127.0.0.1 was refused; nothing was sent"])
  }

  @Test func `reports a name that does not resolve`() async throws {
    let submission = try await Self.submit(
      with: try Self.client("https://does-not-exist.invalid", timeout: 20))
    #expect(
      submission.sentences == [
        "could not resolve does-not-exist.invalid; nothing was sent"
      ])
  }

  @Test func `reports a failed TLS handshake`() async throws {
    let server = RawServer(.answer(LiveCase.http(200, LiveCase.created)))
    defer { server.stop() }
    // The server reads the TLS handshake as an endless request, so the connection times out.
    let submission = try await Self.submit(
      with: try Self.client(
        "https://127.0.0.1:\(server.port)", policy: RetryPolicy(maximumRetries: 0)))
    guard case .notReached = submission.outcome else {
      Issue.record("\(submission.outcome)")
      return
    }
    #expect(server.posts == 0)
    #expect(submission.lookup == nil)
  }

  @Test func `times out while connecting`() async throws {
    let (listener, port) = RawServer.listen(backlog: 0)
    defer { close(listener) }
    // With a full backlog, the next connection is neither accepted nor refused.
    let waiting = (0..<4).map { _ in RawServer.connect(to: port) }
    defer { waiting.forEach { close($0) } }
    let submission = try await Self.submit(
      with: try Self.client("http://127.0.0.1:\(port)", policy: RetryPolicy(maximumRetries: 0)))
    #expect(submission.sentences == ["no response arrived within 2 s; nothing was sent"])
  }

  @Test(arguments: ["192.0.2.1", "[2001:db8::1]"])
  func `sends plain http to loopback addresses only`(host: String) async throws {
    let exchange = CurlTransfer(
      url: "http://\(host)/client/v4", host: host, method: "POST", headers: [],
      body: Array(Self.body.utf8), trust: Trust(environment: [:]), timeout: 2, isLoopback: true)
    let failure = TransportFailure(.notLoopback(host: host), mayHaveArrived: false)
    #expect(await exchange.perform() == .failure(failure))
    #expect(!failure.isRetryable)
  }

  @Test(arguments: [RawServer.Behaviour.closeAtOnce, .closeAfterHeaders])
  func `handles a connection closed before the request is read`(_ behaviour: RawServer.Behaviour)
    async throws
  {
    let server = RawServer(behaviour)
    defer { server.stop() }
    let submission = try await Self.submit(
      with: try Self.client(
        "http://127.0.0.1:\(server.port)", policy: RetryPolicy(maximumRetries: 1)))
    // Whether the body was sent is a race; in either case no complete request arrives.
    switch submission.outcome {
    case .notReached(let failure): #expect(!failure.mayHaveArrived)
    case .unknown: #expect(submission.lookup != nil)
    case .created, .createdEarlier, .unsettled, .refused: Issue.record("\(submission.outcome)")
    }
    #expect(server.posts == 0)
  }

  // MARK: Cancellation

  @Test func `cancelling ends a request without a retry`() async throws {
    let server = RawServer(.stall)
    defer { server.stop() }
    let client = try Self.client("http://127.0.0.1:\(server.port)", timeout: 600)
    let submitting = Task { try await Self.submit(with: client) }
    while server.posts == 0 { await Task.yield() }
    submitting.cancel()
    let submission = try await submitting.value
    #expect(submission.outcome == .unknown(.noAnswer(.cancelled)))
    #expect(submission.lookup == nil)
    #expect(server.posts == 1)
  }

  @Test func `does not send a request cancelled before it starts`() async throws {
    let server = RawServer(.stall)
    defer { server.stop() }
    let client = try Self.client("http://127.0.0.1:\(server.port)")
    let submission = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Self.submit(with: client)
    }.value
    #expect(submission.sentences == ["the request was cancelled; nothing was sent"])
    #expect(server.connections == 0)
  }
}
