/// Why it is not known whether a sink that was sent was created.
package enum UnknownOutcome: Hashable, Sendable {
  /// Nothing came back.
  case noAnswer(TransportFailure.Reason)
  /// A success was answered that is no answer of the API.
  case unreadable(HTTPResponse, isHTML: Bool)
  /// The API failed while it worked on it.
  case failed(Refusal)
}
