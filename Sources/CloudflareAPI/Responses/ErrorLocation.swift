import SinkSpec

/// Which parameter of the description an error of the API is about.
enum ErrorLocation {
  /// The parameter that an error names: by its pointer, by its code, or by a name in its text.
  static func pointer(of error: APIError) -> Pointer? {
    if let source = error.source, let pointer = parameter(along: source) { return pointer }
    for word in words(of: error.message) {
      if let pointer = parameter(named: word) { return pointer }
    }
    return error.code.flatMap { pointerOfCode[$0] }
  }

  /// What the known codes are about (gathered from public clients of the API).
  private static let pointerOfCode: [Int: Pointer] = [
    1003: "/name", 10006: "/config/bucket", 40401: "/config/bucket",
  ]

  /// The parameter at a path such as `/config/bucket`, `#/body/config/bucket`, `config.bucket` or
  /// `schema.fields[2].name`, else the nearest one around it.
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

  /// A word of a message that may name a parameter.
  private struct Word {
    let text: String
    /// Whether it stands in quotes, so that even `name` or `type` names something.
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
      // A path must lead to a parameter itself: text with dots is often something else.
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

  /// The parameter that a member's name means: of several, the least deep, the body's before the URL's.
  private static let pointerOfName: [String: Pointer] = Dictionary(
    SinkDescription.all().filter { $0.pointer != .root }.map { ($0.name, $0.pointer) },
    uniquingKeysWith: { $1.tokens.count < $0.tokens.count ? $1 : $0 })
}
