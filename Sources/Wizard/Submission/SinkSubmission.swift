package import SinkSpec

/// A request to send, with secrets as entered and references unresolved.
package struct SinkSubmission: Hashable, Sendable {
  package let account: String
  /// The endpoint to send it to, as in ``UnconfirmedRequest/endpoint``.
  package let endpoint: String
  package let request: RequestNode
  /// Earlier requests whose outcome is unknown.
  package let unconfirmed: [UnconfirmedRequest]

  package init(
    account: String, endpoint: String, request: RequestNode, unconfirmed: [UnconfirmedRequest]
  ) {
    self.account = account
    self.endpoint = endpoint
    self.request = request
    self.unconfirmed = unconfirmed
  }
}
