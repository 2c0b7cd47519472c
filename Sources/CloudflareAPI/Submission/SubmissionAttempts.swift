import SinkSpec

/// The steps of creating one sink.
struct SubmissionAttempts {
  let client: CloudflareClient
  let request: SinkRequest
  /// Earlier requests whose outcome is unknown.
  let earlier: [UnconfirmedRequest]
  let clock: ServerClock

  /// The earlier request for the same name.
  private var first: UnconfirmedRequest? {
    earlier.first { $0.isForName(request.name, account: request.account) }
  }

  /// The earlier requests for other names.
  private var others: [UnconfirmedRequest] {
    earlier.filter { !$0.isForName(request.name, account: request.account) }
  }

  func submit(_ progress: @Sendable (Progress) -> Void) async -> Submission {
    var attempt = 1
    var ready: UnconfirmedRequest?
    while true {
      progress(.sending(attempt: attempt))
      let outcome: Outcome
      let current: Preparation = if let ready { .ready(ready) } else { await prepare() }
      switch current {
      case .settled(let submission): return submission
      case .notReached(let failure): outcome = .notReached(failure)
      case .ready(let unconfirmed):
        ready = unconfirmed
        progress(.recorded(unconfirmed))
        outcome = await send()
        if needsLookup(outcome) {
          return await confirm(unconfirmed, outcome, progress)
        }
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

  /// Returns the earlier requests that are still unconfirmed after an outcome that is known.
  private func earlier(after outcome: Outcome) -> [UnconfirmedRequest] {
    if case .created = outcome { others } else { earlier }
  }

  // MARK: Before

  /// The state before the request is sent.
  private enum Preparation {
    /// An earlier request has created its sink.
    case settled(Submission)
    /// The API cannot be reached.
    case notReached(TransportFailure)
    case ready(UnconfirmedRequest)
  }

  /// Looks up the sinks of earlier requests, and what exists of this name.
  private func prepare() async -> Preparation {
    for open in others {
      if case .found(let sink) = await client.withoutRetries.lookUp(open, clock) {
        return .settled(settled(by: sink, of: open))
      }
    }
    var existing: [SinkRecord]?
    do throws(ReadProblem) {
      existing = try await client.withoutRetries.sinks(
        account: request.account, named: request.name)
    } catch {
      if let failure = error.connectionFailure { return .notReached(failure) }
    }
    if let first, let existing, case .found(let sink) = Lookup(of: first, among: existing, clock) {
      return .settled(settled(by: sink, of: first))
    }
    let sentAt = client.now()
    return .ready(
      first
        ?? request.unconfirmed(
          sentAt: sentAt, serverTime: clock.time(at: sentAt), existingIDs: existing?.map(\.id)))
  }

  private func settled(by sink: SinkRecord, of open: UnconfirmedRequest) -> Submission {
    Submission(
      outcome: .createdEarlier(sink), lookup: nil, unconfirmed: earlier.filter { $0 != open })
  }

  // MARK: After

  /// Whether the sink may have been created unnoticed, by this request or by an earlier one.
  private func needsLookup(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .unknown: true
    case .refused(let refusal): refusal.isNameTaken && first != nil
    case .created, .createdEarlier, .notReached: false
    }
  }

  /// Looks the sink up until it is found, or until the confirmation time has passed.
  private func confirm(
    _ sent: UnconfirmedRequest, _ outcome: Outcome, _ progress: @Sendable (Progress) -> Void
  ) async -> Submission {
    var lookup: Lookup?
    // A name that is taken was stored already.
    let delays = if case .unknown = outcome { client.policy.confirmationDelays } else { [Int]() }
    for delay in [0] + delays {
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
}

extension ReadProblem {
  /// The failure, if the API could not be reached, so that sending anything is useless.
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
