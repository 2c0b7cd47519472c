import SinkSpec

/// Writes requests and responses as text, without secrets.
package struct ExchangeTrace: Sendable {
  private let secrets: Secrets
  private let write: @Sendable (_ lines: [String]) -> Void

  /// Creates a trace.
  ///
  /// - Parameters:
  ///   - credentials: The credentials of the requests.
  ///   - texts: Other secrets that a response may repeat.
  ///   - write: Writes the lines of a request or a response, which may contain control characters.
  package init(
    credentials: Credentials, hiding texts: [String] = [],
    to write: @escaping @Sendable (_ lines: [String]) -> Void
  ) {
    var secrets = Secrets(credentials: credentials)
    for text in texts { secrets.add(text) }
    self.secrets = secrets
    self.write = write
  }

  /// Returns a trace that also hides the secrets of a request to a storage host.
  package func hidingSecrets(of request: StorageRequest) -> ExchangeTrace {
    switch request.authentication {
    case .token(let token): hiding([token])
    case .keys(let id, let secret): hiding([id, secret])
    }
  }

  /// Returns a trace that also hides the secrets of a request's body.
  package func hidingSecrets(ofBody body: [UInt8]) -> ExchangeTrace {
    var secrets = secrets
    secrets.addSecrets(ofRequest: body)
    return ExchangeTrace(secrets: secrets, write: write)
  }

  private func hiding(_ texts: [String]) -> ExchangeTrace {
    var secrets = secrets
    for text in texts { secrets.add(text) }
    return ExchangeTrace(secrets: secrets, write: write)
  }

  private init(secrets: Secrets, write: @escaping @Sendable (_ lines: [String]) -> Void) {
    self.secrets = secrets
    self.write = write
  }

  // MARK: Writing

  /// Writes a request before it is sent.
  package func writeRequest(_ method: String, _ url: String, _ headers: [Header], body: [UInt8]) {
    write(block(">", "\(method) \(url)", headers, body))
  }

  /// Writes the response to a request, or the reason there is none.
  package func writeResult(
    _ result: Result<HTTPResponse, TransportFailure>, to method: String, _ url: String,
    milliseconds: Int
  ) {
    let request = "\(method) \(url), \(milliseconds) ms"
    switch result {
    case .success(let response):
      write(block("<", "HTTP \(response.status) to \(request)", response.headers, response.body))
    case .failure(let failure):
      write(["< no response to \(request): \(secrets.inAnyEncoding.redacted(failure.sentence))"])
    }
  }

  private func block(
    _ mark: String, _ start: String, _ headers: [Header], _ body: [UInt8]
  ) -> [String] {
    let lines =
      [start] + headers.map { "\($0.name): \(value(of: $0))" }
      + (body.isEmpty ? [] : [""] + text(of: body))
    let secrets = secrets.inAnyEncoding
    return lines.map { $0.isEmpty ? mark : "\(mark) \(secrets.redacted($0))" }
  }

  /// Substrings of header names that mark credentials.
  private static let namesOfSecrets = [
    "auth", "cookie", "credential", "key", "password", "secret", "session", "token",
  ]

  private func value(of header: Header) -> String {
    let name = header.name.lowercased()
    return Self.namesOfSecrets.contains { name.contains($0) } ? SecretStyle.mask : header.value
  }

  /// Returns a body as indented JSON with its secrets replaced by references, or the body
  /// unchanged.
  private func text(of body: [UInt8]) -> [String] {
    let text =
      if let document = try? JSONDocument(parsing: body, depthLimit: 128) {
        secrets.redacted(document, .root).text(secrets: .referenced)
      } else {
        // Redact before splitting: a secret may contain line breaks.
        secrets.inAnyEncoding.redacted(String(decoding: body, as: UTF8.self))
      }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.last == "" ? lines.dropLast() : lines[...]).map(String.init)
  }
}

extension Secrets {
  /// The secrets, both verbatim and escaped as in JSON, URLs and HTML.
  fileprivate var inAnyEncoding: Secrets {
    encoded { secret in
      let html = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
        .reduce(secret) { $0.replacing($1.0, with: $1.1) }
      return [
        secret, String(JSONText.string(secret).dropFirst().dropLast()),
        PercentEncoding.encoded(secret),
        html,
      ]
    }
  }
}
