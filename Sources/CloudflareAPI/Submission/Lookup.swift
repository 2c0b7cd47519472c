import SinkSpec

/// The result of looking up a sink whose creation was not confirmed.
package enum Lookup: Hashable, Sendable {
  /// The request created this sink.
  case found(SinkRecord)
  /// A sink with the same name exists, but the request did not create it.
  case other(SinkRecord, Difference)
  /// No sink has the name.
  case notFound(name: String)
  /// The list of sinks could not be fetched.
  case couldNotAsk(ReadProblem)

  package enum Difference: String, Hashable, Sendable {
    case older = "it was created before the request was sent"
    case name = "it has a different name"
    case type = "it has a different type"
    case bucket = "it writes to a different bucket"
    case undated = "its creation time is unreadable"
  }
}

extension Lookup {
  /// Determines the result from all sinks with that name.
  init(of request: UnconfirmedRequest, among sinks: [SinkRecord], _ clock: ServerClock) {
    self = .notFound(name: request.name)
    for sink in sinks {
      guard let difference = request.difference(of: sink, clock) else {
        self = .found(sink)
        return
      }
      if case .notFound = self { self = .other(sink, difference) }
    }
  }

  /// The result, in one sentence.
  package var sentence: String {
    switch self {
    case .found(let sink):
      "sink \(sink.name) was created (found in the account with ID \(sink.id))"
    case .other(let sink, let difference):
      "a sink \(sink.name) exists (ID \(sink.id)), but \(difference.rawValue): "
        + "this request probably created none; it may still appear"
    case .notFound(let name):
      "no sink \(name) in the account: it was probably not created, but may still appear; "
        + "run `sinkwizard sinks list` before retrying"
    case .couldNotAsk(let problem):
      "could not check whether it was created (\(problem.sentence)); "
        + "run `sinkwizard sinks list` before retrying"
    }
  }
}
