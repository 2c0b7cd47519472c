import ArgumentParser
import CloudflareAPI

/// Questions to the API that change nothing.
enum ReadOnlyRequests {
  /// The answer, or what went wrong is said and the exit status thrown.
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
    // From 500 on it is not the question that the API has something against.
    if case .refused(let refusal) = problem, refusal.status < 500 { return .refused }
    return .unanswered
  }
}
