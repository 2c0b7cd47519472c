/// The reason that a read-only request failed.
package enum ReadProblem: Error, Hashable, Sendable {
  case refused(Refusal)
  case noAnswer(TransportFailure.Reason)
  /// The response is not from the API; the associated value completes "the response …".
  case unreadable(String)

  /// The problem, in one sentence.
  package var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .noAnswer(let reason): reason.words
    case .unreadable(let lack): "the response \(lack)"
    }
  }

  /// Whether the same request may succeed soon.
  var isTemporary: Bool {
    switch self {
    case .refused(let refusal): refusal.status == 429 || refusal.status >= 500
    // Reading again is safe even if the request arrived.
    case .noAnswer(let reason): TransportFailure(reason, mayHaveArrived: false).isRetryable
    case .unreadable: true
    }
  }

  /// Whether further requests would fail for the same reason.
  var isAboutAllRequests: Bool {
    switch self {
    case .noAnswer: true
    case .refused(let refusal): refusal.status == 429
    case .unreadable: false
    }
  }

  /// Whether another account may be the solution.
  var isAboutAccount: Bool {
    if case .refused(let refusal) = self { [403, 404].contains(refusal.status) } else { false }
  }

  /// Returns the problem of reading a list, with a suggestion if there is one.
  package func sentence(for query: AccountQuery) -> String {
    let hint: String? =
      if case .refused(let refusal) = self { refusal.hint(permission: query.permission) } else {
        nil
      }
    return hint.map { "\(sentence); \($0)" } ?? sentence
  }

  /// A suggestion for resolving the problem, or `nil` if there is none.
  package var hint: String? {
    if case .refused(let refusal) = self { refusal.hint } else { nil }
  }
}
