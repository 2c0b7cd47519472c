import SinkSpec

/// The steps of creating one sink.
struct SubmissionAttempts {
  let client: CloudflareClient
  let request: SinkRequest
  /// Earlier requests whose outcome is unknown.
  let earlier: [UnconfirmedRequest]
  let clock: ServerClock

  /// The earlier requests to the same endpoint and account, the only ones that can be looked up here.
  private var related: [UnconfirmedRequest] {
    earlier.filter { $0.isSent(to: request.endpoint) && $0.account == request.account }
  }

  /// The related requests for the same name; the API accepts at most one of them.
  private var rivals: [UnconfirmedRequest] { related.filter { $0.isForName(request.name) } }

  func submit(_ progress: @Sendable (Progress) -> Void) async -> Submission {
    var attempt = 1
    var ready: UnconfirmedRequest?
    while true {
      progress(.sending(attempt: attempt))
      let outcome: Outcome
      let current: Preparation = if let ready { .ready(ready) } else { await prepare() }
      switch current {
      case .settled(let submission): return submission
      case .failed(let failure): outcome = failure
      case .ready(let unconfirmed):
        ready = unconfirmed
        progress(.recorded(unconfirmed))
        outcome = await send()
        if case .unknown = outcome { return await confirm(unconfirmed, outcome, progress) }
        if outcome.isNameTaken, !rivals.isEmpty { return await attribute(outcome, progress) }
      }
      let end = Submission(outcome: outcome, lookup: nil, unconfirmed: earlier(after: outcome))
      guard outcome.isRetryable,
        let delay = client.policy.delay(afterAttempt: attempt, retryAfter: outcome.retryAfter)
      else { return end }
      progress(.waiting(seconds: delay, after: outcome))
      do { try await client.sleep(delay) } catch { return end }
      attempt += 1
    }
  }

  private func send() async -> Outcome {
    let result = await client.send(.createSink(account: request.account, body: request.body))
    return Outcome(result, to: request, masking: client.secrets)
  }

  /// Returns the earlier requests that remain unconfirmed after a known outcome.
  private func earlier(after outcome: Outcome) -> [UnconfirmedRequest] {
    guard case .created = outcome else { return earlier }
    let settled = rivals
    return earlier.filter { !settled.contains($0) }
  }

  // MARK: Before

  /// The state before the request is sent.
  private enum Preparation {
    /// An earlier request has created its sink.
    case settled(Submission)
    /// The request cannot be sent now.
    case failed(Outcome)
    case ready(UnconfirmedRequest)
  }

  /// Looks up the sinks of earlier requests, and existing sinks with this name.
  private func prepare() async -> Preparation {
    let named = await sinks(named: request.name)
    if case .failure(let problem) = named, let failure = problem.connectionFailure {
      return .failed(.notReached(failure))
    }
    for open in related {
      let sinks = open.isForName(request.name) ? named : await sinks(named: open.name)
      switch sinks {
      case .failure(let problem): return .failed(.unsettled(open, problem))
      case .success(let sinks):
        guard case .found(let sink) = Lookup(of: open, among: sinks, clock) else { continue }
        let rest = earlier.filter { $0 != open }
        return .settled(
          Submission(outcome: .createdEarlier(sink), lookup: nil, unconfirmed: rest))
      }
    }
    let sentAt = client.now()
    let new = request.unconfirmed(
      sentAt: sentAt, serverTime: clock.time(at: sentAt),
      existingIDs: (try? named.get())?.map(\.id))
    // Equal requests share the record of the first, which knows the sinks that existed before it.
    return .ready(rivals.first { $0.isForSameSink(as: new) } ?? new)
  }

  /// Lists the sinks of a name, once.
  private func sinks(named name: String) async -> Result<[SinkRecord], ReadProblem> {
    do throws(ReadProblem) {
      return .success(
        try await client.withoutRetries.sinks(account: request.account, named: name))
    } catch {
      return .failure(error)
    }
  }

  // MARK: After

  /// Looks the sink up until it is found, or until the confirmation time has passed.
  private func confirm(
    _ sent: UnconfirmedRequest, _ outcome: Outcome, _ progress: @Sendable (Progress) -> Void
  ) async -> Submission {
    var lookup: Lookup?
    let others = earlier.filter { $0 != sent }
    for delay in [0] + client.policy.confirmationDelays {
      if delay > 0 {
        progress(.checkingAgain(seconds: delay))
        guard (try? await client.sleep(delay)) != nil else { break }
      }
      guard !Task.isCancelled else { break }
      progress(.checking)
      lookup = await client.lookUp(sent, clock)
      if case .found? = lookup {
        return Submission(outcome: outcome, lookup: lookup, unconfirmed: others)
      }
    }
    return Submission(outcome: outcome, lookup: lookup, unconfirmed: others + [sent])
  }

  /// Looks for an earlier request that created the existing sink with this name.
  private func attribute(
    _ outcome: Outcome, _ progress: @Sendable (Progress) -> Void
  ) async -> Submission {
    var lookup: Lookup?
    for open in rivals where !Task.isCancelled {
      progress(.checking)
      lookup = await client.lookUp(open, clock)
      if case .found? = lookup {
        let rest = earlier.filter { $0 != open }
        return Submission(outcome: outcome, lookup: lookup, unconfirmed: rest)
      }
    }
    return Submission(outcome: outcome, lookup: lookup, unconfirmed: earlier)
  }
}

extension ReadProblem {
  /// The failure, if the API could not be reached at all, so that sending more is pointless.
  fileprivate var connectionFailure: TransportFailure? {
    guard case .noAnswer(let reason) = self else { return nil }
    switch reason {
    case .tooLong, .notHTTP: return nil
    case .refused, .nameNotFound, .insecure, .timedOut, .cancelled, .broken, .proxyRefused,
      .proxyUnreachable, .notLoopback, .cannotSign, .noLibrary:
      return TransportFailure(reason, mayHaveArrived: false)
    }
  }
}
