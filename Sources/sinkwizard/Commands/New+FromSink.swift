import ArgumentParser
import CloudflareAPI
import SinkSpec
import Synchronization

extension New {
  private final class Found: Sendable {
    let payload = Mutex<RequestNode?>(nil)
  }

  /// Returns the payload of an existing sink with a free name, or prints why there is none and throws
  /// the exit status.
  func payload(ofSink idOrName: String) throws -> (name: String, bytes: [UInt8]) {
    let account = try api.requiredAccount()
    let client = try api.client(try api.endpoint.base())
    let found = Found()
    try Interruptible.run {
      let sinks = try await ReadOnlyRequests.result { () async throws(ReadProblem) in
        try await client.sinks(account: account)
      }
      // Compare bytes: names that are canonically equivalent are still different names.
      let sink =
        sinks.first { $0.id.utf8.elementsEqual(idOrName.utf8) }
        ?? sinks.first { $0.name.utf8.elementsEqual(idOrName.utf8) }
      guard let sink else {
        Console.say("the account has no sink \(idOrName); `sinkwizard sinks list` lists them")
        throw ExitStatus.refused.code
      }
      let name = AccountCheck.freeName(sink.name, among: sinks.map(\.name))
      found.payload.withLock { $0 = sink.payload(named: name) }
    }
    let text = found.payload.withLock { $0?.text(secrets: .shown) } ?? ""
    return (idOrName, Array(text.utf8))
  }
}
