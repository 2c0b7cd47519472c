import SinkSpec
import TestSupport

/// A JSON value for round-trip tests.
indirect enum SampleValue: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([SampleValue])
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: SampleValue
  }

  static func random(depth: Int, using random: inout SplitMix64) -> SampleValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2:
      .number(
        ["0", "-1", "12.50", "1e9", "123456789012345678901234567890"][
          Int.random(in: 0..<5, using: &random)])
    case 3, 4: .string(text(using: &random))
    case 5, 6:
      .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          SampleValue.random(depth: depth - 1, using: &random)
        })
    default:
      .object(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Member(
            name: text(using: &random),
            value: SampleValue.random(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SplitMix64) -> String {
    let alphabet = Array("ab\"\\/\u{8}\u{C}\n\r\t\0\u{1F}é日😀\u{301}\u{2028}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  /// Returns the value as JSON with random white space and escapes.
  func written(using random: inout SplitMix64) -> String {
    var space: String {
      ["", "", "", " ", "\n", "\r\n\t"][Int.random(in: 0..<6, using: &random)]
    }
    var parts: [String] = []
    switch self {
    case .null: return space + "null" + space
    case .bool(let value): return space + "\(value)" + space
    case .number(let digits): return space + digits + space
    case .string(let text): return space + Self.quoted(text, using: &random) + space
    case .array(let elements):
      for element in elements { parts.append(element.written(using: &random)) }
      return space + "[" + (parts.isEmpty ? space : parts.joined(separator: ",")) + "]" + space
    case .object(let members):
      for member in members {
        let name = space + Self.quoted(member.name, using: &random) + space
        parts.append(name + ":" + member.value.written(using: &random))
      }
      return space + "{" + (parts.isEmpty ? space : parts.joined(separator: ",")) + "}" + space
    }
  }

  private static func quoted(_ text: String, using random: inout SplitMix64) -> String {
    guard Bool.random(using: &random) else { return JSONText.string(text) }
    let escapes = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: unit % 2 == 0)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    return "\"" + escapes.joined() + "\""
  }

  init(_ document: JSONDocument, _ index: JSONDocument.Index = .root) {
    switch document.kind(index) {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .number: self = .number(document.literal(index))
    case .string: self = .string(document.string(index) ?? "?")
    case .array: self = .array(document.elements(index).map { SampleValue(document, $0) })
    case .object:
      self = .object(
        document.members(index).map {
          Member(name: document.string($0.name) ?? "?", value: SampleValue(document, $0.value))
        })
    }
  }
}
