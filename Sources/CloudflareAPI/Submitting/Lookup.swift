/// What the account's list of sinks says of a request whose outcome is unknown.
package enum Lookup: Hashable, Sendable {
  /// A sink of that name, type and bucket was created since the request was sent.
  case found(SinkRecord)
  /// A sink of that name exists, but it is not the one that was sent.
  case other(SinkRecord, Difference)
  /// No sink has the name.
  case notFound(name: String)
  /// The list could not be had.
  case couldNotAsk(ReadProblem)

  package enum Difference: String, Hashable, Sendable {
    case older = "it was created before the request was sent"
    case type = "it is of another type"
    case bucket = "it writes to another bucket"
    case undated = "when it was created cannot be read"
  }
}

extension Lookup {
  /// What is known, as one sentence.
  package var sentence: String {
    switch self {
    case .found(let sink):
      "a sink \(sink.name) was created since then, with the id \(sink.id): this is the one"
    case .other(let sink, let difference):
      "a sink \(sink.name) exists with the id \(sink.id), but \(difference.rawValue): "
        + "as far as can be seen this request created none"
    case .notFound(let name):
      "the account has no sink \(name): as far as can be seen it was not created"
    case .couldNotAsk(let problem):
      "whether it was created could not be asked (\(problem.sentence)); "
        + "list the sinks before it is sent again"
    }
  }
}
