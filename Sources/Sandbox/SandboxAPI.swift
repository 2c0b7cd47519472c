import CloudflareAPI
import SinkSpec

/// The sandbox's in-memory state and request handling, independent of the network.
struct SandboxAPI: Sendable {
  /// The documented maximum number of sinks per account.
  static let sinkLimit = 20

  private var sinks: [String: [StoredSink]] = [:]
  private let failing: FailureMode?

  init(failing: FailureMode? = nil) { self.failing = failing }

  /// The reaction to a request.
  enum Reaction: Sendable {
    case answer(HTTPResponse)
    /// Close the connection without a response.
    case close
    /// Never respond.
    case stall
  }

  /// Handles a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - now: The creation time of a new sink.
  /// - Returns: The reaction.
  mutating func react(to request: SandboxRequest, at now: Timestamp) -> Reaction {
    guard request.hasCredentials else {
      return .answer(
        Envelope.failure(403, [APIError(code: 10000, message: "Authentication error")]))
    }
    guard request.method == .post, case .sinks(let account)? = request.route else {
      return .answer(answer(request))
    }
    switch failing {
    case nil: return .answer(create(request.body, account, at: now))
    case .refuse:
      let error = APIError(
        code: 1012, message: "The sink's configuration was rejected (simulated by --fail refuse)",
        source: "/config/bucket")
      return .answer(Envelope.failure(400, [error]))
    case .throttle:
      return .answer(
        Envelope.failure(
          429, [APIError(code: 971, message: "Too many requests (simulated by --fail throttle)")],
          headers: [Header("Retry-After", "2")]))
    case .fail:
      return .answer(Envelope.failure(500, [APIError(message: "Internal Server Error")]))
    case .dropBefore: return .close
    case .dropAfter:
      _ = create(request.body, account, at: now)
      return .close
    case .stall: return .stall
    case .nonsense:
      return .answer(
        HTTPResponse(
          status: 200, headers: [Header("Content-Type", "text/html")],
          body: Array("<html><title>Welcome</title>Sign in to the network</html>".utf8)))
    }
  }

  private mutating func answer(_ request: SandboxRequest) -> HTTPResponse {
    switch (request.method, request.route) {
    case (.get, .sinks(let account)): list(request, account)
    case (.get, .sink(let id, let account)):
      sinks[account]?.first { $0.id == id }.map { Envelope.success($0.json) } ?? Self.noSuchSink
    case (.delete, .sink(let id, let account)): delete(id, account)
    case (.get, .buckets): buckets(request)
    case (.get, .bucket(let name)):
      Self.isMissing(name) ? Self.noSuchBucket : Envelope.success(Self.bucket(name))
    case (.get, .tokenStatus):
      Envelope.success("{\"id\":\"\(String(repeating: "0", count: 32))\",\"status\":\"active\"}")
    default: Envelope.failure(404, [APIError(code: 7003, message: "No route to this URL")])
    }
  }

  // MARK: Sinks

  private mutating func create(_ body: [UInt8], _ account: String, at now: Timestamp)
    -> HTTPResponse
  {
    func refused(_ error: APIError, _ status: Int = 400) -> HTTPResponse {
      Envelope.failure(status, [error])
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: body)
    } catch {
      return refused(APIError(code: 1012, message: "The body is not JSON: \(error.message)"))
    }
    let errors = Validator.issues(of: document, account: account).filter { $0.severity == .error }
    guard errors.isEmpty else {
      return Envelope.failure(
        400,
        errors.map { issue in
          APIError(
            code: 1012, message: "\(issue.pointer) \(issue.message)", source: issue.pointer.text)
        })
    }
    guard let name = document.value(at: "/name").flatMap({ document.string($0) }) else {
      return refused(APIError(code: 1012, message: "/name is missing", source: "/name"))
    }
    let bucket = document.value(at: "/config/bucket").flatMap { document.string($0) } ?? ""
    if Self.isMissing(bucket) { return Self.noSuchBucket }
    let others = sinks[account, default: []]
    if others.contains(where: { $0.name == name }) {
      return refused(
        APIError(code: 1003, message: "A sink with this name already exists", source: "/name"), 409)
    }
    guard others.count < Self.sinkLimit else {
      return refused(
        APIError(
          code: 1012, message: "The account has reached the limit of \(Self.sinkLimit) sinks"))
    }
    let sink = StoredSink(document, name: name, id: Self.newID(), createdAt: now)
    sinks[account] = others + [sink]
    return Envelope.success(sink.json)
  }

  private func list(_ request: SandboxRequest, _ account: String) -> HTTPResponse {
    let filter = request.query["name"]?.lowercased() ?? ""
    let matching = sinks[account, default: []].filter {
      filter.isEmpty || $0.name.lowercased().contains(filter)
    }
    let perPage = request.number("per_page", in: 1...100) ?? 20
    let page = request.number("page", in: 1...1_000_000) ?? 1
    let shown = matching.dropFirst((page - 1) * perPage).prefix(perPage)
    return Envelope.success(
      "[" + shown.map(\.json).joined(separator: ",") + "]",
      info: "{\"count\":\(shown.count),\"page\":\(page),\"per_page\":\(perPage),"
        + "\"total_count\":\(matching.count)}")
  }

  private mutating func delete(_ id: String, _ account: String) -> HTTPResponse {
    guard let index = sinks[account]?.firstIndex(where: { $0.id == id }) else {
      return Self.noSuchSink
    }
    sinks[account]?.remove(at: index)
    return Envelope.success("null")
  }

  private static func newID() -> String {
    (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
  }

  private static let noSuchSink = Envelope.failure(
    404, [APIError(code: 1015, message: "Sink does not exist")])

  // MARK: Buckets

  /// Returns whether a bucket is missing: all exist, except those with the prefix `missing`.
  private static func isMissing(_ bucket: String) -> Bool { bucket.hasPrefix("missing") }

  private static let noSuchBucket = Envelope.failure(
    404,
    [
      APIError(
        code: 10006, message: "The specified bucket does not exist", source: "/config/bucket")
    ])

  private static func bucket(_ name: String) -> String {
    "{\"name\":\(JSONText.string(name)),\"creation_date\":\"2026-01-31T12:00:00.000Z\"}"
  }

  private func buckets(_ request: SandboxRequest) -> HTTPResponse {
    let filter = request.query["name_contains"] ?? ""
    let shown = ["analytics", "events", "logs", "my-bucket"].filter {
      filter.isEmpty || $0.contains(filter)
    }
    return Envelope.success(
      "{\"buckets\":[" + shown.map(Self.bucket).joined(separator: ",") + "]}",
      info: "{\"cursor\":\"\",\"per_page\":1000}")
  }
}
