import SinkSpec
import Synchronization

/// The server's clock, as read from the `Date` of its responses.
///
/// The clock of this machine may be wrong, and creation times come from the server's clock.
final class ServerClock: Sendable {
  /// The seconds by which the server's clock is ahead; nil before the first response.
  private let lead = Mutex<Int64?>(nil)

  /// Reads the server's clock from a response that has just arrived.
  func read(_ response: HTTPResponse, at now: Timestamp) {
    guard let date = response.date else { return }
    lead.withLock { $0 = date.secondsSinceEpoch - now.secondsSinceEpoch }
  }

  /// Converts a local time to the server's clock; nil if the difference is not known.
  func time(at local: Timestamp) -> Timestamp? {
    lead.withLock { $0 }.map {
      Timestamp(secondsSinceEpoch: local.secondsSinceEpoch &+ $0, nanoseconds: local.nanoseconds)
    }
  }
}

extension CloudflareClient {
  /// Returns a client that reads the server's clock from every response.
  func reading(_ clock: ServerClock) -> CloudflareClient {
    var client = self
    client.transport = { [transport, now] request in
      let result = await transport(request)
      if case .success(let response) = result { clock.read(response, at: now()) }
      return result
    }
    return client
  }
}
