import SinkSpec

/// What must be shown nowhere: the credentials, and the secrets of the request that is sent.
struct Secrets: Sendable {
  private var texts: Set<String> = []

  /// What stands in the place of a secret.
  static let mask = "••••••••"

  /// A shorter text is no secret: hiding it would only garble what is said.
  private static let shortest = 4

  init(credentials: Credentials? = nil) {
    if let credentials { add(credentials.secret) }
  }

  /// Adds the strings at the places of secrets in a request's body.
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

  private mutating func add(_ text: String) {
    guard text.utf8.count >= Self.shortest, SecretReference(text) == nil else { return }
    texts.insert(text)
  }

  /// A text without the secrets in it.
  func redacted(_ text: String) -> String {
    // The longer ones first: one secret may begin another.
    texts.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { text, secret in
      guard text.utf8.count >= secret.utf8.count else { return text }
      let bytes = Array(text.utf8)
      let parts = bytes.split(separator: Array(secret.utf8), omittingEmptySubsequences: false)
      guard parts.count > 1 else { return text }
      return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: Self.mask)
    }
  }

  /// An error whose texts are without the secrets.
  func redacted(_ error: APIError) -> APIError {
    APIError(
      code: error.code, message: redacted(error.message), source: error.source.map(redacted),
      documentationURL: error.documentationURL.map(redacted))
  }

  /// A value of an answer as a tree, with references in the places of secrets.
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
    case .string where pointer.lastToken == "credentials":
      content = .literal(JSONText.string(Self.mask))
    case .string: content = .literal(JSONText.string(redacted(document.string(index) ?? "")))
    case .number, .true, .false: content = .literal(redacted(document.literal(index)))
    }
    return RequestNode(name: name, pointer: pointer, content: content)
  }

  /// The reference that stands for what a secret's name, at any depth, or `credentials` holds.
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
