import SinkSpec

/// Read-only requests.
extension CloudflareClient {
  /// Returns all sinks of an account.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - nameHolding: A case-insensitive substring of the names to list; a server may ignore it.
  /// - Returns: The sinks in the order of the API.
  /// - Throws: ``ReadProblem`` if a page cannot be fetched, or the list exceeds ``ListingLimits``.
  package func sinks(
    account: String, nameHolding: String? = nil
  ) async throws(ReadProblem) -> [SinkRecord] {
    try await sinkListing(account: account, nameHolding: nameHolding).items
  }

  /// Returns the sinks of an account as ``sinks(account:nameHolding:)`` does, with the total that the
  /// API reports.
  func sinkListing(
    account: String, nameHolding: String? = nil
  ) async throws(ReadProblem) -> Listing<SinkRecord> {
    let listing = try await numberedPages(
      "sinks", { .listSinks(account: account, name: nameHolding, page: $0) }
    ) { members throws(ReadProblem) in
      guard let sink = SinkRecord(members.document, members.index, redacting: members.secrets)
      else { throw .unreadable("contains a sink without an ID or a name") }
      return (sink.id, sink)
    }
    guard listing.isComplete else {
      throw .unreadable("did not end after \(listing.items.count) sinks")
    }
    return listing
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
        let envelope = Envelope(response.body, masking: secrets)
        if (200..<300).contains(response.status) {
          guard let envelope, envelope.success != nil else {
            throw .unreadable(response.isHTML ? "is an HTML page, not JSON" : "is not from the API")
          }
          if envelope.success == true { return envelope }
        }
        let refusal = Refusal(response, errors: envelope?.errors ?? [])
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
  /// The number of items on all pages, if the API reports it.
  var totalCount: Int? {
    resultInfo("total_count").flatMap { Int(document.literal($0)) }
  }
}
