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
/// Before another request is sent, each unconfirmed request is looked up; if it turns out to have
/// created its sink, the new request is not sent.
package struct UnconfirmedRequest: Hashable, Sendable {
  package let account: String
  package let name: String
  package let type: String?
  package let bucket: String?
  /// When it was first sent, by the clock of this machine.
  package let sentAt: Timestamp
  /// When it was first sent, by the server's clock; nil if the server had not told its time.
  package let serverTime: Timestamp?
  /// The IDs of the sinks that had the name before; nil if they could not be listed.
  package let existingIDs: [String]?

  package init(
    account: String, name: String, type: String?, bucket: String?, sentAt: Timestamp,
    serverTime: Timestamp? = nil, existingIDs: [String]? = nil
  ) {
    self.account = account
    self.name = name
    self.type = type
    self.bucket = bucket
    self.sentAt = sentAt
    self.serverTime = serverTime
    self.existingIDs = existingIDs
  }

  /// Returns whether both requests are for the same name in the same account; the API creates at
  /// most one sink for them.
  package func isForSameName(as other: UnconfirmedRequest) -> Bool {
    isForName(other.name, account: other.account)
  }

  /// Returns whether it is for exactly this name in the account.
  package func isForName(_ name: String, account: String) -> Bool {
    // Compare bytes: names that are canonically equivalent are still different names.
    self.account == account && self.name.utf8.elementsEqual(name.utf8)
  }
}
