/// The result of looking up a sink whose creation was not confirmed.
package enum Lookup: Hashable, Sendable {
  /// A sink with the same name, type and bucket was created after the request was sent.
  case found(SinkRecord)
  /// A sink with the same name exists, but the request did not create it.
  case other(SinkRecord, Difference)
  /// No sink has the name.
  case notFound(name: String)
  /// The list of sinks could not be fetched.
  case couldNotAsk(ReadProblem)

  package enum Difference: String, Hashable, Sendable {
    case older = "it was created before the request was sent"
    case type = "it has a different type"
    case bucket = "it writes to a different bucket"
    case undated = "its creation time is unreadable"
  }
}

extension Lookup {
  /// The result, as one sentence.
  package var sentence: String {
    switch self {
    case .found(let sink):
      "sink \(sink.name) was created (found in the account with ID \(sink.id))"
    case .other(let sink, let difference):
      "a sink \(sink.name) exists (ID \(sink.id)), but \(difference.rawValue): "
        + "this request probably created none"
    case .notFound(let name):
      "no sink \(name) in the account: it was probably not created"
    case .couldNotAsk(let problem):
      "could not check whether it was created (\(problem.sentence)); "
        + "run `sinkwizard sinks list` before retrying"
    }
  }
}
