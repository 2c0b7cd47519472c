package import SinkSpec

extension CloudflareClient {
  /// Creates a sink, and determines whether it was created.
  ///
  /// A request is retried only if it was rate-limited or never arrived. If the outcome is unknown,
  /// the client looks up a sink of that name in the account, unless the task is cancelled; call
  /// ``lookUp(_:sentAt:)`` later in that case.
  ///
  /// - Parameters:
  ///   - request: The sink to create.
  ///   - unconfirmedSince: The time of an earlier request for the same sink with an unknown
  ///     outcome. An existing sink of that name may then be its result.
  ///   - progress: Called with each step.
  /// - Returns: The outcome.
  package func submit(
    _ request: SinkRequest, unconfirmedSince: Timestamp? = nil,
    progress: @Sendable (Progress) -> Void = { _ in }
  ) async -> Submission {
    let secrets = hidingSecrets(of: request).secrets
    var attempt = 1
    while true {
      progress(.sending(attempt: attempt))
      let sentAt = now()
      let outcome = await Outcome(
        send(.createSink(account: request.account, body: request.body)), redacting: secrets)
      if let lookupTime = Self.lookupTime(after: outcome, unconfirmedSince, sentAt: sentAt) {
        guard !Task.isCancelled else {
          return Submission(outcome: outcome, lookup: nil, unconfirmedSince: lookupTime)
        }
        progress(.checking)
        let lookup = await lookUp(request, sentAt: lookupTime)
        return Submission(outcome: outcome, lookup: lookup, unconfirmedSince: lookupTime)
      }
      guard outcome.isRetryable,
        let delay = policy.delay(afterAttempt: attempt, retryAfter: outcome.retryAfter)
      else { return Submission(outcome: outcome, lookup: nil, unconfirmedSince: unconfirmedSince) }
      progress(.waiting(seconds: delay, after: outcome))
      do {
        try await sleep(delay)
      } catch {
        return Submission(outcome: outcome, lookup: nil, unconfirmedSince: unconfirmedSince)
      }
      attempt += 1
    }
  }

  /// Returns the earliest time at which the sink may have been created unnoticed, or `nil` if no
  /// lookup is needed.
  private static func lookupTime(
    after outcome: Outcome, _ earlier: Timestamp?, sentAt: Timestamp
  ) -> Timestamp? {
    switch outcome {
    case .unknown: earlier ?? sentAt
    case .refused(let refusal) where refusal.isNameTaken: earlier
    case .created, .refused, .notReached: nil
    }
  }

  /// Looks up a sink whose creation was not confirmed.
  ///
  /// - Parameters:
  ///   - request: The sink.
  ///   - sentAt: The time of the first request.
  /// - Returns: The sink with exactly that name, or the reason there is none.
  package func lookUp(_ request: SinkRequest, sentAt: Timestamp) async -> Lookup {
    do throws(ReadProblem) {
      let sinks = try await hidingSecrets(of: request)
        .sinks(account: request.account, nameHolding: request.name)
      // Compare bytes: names that are canonically equivalent are still different names.
      let same = sinks.first { $0.name.utf8.elementsEqual(request.name.utf8) }
      guard let same else { return .notFound(name: request.name) }
      guard let difference = request.difference(of: same, sentAt: sentAt) else {
        return .found(same)
      }
      return .other(same, difference)
    } catch {
      return .couldNotAsk(error)
    }
  }
}
