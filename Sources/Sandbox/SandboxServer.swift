import CloudflareAPI
import FlyingFox
import FlyingSocks
import FoundationEssentials
import Glibc
package import SinkSpec

/// A stand-in for the API on loopback, in which sinks can be created without an account.
package enum SandboxServer {
  /// The most bytes of a request that are taken.
  private static let lengthLimit = 1 << 20

  /// Serves until the task is cancelled; what was stored is forgotten then.
  ///
  /// - Parameters:
  ///   - port: where on 127.0.0.1; 0 picks a free one.
  ///   - failing: how creating a sink goes wrong; nil for not at all.
  ///   - onReady: is told where the API is, once it can be asked.
  /// - Throws: ``SandboxProblem`` when the port cannot be had.
  package static func run(
    port: UInt16 = 0, failing: FailureMode? = nil,
    onReady: @escaping @Sendable (BaseURL) async -> Void
  ) async throws {
    let state = SandboxState(SandboxAPI(failing: failing))
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: stallLimit,
      logger: .disabled, handler: ClosureHTTPHandler { await respond(to: $0, state) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch  where !Task.isCancelled {
          throw SandboxProblem(port: port, reason: "\(error)")
        } catch {}
      }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        await onReady(try BaseURL("http://127.0.0.1:\(port)/client/v4"))
      }
      do {
        while try await group.next() != nil {}
      } catch  where Task.isCancelled {}
    }
  }

  /// How long a request that is never answered is held, in seconds.
  private static let stallLimit = 86_400.0

  private static func respond(to request: HTTPRequest, _ state: SandboxState) async -> HTTPResponse
  {
    guard let body = try? await body(of: request) else {
      return HTTPResponse(
        Envelope.failure(413, [APIError(message: "The request has more than \(lengthLimit) bytes")])
      )
    }
    let now = Date.now.timeIntervalSince1970
    let time = Timestamp(
      secondsSinceEpoch: Int64(now), nanoseconds: Int(now.truncatingRemainder(dividingBy: 1) * 1e9))
    switch await state.react(to: SandboxRequest(request, body: body), at: time) {
    case .answer(let answer): return HTTPResponse(answer)
    case .close: return HTTPResponse(webSocket: Dropping())
    case .stall:
      try? await Task.sleep(for: .seconds(stallLimit))
      return HTTPResponse(webSocket: Dropping())
    }
  }

  /// The whole body; nil when it is too long, though all of it is taken from the connection.
  private static func body(of request: HTTPRequest) async throws -> [UInt8]? {
    var body: [UInt8] = []
    var isTooLong = false
    for try await chunk in request.bodySequence {
      isTooLong = isTooLong || body.count + chunk.count > lengthLimit
      if !isTooLong { body += chunk }
    }
    return isTooLong ? nil : body
  }
}

/// The one sandbox that the connections of a server share.
private actor SandboxState {
  private var api: SandboxAPI

  init(_ api: SandboxAPI) { self.api = api }

  func react(to request: SandboxRequest, at now: Timestamp) -> SandboxAPI.Reaction {
    api.react(to: request, at: now)
  }
}

/// Closes the connection without a byte: a hand-over that fails is the server's one way to do so.
private struct Dropping: WSHandler {
  struct Dropped: Error {}

  func makeFrames(
    for client: AsyncThrowingStream<WSFrame, any Error>
  ) async throws -> AsyncStream<WSFrame> {
    throw Dropped()
  }
}

extension SandboxRequest {
  fileprivate init(_ request: HTTPRequest, body: [UInt8]) {
    let segments = request.target.path(percentEncoded: false)
      .split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    method = APIRequest.Method(rawValue: request.method.rawValue)
    route = segments.starts(with: ["client", "v4"]) ? Route(Array(segments.dropFirst(2))) : nil
    query = Dictionary(
      request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    headers = request.headers.map { Header($0.key.rawValue, $0.value) }
    self.body = body
  }
}

extension HTTPResponse {
  fileprivate init(_ answer: Answer) {
    var headers = HTTPHeaders()
    for header in answer.headers { headers[HTTPHeader(header.name)] = header.value }
    self.init(
      statusCode: HTTPStatusCode(answer.status, phrase: "Sandbox"), headers: headers,
      body: Data(answer.body))
  }
}
