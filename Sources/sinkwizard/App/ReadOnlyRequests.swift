import ArgumentParser
import CloudflareAPI

/// Read-only requests to the API.
enum ReadOnlyRequests {
  /// Returns the result of a request, or prints the error and throws the exit status.
  static func result<Value>(
    _ ask: () async throws(ReadProblem) -> Value
  ) async throws -> Value {
    do throws(ReadProblem) {
      return try await ask()
    } catch {
      Console.say(error.sentence)
      if let hint = error.hint { Console.say(hint) }
      throw status(of: error).code
    }
  }

  private static func status(of problem: ReadProblem) -> ExitStatus {
    if Task.isCancelled { return .left }
    // A 5xx status is the server's failure, not a rejection of the request.
    if case .refused(let refusal) = problem, refusal.status < 500 { return .refused }
    return .unanswered
  }
}
