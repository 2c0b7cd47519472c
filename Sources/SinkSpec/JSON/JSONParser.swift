/// Reads JSON bytes into a flat list of values, without recursion, so that no input exhausts the stack.
struct JSONParser {
  private(set) var nodes: [JSONDocument.Node] = []
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var at = 0
  /// The list indices of the arrays and objects that are still open.
  private var open: [Int] = []

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func parse() throws(JSONSyntaxError) {
    if let offset = UTF8Validity.firstInvalidOffset(in: bytes) {
      throw error(at: offset, "this byte is not UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error(at: 0, "the text begins with a byte order mark; JSON begins with its value")
    }
    skipSpace()
    guard at < bytes.count else { throw error(at: at, "expected a value, the text is empty") }
    try value(expected: "a value")
    while !open.isEmpty { try continueContainer() }
    skipSpace()
    guard at == bytes.count else { throw error(at: at, "expected the end of the text, \(found)") }
  }

  /// Reads a scalar, or opens an array or object.
  private mutating func value(expected: String) throws(JSONSyntaxError) {
    guard at < bytes.count else { throw error(at: at, "expected \(expected), \(found)") }
    switch bytes[at] {
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true", .true, expected)
    case UInt8(ascii: "f"): try word("false", .false, expected)
    case UInt8(ascii: "n"): try word("null", .null, expected)
    default: throw error(at: at, "expected \(expected), \(found)")
    }
  }

  private mutating func openContainer(_ kind: JSONDocument.Kind) throws(JSONSyntaxError) {
    guard open.count < depthLimit else {
      throw error(at: at, "more than \(depthLimit) arrays and objects inside one another")
    }
    open.append(nodes.count)
    append(kind, from: at, to: at + 1)
    at += 1
    skipSpace()
    let close = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if at < bytes.count, bytes[at] == close { return closeContainer() }
    if kind == .object {
      try memberName(expected: "a member's name or '}'")
    } else {
      try value(expected: "a value or ']'")
    }
  }

  /// After a value inside the innermost container: its comma and next value, or its end.
  private mutating func continueContainer() throws(JSONSyntaxError) {
    guard let container = open.last else { return }
    let isObject = nodes[container].kind == .object
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ",") || bytes[at] == close else {
      throw error(at: at, "expected ',' or '\(isObject ? "}" : "]")', \(found)")
    }
    if bytes[at] == close { return closeContainer() }
    at += 1
    skipSpace()
    if isObject {
      try memberName(expected: "a member's name after ','")
    } else {
      try value(expected: "a value after ','")
    }
  }

  private mutating func closeContainer() {
    at += 1
    guard let container = open.popLast() else { return }
    nodes[container].end = at
    nodes[container].next = nodes.count
  }

  private mutating func memberName(expected: String) throws(JSONSyntaxError) {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      throw error(at: at, "expected \(expected), \(found)")
    }
    try string()
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
      throw error(at: at, "expected ':' after a member's name, \(found)")
    }
    at += 1
    skipSpace()
    try value(expected: "a value after ':'")
  }

  private mutating func string() throws(JSONSyntaxError) {
    let start = at
    var hasEscapes = false
    at += 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return append(.string, hasEscapes: hasEscapes, from: start, to: at)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      case 0..<0x20: throw error(at: at, "a string must not hold a raw control character, \(found)")
      default: at += 1
      }
    }
    throw error(at: at, "expected '\"' at the end of a string, \(found)")
  }

  private mutating func escape() throws(JSONSyntaxError) {
    at += 1
    guard at < bytes.count else { throw error(at: at, "expected an escape, \(found)") }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        guard at < bytes.count, JSONStringEscapes.hexDigit(bytes[at]) != nil else {
          throw error(at: at, "expected four hexadecimal digits after \\u, \(found)")
        }
        at += 1
      }
    default:
      throw error(at: at, "expected one of \" \\ / b f n r t u after a backslash, \(found)")
    }
  }

  private mutating func number() throws(JSONSyntaxError) {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if at < bytes.count, isDigit(bytes[at]) {
        throw error(at: at, "a number must not begin with 0 followed by digits")
      }
    } else {
      try digits("a digit")
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits("a digit after the decimal point")
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      try digits("a digit of the exponent")
    }
    append(.number, from: start, to: at)
  }

  private mutating func digits(_ expected: String) throws(JSONSyntaxError) {
    guard at < bytes.count, isDigit(bytes[at]) else {
      throw error(at: at, "expected \(expected), \(found)")
    }
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONDocument.Kind, _ expected: String
  ) throws(JSONSyntaxError) {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, "\(word)".utf8.elementsEqual(bytes[at..<end]) else {
      throw error(at: at, "expected \(expected), \(found)")
    }
    append(kind, from: at, to: end)
    at = end
  }

  private mutating func append(
    _ kind: JSONDocument.Kind, hasEscapes: Bool = false, from start: Int, to end: Int
  ) {
    nodes.append(
      .init(kind: kind, hasEscapes: hasEscapes, start: start, end: end, next: nodes.count + 1))
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// What stands at the current place, for a message.
  private var found: String {
    guard at < bytes.count else { return "found the end of the text" }
    let rest = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return "found nothing" }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "found the control character U+00" + (scalar.value < 16 ? "0" : "")
        + String(scalar.value, radix: 16, uppercase: true)
    }
    return "found '\(scalar)'"
  }

  private func error(at offset: Int, _ message: String) -> JSONSyntaxError {
    JSONSyntaxError(
      offset: offset, position: SourcePosition(offset: offset, in: bytes), message: message)
  }
}
