package import SinkSpec

extension CloudflareClient {
  /// Sends a sink to be created, and finds out what came of it.
  ///
  /// It is sent again only after an answer that it was too much, or when nothing arrived. After an
  /// outcome that is unknown the account is asked for a sink of that name, unless the task was
  /// cancelled; ``lookUp(_:sentAt:)`` asks later.
  ///
  /// - Parameters:
  ///   - request: the sink.
  ///   - unconfirmedSince: when the same sink was sent earlier with an outcome that is unknown: then a
  ///     name that is taken may be that sink's.
  ///   - progress: is told what happens.
  /// - Returns: what came of it.
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
      if let question = Self.question(after: outcome, unconfirmedSince, sentAt: sentAt) {
        guard !Task.isCancelled else {
          return Submission(outcome: outcome, lookup: nil, unconfirmedSince: question)
        }
        progress(.checking)
        let lookup = await lookUp(request, sentAt: question)
        return Submission(outcome: outcome, lookup: lookup, unconfirmedSince: question)
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

  /// Since when a sink may have been created that the account has to be asked for; nil for none.
  private static func question(
    after outcome: Outcome, _ earlier: Timestamp?, sentAt: Timestamp
  ) -> Timestamp? {
    switch outcome {
    case .unknown: earlier ?? sentAt
    case .refused(let refusal) where refusal.isNameTaken: earlier
    case .created, .refused, .notReached: nil
    }
  }

  /// Asks the account whether a sink that was sent exists.
  ///
  /// - Parameters:
  ///   - request: the sink.
  ///   - sentAt: when it was sent first.
  /// - Returns: the sink of exactly that name, or that there is none.
  package func lookUp(_ request: SinkRequest, sentAt: Timestamp) async -> Lookup {
    do throws(ReadProblem) {
      let sinks = try await hidingSecrets(of: request)
        .sinks(account: request.account, nameHolding: request.name)
      // Byte by byte: names that only look the same are different names.
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
