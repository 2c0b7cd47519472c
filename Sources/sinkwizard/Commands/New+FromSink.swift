import ArgumentParser
import CloudflareAPI
import SinkSpec
import Synchronization

extension New {
  private final class Found: Sendable {
    let payload = Mutex<RequestNode?>(nil)
  }

  /// Returns the payload of an existing sink under an unused name, or prints why there is none and
  /// throws the exit status.
  func payload(ofSink idOrName: String) throws -> Payload.Start {
    let account = try api.requiredAccount()
    let base = try api.endpoint.base()
    let client = try api.client(base)
    let found = Found()
    try Interruptible.run {
      let sinks = try await ReadOnlyRequests.result(from: base) { () async throws(ReadProblem) in
        try await client.sinks(account: account)
      }
      let sink = try SinkArgument.only(sinks.identified(by: idOrName), named: idOrName)
      let name = AccountCheck.freeName(sink.name, among: sinks.map(\.name))
      found.payload.withLock { $0 = sink.payload(named: name) }
    }
    let text = found.payload.withLock { $0?.text(secrets: .shown) } ?? ""
    return Payload.Start(name: idOrName, bytes: Array(text.utf8))
  }
}
