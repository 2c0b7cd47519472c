/// What is known after a sink was sent to be created.
package enum Outcome: Hashable, Sendable {
  /// The API says that it exists now.
  case created(SinkRecord)
  /// The API, or what stands before it, said no: nothing was created.
  case refused(Refusal)
  /// Nothing arrived: nothing was created.
  case notReached(TransportFailure)
  /// It was sent, and no readable answer came: the sink may exist.
  case unknown(UnknownOutcome)

  /// Reads what creating a sink was answered with.
  ///
  /// An answer below 500 that is not a success is a refusal, also a redirect, which the API never
  /// gives: a server that sends elsewhere has done nothing. From 500 on the sink may be stored.
  init(_ result: Result<HTTPResponse, TransportFailure>, redacting secrets: Secrets) {
    switch result {
    case .failure(let failure):
      self = failure.mayHaveArrived ? .unknown(.noAnswer(failure.reason)) : .notReached(failure)
    case .success(let response):
      self.init(response, redacting: secrets)
    }
  }

  private init(_ response: HTTPResponse, redacting secrets: Secrets) {
    let envelope = Envelope(response.body)
    let errors = (envelope?.errors ?? []).map(secrets.redacted)
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
      self = sink.map { .created($0) } ?? .unknown(.unreadable(response, isHTML: false))
    case 300..<500: self = .refused(Refusal(response, errors: errors))
    default: self = .unknown(.failed(Refusal(response, errors: errors)))
    }
  }

  /// Whether the same request may be sent again: it was refused for load, or nothing arrived.
  var isRetryable: Bool {
    switch self {
    case .refused(let refusal): refusal.status == 429
    case .notReached(let failure): failure.isRetryable
    case .created, .unknown: false
    }
  }

  /// The seconds that the API asks to wait.
  var retryAfter: Int? {
    if case .refused(let refusal) = self { refusal.retryAfter } else { nil }
  }
}

extension HTTPResponse {
  /// Whether the body is a page for people.
  var isHTML: Bool {
    headers["content-type"]?.lowercased().hasPrefix("text/html") == true
      || body.first { !$0.isASCIISpace } == UInt8(ascii: "<")
  }
}

extension UInt8 {
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
