import SinkSpec

/// Maps errors of the API to parameters of the sink description.
enum ErrorLocation {
  /// Returns the parameter of an error, found by its pointer, a name in its message, or its code.
  static func pointer(of error: APIError) -> Pointer? {
    if let source = error.source, let pointer = parameter(along: source) { return pointer }
    for word in words(of: error.message) {
      if let pointer = parameter(named: word) { return pointer }
    }
    return error.code.flatMap { pointerOfCode[$0] }
  }

  /// The parameters that known error codes refer to, collected from public API clients.
  private static let pointerOfCode: [Int: Pointer] = [
    1003: "/name", 10006: "/config/bucket", 40401: "/config/bucket",
  ]

  /// Returns the parameter at a path such as `/config/bucket`, `#/body/config/bucket`,
  /// `config.bucket` or `schema.fields[2].name`, or its nearest ancestor.
  static func parameter(along path: String) -> Pointer? {
    let isPointer = path.contains("/")
    var tokens =
      isPointer
      ? Pointer(path).tokens
      : path.split { ".[]".contains($0) }.map(String.init)
    if tokens.first == "body" { tokens.removeFirst() }
    while !tokens.isEmpty {
      let pointer = tokens.reduce(Pointer.root) { $0.appending($1) }
      if SinkDescription.parameter(at: pointer) != nil, pointer != SinkDescription.account.pointer {
        return pointer
      }
      tokens.removeLast()
    }
    return nil
  }

  /// A word of a message that may be the name of a parameter.
  private struct Word {
    let text: String
    /// Whether the word is quoted, so that even `name` or `type` refers to a parameter.
    let isQuoted: Bool
  }

  private static func words(of message: String) -> [Word] {
    let isWordPart: (Unicode.Scalar) -> Bool = {
      $0 == "_" || $0 == "." || $0 == "/" || $0 == "[" || $0 == "]" || ("a"..."z").contains($0)
        || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
    }
    let quotes: Set<Unicode.Scalar> = ["'", "\"", "`", "‘", "“"]
    var words: [Word] = []
    var word = ""
    var before: Unicode.Scalar = " "
    for scalar in message.unicodeScalars {
      if isWordPart(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(Word(text: word, isQuoted: quotes.contains(before))) }
      word = ""
      before = scalar
    }
    if !word.isEmpty { words.append(Word(text: word, isQuoted: quotes.contains(before))) }
    return words
  }

  private static func parameter(named word: Word) -> Pointer? {
    var text = word.text[...]
    while text.last == "." { text.removeLast() }
    if text.contains("/") || text.contains(".") || text.contains("[") {
      // Require an exact match: words with dots are often not paths.
      guard let pointer = parameter(along: String(text)),
        text.hasSuffix(pointer.lastToken)
      else { return nil }
      return pointer
    }
    guard word.isQuoted || text.contains("_") || text == "bucket" || text == "namespace" else {
      return nil
    }
    return pointerOfName[String(text)]
  }

  /// The parameter for each member name; for ambiguous names the shallowest, and the body before
  /// the URL.
  private static let pointerOfName: [String: Pointer] = Dictionary(
    SinkDescription.all().filter { $0.pointer != .root }.map { ($0.name, $0.pointer) },
    uniquingKeysWith: { $1.tokens.count < $0.tokens.count ? $1 : $0 })
}
