import CloudflareAPI
import SinkSpec
import Synchronization

/// A fake API that replies from a script, with a clock that advances only during sleeps.
final class ScriptedAPI: Sendable {
  typealias Reply = Result<HTTPResponse, TransportFailure>

  private struct State {
    var replies: [Reply]
    /// The reply to GET requests before the first POST.
    var existing: Reply?
    /// Whether a sink is being submitted, so that `existing` applies.
    var isSubmitting = false
    var requests: [APIRequest] = []
    var slept: [Int] = []
    var progress: [Progress] = []
    var now = ScriptedAPI.start
  }

  /// The initial time of the clock.
  static let start = Timestamp(secondsSinceEpoch: 1_800_000_000, nanoseconds: 600_000_000)

  private let state: Mutex<State>

  /// Creates an API.
  ///
  /// - Parameters:
  ///   - replies: The replies in order.
  ///   - existing: The reply to GET requests before the first POST; nil for one of `replies`.
  init(_ replies: [Reply], existing: Reply? = .response(200, Sample.list([]))) {
    state = Mutex(State(replies: replies, existing: existing))
  }

  /// The requests, except those answered with `existing`.
  var requests: [APIRequest] { state.withLock(\.requests) }
  var slept: [Int] { state.withLock(\.slept) }
  var progress: [Progress] { state.withLock(\.progress) }
  var posts: Int { requests.count { $0.method == .post } }

  func client(
    credentials: Credentials = .token("planted-token"), confirmationTime: Int = 0
  ) -> CloudflareClient {
    CloudflareClient(
      credentials: credentials, policy: RetryPolicy(confirmationTime: confirmationTime),
      send: { request in
        self.state.withLock { state in
          if request.method == .get, state.isSubmitting, state.requests.isEmpty,
            let existing = state.existing
          {
            return existing
          }
          state.requests.append(request)
          let isOver = state.replies.isEmpty
          return isOver
            ? .failure(.init(.broken("the script has ended"), mayHaveArrived: true))
            : state.replies.removeFirst()
        }
      },
      sleep: { seconds in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.slept.append(seconds)
          state.now = Timestamp(
            secondsSinceEpoch: state.now.secondsSinceEpoch + Int64(seconds),
            nanoseconds: state.now.nanoseconds)
        }
      },
      now: { self.state.withLock(\.now) })
  }

  /// Submits the sample sink, or another one.
  func submit(
    _ request: SinkRequest? = nil, unconfirmed: [UnconfirmedRequest] = [], confirmationTime: Int = 0
  ) async throws -> Submission {
    state.withLock { $0.isSubmitting = true }
    return await client(confirmationTime: confirmationTime).submit(
      try request ?? Sample.request(), unconfirmed: unconfirmed,
      progress: { step in self.state.withLock { $0.progress.append(step) } })
  }
}

enum Sample {
  static let secrets = ["planted-token", "planted-access-key", "planted-secret-key"]

  static let body = body(name: "my_sink", bucket: "logs")

  private static func body(name: String, bucket: String) -> String {
    """
    {"name":"\(name)","type":"r2","config":{"account_id":"acc","bucket":"\(bucket)","credentials":\
    {"access_key_id":"planted-access-key","secret_access_key":"planted-secret-key"}}}
    """
  }

  /// An unconfirmed request for the sample sink.
  static func unconfirmed(
    name: String = "my_sink", endpoint: String = "api", account: String = "acc",
    type: String = "r2", bucket: String = "logs", sentAt: Timestamp = ScriptedAPI.start,
    serverTime: Timestamp? = nil,
    existingIDs: [String]? = nil
  ) -> UnconfirmedRequest {
    UnconfirmedRequest(
      endpoint: endpoint, account: account, name: name, type: type, bucket: bucket, sentAt: sentAt,
      serverTime: serverTime, existingIDs: existingIDs)
  }

  static func request(name: String = "my_sink", bucket: String = "logs") throws -> SinkRequest {
    struct NoRequest: Error {}
    let body = body(name: name, bucket: bucket)
    guard let request = SinkRequest(account: "acc", endpoint: "api", body: Array(body.utf8)) else {
      throw NoRequest()
    }
    return request
  }

  /// Returns a sink as JSON, in the format of the API.
  static func sink(
    name: String = "my_sink", id: String = "s1", type: String = "r2", bucket: String = "logs",
    created: String = "2027-01-15T08:00:00Z"
  ) -> String {
    """
    {"id":"\(id)","name":"\(name)","type":"\(type)","created_at":"\(created)",\
    "modified_at":"\(created)","config":{"bucket":"\(bucket)"}}
    """
  }

  static func list(_ sinks: [String], total: Int? = nil) -> String {
    let info = total.map { ",\"result_info\":{\"total_count\":\($0)}" } ?? ""
    return "{\"success\":true,\"result\":[\(sinks.joined(separator: ","))]\(info)}"
  }

  static func created(_ sink: String = sink()) -> String {
    "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":\(sink)}"
  }

  static func refused(_ code: Int, _ message: String) -> String {
    "{\"success\":false,\"errors\":[{\"code\":\(code),\"message\":\"\(message)\"}],\"result\":null}"
  }
}

extension Result where Success == HTTPResponse, Failure == TransportFailure {
  static func response(_ status: Int, _ body: String, _ headers: [Header] = []) -> Self {
    .success(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
  }

  static func lost(_ reason: TransportFailure.Reason = .broken("closed")) -> Self {
    .failure(TransportFailure(reason, mayHaveArrived: true))
  }

  static func unsent(_ reason: TransportFailure.Reason) -> Self {
    .failure(TransportFailure(reason, mayHaveArrived: false))
  }
}
