/// A request to create a sink that was sent, and whose outcome is unknown.
///
/// It is kept until the outcome is known: in the wizard's state while values change, and in the draft
/// when the program ends. The client looks the sink up again over ``RetryPolicy/confirmationTime``. Every
/// sink of the account with exactly this name is examined; the first row that applies decides:
///
/// | The sink | Means |
/// |---|---|
/// | its ID existed before the request (``existingIDs``) | another sink: it is older |
/// | has another type or bucket | another sink |
/// | its ID is new | the request created it |
/// | it is unknown what existed, and the creation time is unreadable | another sink, undated |
/// | … and it was created before ``sentAt`` by the server's clock | another sink: it is older |
/// | … and it was created later | the request created it |
///
/// | All sinks of the name | Outcome |
/// |---|---|
/// | one was created by the request | created; the request is no longer unconfirmed |
/// | all are other sinks | probably not created, may still appear; unconfirmed |
/// | there are none | probably not created, may still appear; unconfirmed |
/// | the list cannot be read | unknown; unconfirmed |
///
/// Before another request is sent, each unconfirmed request to the same endpoint and account is looked
/// up:
///
/// | The earlier request | The new request |
/// |---|---|
/// | went to another endpoint or account | is sent; the earlier one stays as it is |
/// | created its sink | is not sent |
/// | cannot be looked up, after retries | is not sent |
/// | created none so far, for the same name, type and bucket | is sent, and shares its record |
/// | created none so far, for another sink | is sent, and recorded as well |
package struct UnconfirmedRequest: Hashable, Sendable {
  /// The endpoint it was sent to: ``BaseURL/endpoint`` or ``sandbox``; empty if unknown.
  package let endpoint: String
  package let account: String
  package let name: String
  package let type: String?
  package let bucket: String?
  /// The time it was first sent, by the clock of this machine.
  package let sentAt: Timestamp
  /// The time it was first sent, by the server's clock; nil if no response had reported the
  /// server's time.
  package let serverTime: Timestamp?
  /// The IDs of the sinks that already had the name; nil if they could not be listed.
  package let existingIDs: [String]?

  /// The endpoint of requests to the built-in sandbox, which forgets its sinks when it ends.
  package static let sandbox = "sandbox"

  package init(
    endpoint: String, account: String, name: String, type: String?, bucket: String?,
    sentAt: Timestamp,
    serverTime: Timestamp? = nil, existingIDs: [String]? = nil
  ) {
    self.endpoint = endpoint
    self.account = account
    self.name = name
    self.type = type
    self.bucket = bucket
    self.sentAt = sentAt
    self.serverTime = serverTime
    self.existingIDs = existingIDs
  }

  /// Returns whether a later request would create the same sink, as far as a lookup can tell.
  package func isForSameSink(as other: UnconfirmedRequest) -> Bool {
    isSent(to: other.endpoint) && account == other.account && isForName(other.name)
      && type == other.type && bucket == other.bucket
  }

  /// Returns whether it is for exactly this name.
  package func isForName(_ name: String) -> Bool {
    // Compare bytes: names that are canonically equivalent are still different names.
    self.name.utf8.elementsEqual(name.utf8)
  }

  /// Returns whether it was sent to an endpoint, or may have been.
  package func isSent(to endpoint: String) -> Bool {
    // A sandbox has not seen requests of earlier runs.
    self.endpoint == endpoint || self.endpoint.isEmpty && endpoint != Self.sandbox
  }
}
