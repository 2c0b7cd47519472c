import SinkSpec

/// Strings that must not be shown or logged: the credentials, and the secrets of the request.
struct Secrets: Sendable {
  private var texts: Set<String> = []

  /// The minimum length in bytes of a secret; redacting shorter strings would only garble messages.
  private static let minimumLength = 4

  init(credentials: Credentials? = nil) {
    if let credentials { add(credentials.secret) }
  }

  /// Adds the values of the secret members of a request body.
  mutating func addSecrets(ofRequest body: [UInt8]) {
    guard let document = try? JSONDocument(parsing: body) else { return }
    var parents = [(JSONDocument.Index.root, Pointer.root)]
    while let (index, pointer) = parents.popLast() {
      for member in document.members(index) {
        let inner = pointer.appending(document.string(member.name) ?? "")
        if Self.reference(at: inner) != nil, let text = document.string(member.value) { add(text) }
        parents.append((member.value, inner))
      }
    }
  }

  /// Adds a secret, unless it is a reference or too short.
  mutating func add(_ text: String) {
    guard text.utf8.count >= Self.minimumLength, SecretReference(text) == nil else { return }
    texts.insert(text)
  }

  /// Returns the secrets in other encodings.
  func encoded(as encodings: (String) -> [String]) -> Secrets {
    var secrets = self
    secrets.texts = Set(texts.flatMap(encodings))
    return secrets
  }

  /// Returns the text with secrets masked.
  func redacted(_ text: String) -> String {
    // Longest first, because one secret may be a prefix of another.
    texts.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { text, secret in
      guard text.utf8.count >= secret.utf8.count else { return text }
      let bytes = Array(text.utf8)
      let parts = bytes.split(separator: Array(secret.utf8), omittingEmptySubsequences: false)
      guard parts.count > 1 else { return text }
      return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: SecretStyle.mask)
    }
  }

  /// Returns a response with secrets masked in its headers, or a failure with secrets masked in its
  /// message.
  ///
  /// The body is masked only after parsing, because escapes in the raw text could hide a secret.
  func redacted(
    _ result: Result<HTTPResponse, TransportFailure>
  ) -> Result<HTTPResponse, TransportFailure> {
    result.map { response in
      HTTPResponse(
        status: response.status,
        headers: response.headers.map { Header($0.name, redacted($0.value)) }, body: response.body)
    }.mapError { failure in
      TransportFailure(
        failure.reason.mapText(redacted), mayHaveArrived: failure.mayHaveArrived)
    }
  }

  /// Returns a value of a response as a tree, with secret members replaced by references.
  func redacted(_ document: JSONDocument, _ index: JSONDocument.Index) -> RequestNode {
    redacted(document, index, name: nil, pointer: .root)
  }

  private func redacted(
    _ document: JSONDocument, _ index: JSONDocument.Index, name: String?, pointer: Pointer
  ) -> RequestNode {
    let content: RequestNode.Content
    switch document.kind(index) {
    case .null: content = .literal("null")
    case _ where Self.reference(at: pointer) != nil:
      let reference = Self.reference(at: pointer) ?? ""
      content = .secret(reference, defaultReference: reference)
    case _ where Self.isSecretLike(document, index, at: pointer):
      content = .literal(JSONText.string(SecretStyle.mask))
    case .object:
      content = .object(
        document.members(index).map { member in
          let name = document.string(member.name) ?? ""
          return redacted(
            document, member.value, name: redacted(name), pointer: pointer.appending(name))
        })
    case .array:
      content = .array(
        document.elements(index).enumerated().map { number, element in
          redacted(document, element, name: nil, pointer: pointer.appending(number))
        })
    case .string: content = .literal(JSONText.string(redacted(document.string(index) ?? "")))
    case .number, .true, .false: content = .literal(redacted(document.literal(index)))
    }
    return RequestNode(name: name, pointer: pointer, content: content)
  }

  /// Returns whether a member without a reference is hidden whole, because of its name.
  private static func isSecretLike(
    _ document: JSONDocument, _ index: JSONDocument.Index, at pointer: Pointer
  ) -> Bool {
    switch document.kind(index) {
    case .null, .true, .false: false
    // The members of credentials are hidden one by one.
    case .object where pointer.lastToken == "credentials": false
    case .object, .array, .string, .number:
      pointer.lastToken == "credentials" || SecretNames.contains(pointer.lastToken)
    }
  }

  /// Returns the reference for a secret member, identified by its pointer, its name at any depth,
  /// or its parent `credentials`; `nil` if the member is not secret.
  private static func reference(at pointer: Pointer) -> String? {
    if let parameter = SinkDescription.parameter(at: pointer) { return parameter.defaultReference }
    let tokens = pointer.tokens
    guard let last = tokens.last else { return nil }
    if let reference = referenceOfName[last] { return reference }
    guard tokens.dropLast().last == "credentials" else { return nil }
    return SinkDescription.reference(forSecretAt: "/config/credentials/x", "\"\"")
  }

  private static let referenceOfName: [String: String] = Dictionary(
    SinkDescription.all().compactMap { parameter in
      parameter.defaultReference.map { (parameter.name, $0) }
    }, uniquingKeysWith: { first, _ in first })
}
