package import SinkSpec

/// The outcome of a request to create a sink.
package enum Outcome: Hashable, Sendable {
  /// The API confirmed the sink.
  case created(SinkRecord)
  /// An earlier request, whose outcome was unknown, created the sink; this one was not sent.
  case createdEarlier(SinkRecord)
  /// An earlier request, whose outcome is unknown, could not be looked up; this one was not sent.
  case unsettled(UnconfirmedRequest, ReadProblem)
  /// The API, or a proxy in front of it, rejected the request: nothing was created.
  case refused(Refusal)
  /// The request never arrived: nothing was created.
  case notReached(TransportFailure)
  /// The request was sent, but no readable response arrived: the sink may exist.
  case unknown(UnknownOutcome)

  /// Interprets the response to a request that creates a sink.
  ///
  /// A status below 500 that is not a success counts as a rejection, and so does a redirect: the
  /// API sends none, and a server that redirects has created nothing. With a status of 500 or
  /// above, the sink may have been stored.
  init(
    _ result: Result<HTTPResponse, TransportFailure>, to request: SinkRequest,
    masking secrets: Secrets
  ) {
    switch result {
    case .failure(let failure):
      self = failure.mayHaveArrived ? .unknown(.noAnswer(failure.reason)) : .notReached(failure)
    case .success(let response):
      self.init(response, to: request, masking: secrets)
    }
  }

  private init(_ response: HTTPResponse, to request: SinkRequest, masking secrets: Secrets) {
    let envelope = Envelope(response.body, masking: secrets)
    let errors = envelope?.errors ?? []
    switch response.status {
    case 200..<300:
      guard let envelope, let success = envelope.success else {
        self = .unknown(.unreadable(response, isHTML: response.isHTML))
        return
      }
      guard success else {
        self = .refused(Refusal(response, errors: errors))
        return
      }
      let sink = envelope.result.flatMap {
        SinkRecord(envelope.document, $0, redacting: secrets)
      }
      guard let sink else {
        self = .unknown(.unreadable(response, isHTML: false))
        return
      }
      self = request.difference(of: sink).map { .unknown(.otherSink(sink, $0)) } ?? .created(sink)
    case 300..<500 where envelope?.success == true:
      self = .unknown(.contradictory(status: response.status))
    case 300..<500: self = .refused(Refusal(response, errors: errors))
    default: self = .unknown(.failed(Refusal(response, errors: errors)))
    }
  }

  /// Whether a retry is safe and may succeed: the request was rate-limited, or never arrived.
  var isRetryable: Bool {
    switch self {
    case .refused(let refusal): refusal.status == 429
    case .notReached(let failure): failure.isRetryable
    case .unsettled(_, let problem): problem.isTemporary
    case .created, .createdEarlier, .unknown: false
    }
  }

  /// Whether the API rejected the request because a sink with its name exists.
  package var isNameTaken: Bool {
    if case .refused(let refusal) = self { refusal.isNameTaken } else { false }
  }

  /// The delay in seconds that the API requested before a retry.
  var retryAfter: Int? {
    switch self {
    case .refused(let refusal), .unsettled(_, .refused(let refusal)): refusal.retryAfter
    case .created, .createdEarlier, .unsettled, .notReached, .unknown: nil
    }
  }
}

extension HTTPResponse {
  /// Whether the body is an HTML page.
  var isHTML: Bool {
    headers["content-type"]?.lowercased().hasPrefix("text/html") == true
      || body.first { !$0.isASCIISpace } == UInt8(ascii: "<")
  }
}

extension UInt8 {
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// A step of a submission in progress.
package enum Progress: Hashable, Sendable {
  /// The request is being sent; attempts start at 1.
  case sending(attempt: Int)
  /// The request is about to be sent, and is unconfirmed until its outcome is known.
  case recorded(UnconfirmedRequest)
  /// The client waits before a retry, after the given outcome.
  case waiting(seconds: Int, after: Outcome)
  /// The client checks whether the sink was created.
  case checking
  /// The client waits before it checks again.
  case checkingAgain(seconds: Int)
}

/// The reason it is unknown whether a sink was created.
package enum UnknownOutcome: Hashable, Sendable {
  /// No response arrived.
  case noAnswer(TransportFailure.Reason)
  /// The response reports success but is not from the API.
  case unreadable(HTTPResponse, isHTML: Bool)
  /// The response describes a different sink from the one requested.
  case otherSink(SinkRecord, Lookup.Difference)
  /// The status reports a rejection but the body reports success.
  case contradictory(status: Int)
  /// The API failed while processing the request.
  case failed(Refusal)
}
