/// The sentences for the outcomes; what they quote is data from outside.
extension Outcome {
  /// What is known, as one sentence.
  package var sentence: String {
    switch self {
    case .created(let sink): "the sink \(sink.name) was created, with the id \(sink.id)"
    case .refused(let refusal): refusal.sentence
    case .notReached(let failure): failure.sentence
    case .unknown(let reason): reason.sentence
    }
  }

  /// What probably helps; nil when nothing is known.
  package var hint: String? {
    switch self {
    case .refused(let refusal), .unknown(.failed(let refusal)): refusal.hint
    case .created, .notReached, .unknown: nil
    }
  }
}

extension UnknownOutcome {
  /// What happened, as one sentence that leaves open whether the sink exists.
  package var sentence: String {
    let open = "the sink may exist"
    switch self {
    case .noAnswer(let reason): return "the request was sent, but \(reason.words); \(open)"
    case .unreadable(let response, let isHTML):
      let what = isHTML ? "a page for people" : response.body.isEmpty ? "nothing" : "no sink"
      return "the request was sent, but the answer (HTTP \(response.status)) holds \(what); \(open)"
    case .failed(let refusal):
      let errors = refusal.errors.map(\.text).joined(separator: "; ")
      let ray = refusal.rayID.map { ", Ray ID \($0)" } ?? ""
      let told = errors.isEmpty ? "" : ": \(errors)"
      return
        "the request was sent, but the API failed\(told) (HTTP \(refusal.status)\(ray)); \(open)"
    }
  }
}
