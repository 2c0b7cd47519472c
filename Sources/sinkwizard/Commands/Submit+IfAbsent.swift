import ArgumentParser
import CloudflareAPI
import SinkSpec

/// `sinkwizard submit --if-absent`: creates a sink unless an equal one exists.
extension Submit {
  /// The maximum number of differences that are printed.
  private static let shownDifferences = 20

  /// Prints the sink with the payload's name, if there is one.
  ///
  /// - Parameters:
  ///   - request: The payload.
  ///   - name: The name of the sink.
  ///   - account: The account ID.
  ///   - base: The base URL of the API.
  ///   - client: The client.
  /// - Returns: Whether the sink exists and equals the payload; false if there is none.
  /// - Throws: The exit status, if a different sink has the name, or if the account cannot be read.
  static func printExisting(
    _ request: RequestNode, named name: String, _ account: String, _ base: BaseURL,
    _ client: CloudflareClient
  ) async throws -> Bool {
    let sinks = try await ReadOnlyRequests.result(from: base) { () async throws(ReadProblem) in
      try await client.sinks(account: account, named: name)
    }
    guard let first = sinks.first else { return false }
    if let equal = sinks.first(where: { $0.isCreated(by: request) }) {
      Console.say("sink \(name) exists (ID \(equal.id)) and equals the payload; nothing was sent")
      try printSink(equal)
      return true
    }
    let differences = request.differences(from: first.payload)
    Console.say("a different sink \(name) exists (ID \(first.id)); nothing was created")
    differences.prefix(shownDifferences).forEach { Console.say($0.sentence) }
    if differences.count > shownDifferences {
      Console.say("and \(differences.count - shownDifferences) more differences")
    }
    throw ExitStatus.invalid.code
  }

  /// Prints a sink as JSON, secrets as references.
  static func printSink(_ sink: SinkRecord) throws {
    try Console.print(InvisibleCharacters.escapedInJSON(sink.stored.text(secrets: .masked)))
  }
}
