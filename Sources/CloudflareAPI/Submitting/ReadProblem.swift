/// Why a question that changes nothing was not answered.
package enum ReadProblem: Error, Hashable, Sendable {
  case refused(Refusal)
  case noAnswer(TransportFailure.Reason)
  /// An answer came that is none of the API; the text says what it lacks.
  case unreadable(String)

  /// What happened, as one sentence.
  package var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .noAnswer(let reason): reason.words
    case .unreadable(let lack): "the answer \(lack)"
    }
  }

  /// What probably helps; nil when nothing is known.
  package var hint: String? {
    if case .refused(let refusal) = self { refusal.hint } else { nil }
  }
}
