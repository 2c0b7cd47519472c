import CloudflareAPI
import SinkSpec

/// The sandbox's in-memory state and request handling, independent of the network.
struct SandboxAPI: Sendable {
  /// The maximum size of all sinks as JSON, in bytes.
  static let memoryLimit = 32 << 20

  private var sinks: [String: [StoredSink]] = [:]
  /// The size of all sinks in bytes.
  private var size = 0
  private let failures: [SandboxEndpoint: FailureMode]
  private let memoryLimit: Int

  /// Creates an empty account store.
  ///
  /// - Parameters:
  ///   - failures: The failures to simulate; if an endpoint has several, the last one applies.
  ///   - memoryLimit: The maximum size of all sinks.
  init(failures: [SimulatedFailure] = [], memoryLimit: Int = memoryLimit) {
    self.memoryLimit = memoryLimit
    self.failures = Dictionary(
      failures.map { ($0.endpoint, $0.mode) }, uniquingKeysWith: { _, last in last })
  }

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
    guard request.hasCredentials || request.isForStorage else {
      return .answer(
        Envelope.failure(403, [APIError(code: 10000, message: "Authentication error")]))
    }
    guard let route = request.route else { return .answer(Self.noRoute) }
    let failure = failures[route.endpoint(request.method)]
    guard request.method == .post, case .sinks(let account) = route else {
      return failure?.reaction ?? .answer(answer(request, route, at: now))
    }
    switch failure {
    case nil: return .answer(create(request, account, at: now))
    case .refuse:
      let error = APIError(
        code: 1012, message: "The sink's configuration was rejected (simulated by --fail refuse)",
        source: "/config/bucket")
      return .answer(Envelope.failure(400, [error]))
    case .dropAfter:
      _ = create(request, account, at: now)
      return .close
    case let failure?: return failure.reaction
    }
  }

  private mutating func answer(
    _ request: SandboxRequest, _ route: Route, at now: Timestamp
  ) -> HTTPResponse {
    let answers = answers(to: request, at: now)
    return switch (request.method, route) {
    case (.get, .sinks(let account)): list(request, account)
    case (.get, .sink(let id, let account)):
      sinks[account]?.first { $0.id == id }.map { Envelope.success($0.json) } ?? Self.noSuchSink
    case (.delete, .sink(let id, let account)): delete(id, account)
    case (.get, .buckets): answers.buckets()
    case (.get, .bucket(let name)): answers.bucket(name)
    case (.get, .tokenStatus): answers.token()
    case (.get, .accounts): answers.accounts()
    case (.get, .streams): answers.streams()
    case (.post, .validateSQL(let account)): validateSQL(request, account)
    case (.get, .catalogs): answers.catalogs()
    case (.get, .catalog(let bucket)): answers.catalog(bucket)
    case (.get, .namespaces(let bucket)): answers.namespaces(bucket)
    case (.get, .tables(let bucket, let namespace)): answers.tables(bucket, namespace)
    case (.head, .storage(let bucket, let jurisdiction)):
      StorageAnswers.bucket(bucket, jurisdiction: jurisdiction, request)
    case (.get, .catalogConfiguration(let bucket)): StorageAnswers.configuration(bucket, request)
    default: Self.noRoute
    }
  }

  private func answers(to request: SandboxRequest, at now: Timestamp) -> AccountAnswers {
    AccountAnswers(request: request, sinks: sinks.values.flatMap { $0 }, now: now)
  }

  private static let noRoute = Envelope.failure(
    404, [APIError(code: 7003, message: "No route to this URL")])

  private func validateSQL(_ request: SandboxRequest, _ account: String) -> HTTPResponse {
    guard let document = try? JSONDocument(parsing: request.body),
      let sql = document.text(at: "/sql")
    else {
      return Envelope.failure(400, [APIError(message: "The body has no SQL", source: "/sql")])
    }
    let tables =
      sinks[account, default: []].map { ($0.name, $0.id, "sink") }
      + SampleAccount.streams.map { ($0.name, $0.id, "stream") }
    return SQLChecker(tables: tables).response(to: sql)
  }

  // MARK: Sinks

  private mutating func create(_ request: SandboxRequest, _ account: String, at now: Timestamp)
    -> HTTPResponse
  {
    func refused(_ error: APIError, _ status: Int = 400) -> HTTPResponse {
      Envelope.failure(status, [error])
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: request.body)
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
    guard let name = document.text(at: "/name") else {
      return refused(APIError(code: 1012, message: "/name is missing", source: "/name"))
    }
    let sink = StoredSink(document, name: name, id: Self.newID(), createdAt: now)
    if let refusal = destinationRefusal(of: sink, answers(to: request, at: now)) { return refusal }
    let others = sinks[account, default: []]
    if others.contains(where: { $0.name == name }) {
      return refused(
        APIError(code: 1003, message: "A sink with this name already exists", source: "/name"), 409)
    }
    guard others.count < AccountCheck.sinkLimit else {
      return refused(
        APIError(
          code: 1012,
          message: "The account has reached the limit of \(AccountCheck.sinkLimit) sinks"))
    }
    guard size + sink.json.utf8.count + account.utf8.count <= memoryLimit else {
      return refused(APIError(message: "The sandbox is full; restart it to discard its sinks"), 507)
    }
    size += sink.json.utf8.count + account.utf8.count
    sinks[account] = others + [sink]
    return Envelope.success(sink.json)
  }

  /// Returns why the sink cannot write to its destination; nil if it can.
  private func destinationRefusal(
    of sink: StoredSink, _ answers: AccountAnswers
  ) -> HTTPResponse? {
    let jurisdiction = sink.jurisdiction ?? "default"
    guard SampleAccount.bucket(sink.bucket, jurisdiction: jurisdiction) != nil else {
      return AccountAnswers.noSuchBucket
    }
    guard let table = sink.table else { return nil }
    guard SampleAccount.catalogState(of: sink.bucket) == .active else {
      return AccountAnswers.noCatalog
    }
    guard answers.hasTable(table, sink.namespace ?? "default", in: sink.bucket) else { return nil }
    return Envelope.failure(
      400,
      [
        APIError(
          code: 1012, message: "The table already exists", source: "/config/table_name")
      ])
  }

  private func list(_ request: SandboxRequest, _ account: String) -> HTTPResponse {
    let filter = request.query["name"]?.lowercased() ?? ""
    return request.numberedPage(
      of: sinks[account, default: []].filter {
        filter.isEmpty || $0.name.lowercased().contains(filter)
      }.map(\.json))
  }

  private mutating func delete(_ id: String, _ account: String) -> HTTPResponse {
    guard let index = sinks[account]?.firstIndex(where: { $0.id == id }) else {
      return Self.noSuchSink
    }
    let removed = sinks[account]?.remove(at: index)
    size -= (removed?.json.utf8.count ?? 0) + account.utf8.count
    if sinks[account]?.isEmpty == true { sinks[account] = nil }
    return Envelope.success("null")
  }

  private static func newID() -> String {
    (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
  }

  private static let noSuchSink = Envelope.failure(
    404, [APIError(code: 1015, message: "Sink does not exist")])
}
