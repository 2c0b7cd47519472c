import SinkSpec

/// Collects the errors of a response in every known error format.
struct ErrorReader {
  let document: JSONDocument
  let secrets: Secrets

  /// The maximum number of errors and the maximum length of a message.
  private static let countLimit = 20
  private static let lengthLimit = 1_000

  /// The errors in document order; a missing message is empty.
  var errors: [APIError] {
    var found: [APIError] = []
    if let list = member("errors", .root) {
      for element in document.elements(list) { read(element, into: &found) }
    }
    if let single = member("error", .root) { readSingle(single, into: &found) }
    return found
  }

  /// Reads an element of `errors`, an object or a string, and its chain of causes.
  private func read(
    _ index: JSONDocument.Index, into found: inout [APIError], depth: Int = 0
  ) {
    guard found.count < Self.countLimit else { return }
    if let text = document.string(index) { return found.append(APIError(message: truncated(text))) }
    guard document.kind(index) == .object else { return }
    let source = member("source", index).flatMap { text("pointer", $0) }
    found.append(
      APIError(
        code: number("code", index), message: text("message", index) ?? "", source: source))
    guard depth < 3, let chain = member("error_chain", index) else { return }
    for element in document.elements(chain) { read(element, into: &found, depth: depth + 1) }
  }

  /// Reads the member `error`: a string with `code` as its sibling, an object like those in
  /// `errors`, or a list of issues.
  private func readSingle(_ index: JSONDocument.Index, into found: inout [APIError]) {
    if let text = document.string(index) {
      return found.append(APIError(code: number("code", .root), message: truncated(text)))
    }
    guard let issues = member("issues", index) else { return read(index, into: &found) }
    for issue in document.elements(issues).prefix(Self.countLimit) {
      found.append(APIError(message: text("message", issue) ?? "", source: path(of: issue)))
    }
  }

  /// Returns an issue's path, an array of names and indices, as a pointer.
  private func path(of issue: JSONDocument.Index) -> String? {
    guard let path = member("path", issue) else { return nil }
    let tokens = document.elements(path).map { document.string($0) ?? document.literal($0) }
    guard !tokens.isEmpty else { return nil }
    return truncated(tokens.reduce(Pointer.root) { $0.appending($1) }.text)
  }

  private func member(_ name: String, _ index: JSONDocument.Index) -> JSONDocument.Index? {
    document.lastMember(name, of: index)
  }

  private func text(_ name: String, _ index: JSONDocument.Index) -> String? {
    member(name, index).flatMap { document.string($0) }.map { truncated($0) }
  }

  private func number(_ name: String, _ index: JSONDocument.Index) -> Int? {
    guard let value = member(name, index) else { return nil }
    return Int(document.string(value) ?? document.literal(value))
  }

  /// Masks secrets, then truncates the text.
  ///
  /// In the other order, a truncated secret would not be recognized.
  private func truncated(_ text: String) -> String {
    let text = secrets.redacted(text)
    let scalars = text.unicodeScalars
    guard scalars.count > Self.lengthLimit else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(Self.lengthLimit))) + "…"
  }
}
