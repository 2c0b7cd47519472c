import SinkSpec

/// Read-only requests.
extension CloudflareClient {
  /// The maximum number of pages to request, in case a server never ends its list.
  private static let pageLimit = 200

  /// Returns all sinks of an account.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - nameHolding: A case-insensitive substring of the names to list; a server may ignore it.
  /// - Returns: The sinks in the order of the API.
  /// - Throws: ``ReadProblem`` if a page cannot be fetched.
  package func sinks(
    account: String, nameHolding: String? = nil
  ) async throws(ReadProblem) -> [SinkRecord] {
    var sinks: [SinkRecord] = []
    var ids: Set<String> = []
    for page in 1...Self.pageLimit {
      let envelope = try await read(.listSinks(account: account, name: nameHolding, page: page))
      guard let result = envelope.result, envelope.document.kind(result) == .array else {
        throw .unreadable("contains no list of sinks")
      }
      let isEmpty = envelope.document.elements(result).first { _ in true } == nil
      var isNew = false
      for element in envelope.document.elements(result) {
        guard let sink = SinkRecord(envelope.document, element, redacting: secrets) else {
          throw .unreadable("contains a sink without an ID or a name")
        }
        guard ids.insert(sink.id).inserted else { continue }
        isNew = true
        sinks.append(sink)
      }
      // Do not stop at a short page, because a server may return fewer than requested. A server
      // that repeats a page does not support pagination.
      if isEmpty || !isNew { return sinks }
      if let total = envelope.totalCount, sinks.count >= total { return sinks }
    }
    throw .unreadable("did not end after \(Self.pageLimit) pages")
  }

  /// Returns one sink of an account.
  package func sink(account: String, id: String) async throws(ReadProblem) -> SinkRecord {
    let envelope = try await read(.getSink(account: account, id: id))
    guard let result = envelope.result,
      let sink = SinkRecord(envelope.document, result, redacting: secrets)
    else { throw .unreadable("contains no sink") }
    return sink
  }

  /// Sends a read-only request, with retries according to the policy.
  func read(_ request: APIRequest) async throws(ReadProblem) -> Envelope {
    var attempt = 1
    while true {
      let problem: ReadProblem
      let retryAfter: Int?
      switch await send(request) {
      case .success(let response):
        let envelope = Envelope(response.body)
        if (200..<300).contains(response.status) {
          guard let envelope, envelope.success != nil else {
            throw .unreadable(response.isHTML ? "is an HTML page, not JSON" : "is not from the API")
          }
          if envelope.success == true { return envelope }
        }
        let refusal = Refusal(response, errors: (envelope?.errors ?? []).map(secrets.redacted))
        problem = .refused(refusal)
        guard refusal.status == 429 else { throw problem }
        retryAfter = refusal.retryAfter
      case .failure(let failure):
        problem = .noAnswer(failure.reason)
        guard failure.isRetryable else { throw problem }
        retryAfter = nil
      }
      guard let delay = policy.delay(afterAttempt: attempt, retryAfter: retryAfter) else {
        throw problem
      }
      do { try await sleep(delay) } catch { throw problem }
      attempt += 1
    }
  }
}

extension Envelope {
  /// The number of items on all pages, if the API tells it.
  var totalCount: Int? {
    resultInfo("total_count").flatMap { Int(document.literal($0)) }
  }
}
