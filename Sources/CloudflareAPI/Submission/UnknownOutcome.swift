/// The reason it is unknown whether a sink was created.
package enum UnknownOutcome: Hashable, Sendable {
  /// No response came.
  case noAnswer(TransportFailure.Reason)
  /// The response reports success but is not from the API.
  case unreadable(HTTPResponse, isHTML: Bool)
  /// The API failed while processing the request.
  case failed(Refusal)
}
