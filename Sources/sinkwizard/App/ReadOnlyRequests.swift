import ArgumentParser
import CloudflareAPI
import SinkSpec

/// Read-only requests to the API.
enum ReadOnlyRequests {
  /// Returns the result of requests to a host, or prints the error and throws the exit status.
  static func result<Value: Sendable>(
    from base: BaseURL, _ ask: () async throws(ReadProblem) -> Value
  ) async throws -> Value {
    let result = try await ProgressLine.whileWaiting(for: base.host) {
      await outcome(of: ask)
    }
    switch result {
    case .success(let value): return value
    case .failure(let problem):
      Console.say(problem.sentence)
      if let hint = problem.hint { Console.say(hint) }
      throw status(of: problem).code
    }
  }

  private static func outcome<Value>(
    of ask: () async throws(ReadProblem) -> Value
  ) async -> Result<Value, ReadProblem> {
    do throws(ReadProblem) {
      return .success(try await ask())
    } catch {
      return .failure(error)
    }
  }

  private static func status(of problem: ReadProblem) -> ExitStatus {
    if Task.isCancelled { return .left }
    // A 5xx status is the server's failure, not a rejection of the request.
    if case .refused(let refusal) = problem, refusal.status < 500 { return .refused }
    return .unanswered
  }
}
