package import SinkSpec

extension CloudflareClient {
  /// Creates a sink and determines whether it exists afterwards.
  ///
  /// First lists the sinks with that name, and those of earlier requests whose outcome is unknown.
  /// Retries the request only if it was rate-limited or never arrived. If its outcome is unknown,
  /// looks the sink up repeatedly for ``RetryPolicy/confirmationTime``. If the task is cancelled
  /// before that, call ``lookUp(_:)`` later.
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

  /// Looks up a sink once whose creation was not confirmed.
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
