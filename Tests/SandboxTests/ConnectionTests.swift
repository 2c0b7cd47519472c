import CloudflareAPI
import SinkSpec
import Testing

@testable import Sandbox

struct ConnectionTests {
  static let verify = "/client/v4/user/tokens/verify"
  static let asking = "GET \(verify) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer t\r\n\r\n"

  static func create(_ body: String, _ headers: String = "") -> String {
    "POST /client/v4/accounts/a/pipelines/v1/sinks HTTP/1.1\r\nHost: 127.0.0.1\r\n"
      + "Authorization: Bearer t\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test func `accepts a request that arrives byte by byte`() async throws {
    try await RunningSandbox.use { base in
      let answer = try await RawClient.use(base) { client in
        for byte in Self.create("{").utf8 { client.send([byte]) }
        return try client.rest()
      }
      #expect(answer.hasPrefix("HTTP/1.1 400 ") && answer.contains("is not JSON"))
      #expect(answer.contains("\r\nConnection: close\r\n"))
    }
  }

  @Test(arguments: [
    ("nonsense\r\n\r\n", 400),
    ("GET \(verify) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 403),
    ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
    ("GET /client/v4/none HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer t\r\n\r\n", 404),
  ])
  func `rejects invalid requests as the API does`(
    _ text: String, _ status: Int
  ) async throws {
    try await RunningSandbox.use { base in
      let answer = try await RawClient.use(base) { client in
        client.send(text)
        return try client.rest()
      }
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      let body = try #require(answer.split(separator: "\r\n\r\n").last)
      let document = try JSONDocument(parsing: Array(body.utf8))
      #expect(document.value(at: "/errors/0/message").flatMap { document.string($0) } != nil)
    }
  }

  @Test func `rejects an oversized body without losing the response`() async throws {
    try await RunningSandbox.use { base in
      let answer = try await RawClient.use(base) { client in
        client.send(Self.create(String(repeating: " ", count: 8 << 20)))
        return try client.rest()
      }
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test func `answers Expect with 100 Continue`() async throws {
    try await RunningSandbox.use { base in
      let (word, answer) = try await RawClient.use(base) { client in
        let text = Self.create("{", "Expect: 100-continue\r\n")
        client.send(String(text.dropLast()))
        let word = try client.receive()
        client.send("{")
        return (word, try client.rest())
      }
      #expect(word == "HTTP/1.1 100 Continue\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test func `answers HEAD without a body`() async throws {
    try await RunningSandbox.use { base in
      let answer = try await RawClient.use(base) { client in
        client.send("HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        return try client.rest()
      }
      #expect(answer.hasPrefix("HTTP/1.1 403 ") && answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func `times out silent and slow clients`() async throws {
    try await RunningSandbox.use(timeout: .milliseconds(50)) { base in
      for text in ["", "GET / HTTP", String(Self.create("{").dropLast())] {
        let answer = try await RawClient.use(base) { client in
          client.send(text)
          return try client.rest()
        }
        #expect(answer.hasPrefix("HTTP/1.1 408 "))
      }
    }
  }

  @Test func `clients that disconnect do not block others`() async throws {
    try await RunningSandbox.use(failing: [SimulatedFailure(.stall)]) { base in
      for text in ["", "GET / HT", String(Self.create("{").dropLast()), Self.create("{")] {
        for _ in 1...SandboxServer.connectionLimit {
          try await RawClient.use(base) { client in client.send(text) }
        }
      }
      for _ in 1...SandboxServer.connectionLimit {
        try await RawClient.use(base) { client in client.send(Self.asking) }
      }
      #expect(try await RunningSandbox.client(base).tokenStatus(account: nil).isActive)
    }
  }

  @Test(arguments: [
    ("evil.example", 421), ("127.0.0.1.evil.example:80", 421), ("[::2]", 421), ("", 421),
    ("localhost:1", 200), ("127.0.0.1:1", 200), ("LOCALHOST", 200), ("[::1]:8", 200),
  ])
  func `refuses a foreign Host`(_ host: String, _ status: Int) async throws {
    try await RunningSandbox.use { base in
      let answer = try await RawClient.use(base) { client in
        client.send(Self.asking.replacing("Host: 127.0.0.1", with: "Host: \(host)"))
        return try client.rest()
      }
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    }
  }

  @Test func `idle clients do not block others`() async throws {
    try await RunningSandbox.use { base in
      let silent = try (1...SandboxServer.connectionLimit).map { _ in try RawClient(base) }
      defer { for client in silent { client.close() } }
      #expect(try await RunningSandbox.client(base).tokenStatus(account: nil).isActive)
    }
  }

  @Test func `queues clients beyond the connection limit`() async throws {
    try await RunningSandbox.use(timeout: .milliseconds(200)) { base in
      let silent = try (1...SandboxServer.connectionLimit).map { _ in try RawClient(base) }
      defer { for client in silent { client.close() } }
      #expect(try await RunningSandbox.client(base).tokenStatus(account: nil).isActive)
    }
  }

  @Test func `stopping closes connections and frees the port`() async throws {
    let (ready, continuation) = AsyncStream.makeStream(of: BaseURL.self)
    let server = Task {
      try await SandboxServer.run(failing: [SimulatedFailure(.stall)]) { continuation.yield($0) }
    }
    for await base in ready.prefix(1) {
      let held = try RawClient(base)
      defer { held.close() }
      held.send(Self.create("{"))
      // By the time this is answered, the other connection has been accepted.
      #expect(try await RunningSandbox.client(base).tokenStatus(account: nil).isActive)
      server.cancel()
      try await server.value
      #expect(try held.rest().isEmpty)
      let port = try #require(base.authority.split(separator: ":").last.flatMap { UInt16($0) })
      let again = Task {
        try await SandboxServer.run(port: port) { continuation.yield($0) }
      }
      for await second in ready.prefix(1) { #expect(second == base) }
      again.cancel()
      try await again.value
    }
  }
}
