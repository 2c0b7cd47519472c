/// An iterative JSON parser, so that no input can overflow the stack.
///
/// The text is passed to each function as a span, which avoids reference counting.
struct JSONParser {
  /// The error that stopped the parser.
  struct Stop: Error {
    let offset: Int
    let message: String
  }

  private(set) var nodes: [JSONDocument.Node] = []
  private let depthLimit: Int
  private var at = 0
  /// The node indices of the open arrays and objects.
  private var open: [Int] = []

  init(depthLimit: Int) { self.depthLimit = depthLimit }

  mutating func parse(_ bytes: Span<UInt8>) throws(Stop) {
    guard bytes.count <= JSONDocument.Node.textLimit else {
      throw Stop(offset: 0, message: "the text is longer than 4 GiB")
    }
    if bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xFE, bytes[2] == 0, bytes[3] == 0 {
      throw Stop(offset: 0, message: "the text is UTF-32; JSON must be UTF-8")
    }
    if bytes.count >= 2, [[0xFF, 0xFE], [0xFE, 0xFF]].contains([bytes[0], bytes[1]]) {
      throw Stop(offset: 0, message: "the text is UTF-16; JSON must be UTF-8")
    }
    if let offset = UTF8Validity.firstInvalidOffset(in: bytes) {
      throw Stop(offset: offset, message: "this byte is not valid UTF-8")
    }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw Stop(
        offset: 0, message: "the file starts with a byte order mark; save it as UTF-8 without BOM")
    }
    // Avoid copying a long list as it grows. Unused pages are never committed.
    nodes.reserveCapacity(bytes.count / (bytes.count < 64 << 20 ? 2 : 6))
    skipSpace(bytes)
    guard at < bytes.count else {
      throw Stop(offset: at, message: "expected a JSON value, but the input is empty")
    }
    try value(bytes, "a value")
    while !open.isEmpty { try continueContainer(bytes) }
    skipSpace(bytes)
    guard at == bytes.count else { throw expecting("the end of the text", bytes) }
  }

  /// Parses a scalar, or opens an array or object.
  private mutating func value(_ bytes: Span<UInt8>, _ wanted: StaticString) throws(Stop) {
    guard at < bytes.count else { throw expecting(wanted, bytes) }
    switch bytes[at] {
    case UInt8(ascii: "{"): try openContainer(.object, bytes)
    case UInt8(ascii: "["): try openContainer(.array, bytes)
    case UInt8(ascii: "\""): try string(bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(bytes)
    case UInt8(ascii: "t"): try word("true", Self.trueLetters, .true, bytes)
    case UInt8(ascii: "f"): try word("false", Self.falseLetters, .false, bytes)
    case UInt8(ascii: "n"): try word("null", Self.nullLetters, .null, bytes)
    default: throw expecting(wanted, bytes)
    }
  }

  private mutating func openContainer(
    _ kind: JSONDocument.Kind, _ bytes: Span<UInt8>
  ) throws(Stop) {
    guard open.count < depthLimit else {
      throw Stop(
        offset: at, message: "arrays and objects are nested more than \(depthLimit) levels deep")
    }
    open.append(nodes.count)
    append(kind, from: at, to: at + 1)
    at += 1
    skipSpace(bytes)
    let close = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if at < bytes.count, bytes[at] == close { return closeContainer() }
    if kind == .object {
      try memberName(bytes, "a member's name or '}'")
    } else {
      try value(bytes, "a value or ']'")
    }
  }

  /// Parses a comma and the next value, or the end of the innermost container.
  private mutating func continueContainer(_ bytes: Span<UInt8>) throws(Stop) {
    guard let container = open.last else { return }
    let isObject = nodes[container].kind == .object
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    skipSpace(bytes)
    guard at < bytes.count, bytes[at] == UInt8(ascii: ",") || bytes[at] == close else {
      throw expecting(isObject ? "',' or '}'" : "',' or ']'", bytes)
    }
    if bytes[at] == close { return closeContainer() }
    at += 1
    skipSpace(bytes)
    if isObject {
      try memberName(bytes, "a member's name after ','")
    } else {
      try value(bytes, "a value after ','")
    }
  }

  private mutating func closeContainer() {
    at += 1
    guard let container = open.popLast() else { return }
    nodes[container].close(end: at, next: nodes.count)
  }

  private mutating func memberName(_ bytes: Span<UInt8>, _ wanted: StaticString) throws(Stop) {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      throw expecting(wanted, bytes)
    }
    try string(bytes)
    skipSpace(bytes)
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
      throw expecting("':' after a member's name", bytes)
    }
    at += 1
    skipSpace(bytes)
    try value(bytes, "a value after ':'")
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    var hasEscapes = false
    at += 1
    while true {
      // Hot loop: count in a local variable.
      var plain = at
      while plain < bytes.count, Self.isPlain(bytes[plain]) { plain += 1 }
      at = plain
      guard at < bytes.count else { throw expecting("'\"' at the end of a string", bytes) }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return append(.string, hasEscapes: hasEscapes, from: start, to: at)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(bytes)
      default:
        throw Stop(
          offset: at,
          message: "control characters in strings must be escaped, \(found(bytes))")
      }
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(Stop) {
    at += 1
    guard at < bytes.count else { throw expecting("an escape", bytes) }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        guard at < bytes.count, JSONStringEscapes.hexDigit(bytes[at]) != nil else {
          throw expecting("four hexadecimal digits after \\u", bytes)
        }
        at += 1
      }
    default:
      throw expecting("one of \" \\ / b f n r t u after a backslash", bytes)
    }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if at < bytes.count, bytes[at].isDigit {
        throw Stop(offset: at, message: "numbers cannot have leading zeros")
      }
    } else {
      try digits(bytes, "a digit")
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits(bytes, "a digit after the decimal point")
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      try digits(bytes, "a digit of the exponent")
    }
    append(.number, from: start, to: at)
  }

  private mutating func digits(_ bytes: Span<UInt8>, _ wanted: StaticString) throws(Stop) {
    guard at < bytes.count, bytes[at].isDigit else { throw expecting(wanted, bytes) }
    while at < bytes.count, bytes[at].isDigit { at += 1 }
  }

  private mutating func word(
    _ word: StaticString, _ letters: [UInt8], _ kind: JSONDocument.Kind, _ bytes: Span<UInt8>
  ) throws(Stop) {
    let start = at
    for letter in letters {
      guard at < bytes.count, bytes[at] == letter else {
        throw Stop(
          offset: at,
          message: "expected '\(Unicode.Scalar(letter))' of \(word), \(found(bytes))")
      }
      at += 1
    }
    append(kind, from: start, to: at)
  }

  private static let trueLetters = Array("true".utf8)
  private static let falseLetters = Array("false".utf8)
  private static let nullLetters = Array("null".utf8)

  private mutating func append(
    _ kind: JSONDocument.Kind, hasEscapes: Bool = false, from start: Int, to end: Int
  ) {
    nodes.append(
      .init(kind: kind, hasEscapes: hasEscapes, start: start, end: end, next: nodes.count + 1))
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    var end = at
    while end < bytes.count, JSONSpace.isSpace(bytes[end]) { end += 1 }
    at = end
  }

  /// Returns whether a byte is ordinary string content.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte >= 0x20
  }

  private func expecting(_ wanted: StaticString, _ bytes: Span<UInt8>) -> Stop {
    Stop(offset: at, message: "expected \(wanted), \(found(bytes))")
  }

  /// Returns a description of the next character, for a message.
  private func found(_ bytes: Span<UInt8>) -> String {
    guard at < bytes.count else { return "found the end of the text" }
    let rest = (at..<min(at + 4, bytes.count)).map { bytes[$0] }
    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else {
      return "found nothing"
    }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "found the control character U+00" + (scalar.value < 16 ? "0" : "")
        + String(scalar.value, radix: 16, uppercase: true)
    }
    return "found '\(scalar)'"
  }
}

/// A JSON syntax error with a message for the operator, thrown by ``JSONDocument``.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The byte offset of the error.
  package let offset: Int
  package let position: SourcePosition
  /// A description of the expected and the actual text.
  package let message: String

  package init(offset: Int, position: SourcePosition, message: String) {
    self.offset = offset
    self.position = position
    self.message = message
  }
}
