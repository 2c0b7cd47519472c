import SinkSpec

/// Messages for outcomes. They quote untrusted text.
extension Outcome {
  /// The outcome, in one sentence.
  package var sentence: String {
    switch self {
    case .created(let sink): "created sink \(sink.name) (ID \(sink.id))"
    case .createdEarlier(let sink):
      "an earlier request created sink \(sink.name) (ID \(sink.id)); this request was not sent"
    case .unsettled(let earlier, let problem):
      "not sent, because it could not be checked whether an earlier request created sink "
        + "\(earlier.name) (\(problem.sentence))"
    case .refused(let refusal): refusal.sentence
    case .notReached(let failure): failure.sentence
    case .unknown(let reason): reason.sentence
    }
  }

  /// A suggestion for resolving the problem, or `nil` if there is none.
  package var hint: String? {
    switch self {
    case .refused(let refusal), .unknown(.failed(let refusal)): refusal.hint
    case .unsettled(let earlier, let problem):
      (problem.hint.map { "\($0); " } ?? "")
        + "try again once `sinkwizard sinks list` works; to create the sink regardless of "
        + "\(earlier.name), save the JSON and use `sinkwizard submit`"
    case .created, .createdEarlier, .notReached, .unknown: nil
    }
  }
}

extension UnknownOutcome {
  /// The reason, in one sentence that adds that the sink may exist.
  package var sentence: String {
    let open = "the sink may exist"
    switch self {
    case .noAnswer(let reason): return "the request was sent, but \(reason.words); \(open)"
    case .unreadable(let response, let isHTML):
      let what =
        isHTML
        ? "is an HTML page, not JSON" : response.body.isEmpty ? "is empty" : "contains no sink"
      return "the request was sent, but the response (HTTP \(response.status)) \(what); \(open)"
    case .otherSink(let sink, let difference):
      return "the request was sent, but the response is about sink \(sink.name) (ID \(sink.id)): "
        + "\(difference.rawValue); \(open)"
    case .contradictory(let status):
      return "the request was sent, but the response reports success with HTTP \(status); \(open)"
    case .failed(let refusal):
      let errors = refusal.errors.map(\.text).joined(separator: "; ")
      let ray = refusal.rayID.map { ", Ray ID \($0)" } ?? ""
      let details = errors.isEmpty ? "" : ": \(errors)"
      return
        "the request was sent, but the API failed\(details) (HTTP \(refusal.status)\(ray)); \(open)"
    }
  }
}
