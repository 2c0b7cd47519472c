package import SinkSpec

extension CloudflareClient {
  /// Creates a sink, and determines whether it was created.
  ///
  /// First the sinks of that name are listed, and those of earlier requests whose outcome is unknown.
  /// The request is retried only if it was rate-limited or never arrived. If its outcome is unknown,
  /// the client looks up the sink over ``RetryPolicy/confirmationTime``, unless the task is
  /// cancelled; call ``lookUp(_:)`` later in that case.
  ///
  /// - Parameters:
  ///   - request: The sink to create.
  ///   - unconfirmed: Earlier requests whose outcome is unknown.
  ///   - progress: Called with each step.
  /// - Returns: The outcome.
  package func submit(
    _ request: SinkRequest, unconfirmed: [UnconfirmedRequest] = [],
    progress: @Sendable (Progress) -> Void = { _ in }
  ) async -> Submission {
    let clock = ServerClock()
    let client = hidingSecrets(of: request).reading(clock)
    let run = SubmissionAttempts(
      client: client, request: request, earlier: unconfirmed, clock: clock)
    return await run.submit(progress)
  }

  /// Looks up a sink whose creation was not confirmed, once.
  ///
  /// - Parameter request: The request that was sent.
  /// - Returns: The sink that the request created, or the reason there is none.
  package func lookUp(_ request: UnconfirmedRequest) async -> Lookup {
    let clock = ServerClock()
    return await reading(clock).lookUp(request, clock)
  }

  func lookUp(_ request: UnconfirmedRequest, _ clock: ServerClock) async -> Lookup {
    do throws(ReadProblem) {
      return Lookup(
        of: request, among: try await sinks(account: request.account, named: request.name), clock)
    } catch {
      return .couldNotAsk(error)
    }
  }
}
