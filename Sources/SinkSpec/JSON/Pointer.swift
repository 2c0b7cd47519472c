/// The name of a value in the request: a JSON pointer, RFC 6901.
///
/// In a description `*` stands for any index, as in `/schema/fields/*/name`.
package struct Pointer: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The pointer's text: empty for the whole document, else beginning with `/`.
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  package static let root = Pointer("")

  package var description: String { text }

  /// The pointer to a member of the object that this one names.
  package func appending(_ member: String) -> Pointer {
    guard member.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return Pointer(text + "/" + member)
    }
    var escaped = ""
    for character in member.unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return Pointer(text + "/" + escaped)
  }

  /// The pointer to an element of the array that this one names.
  package func appending(_ index: Int) -> Pointer { Pointer(text + "/\(index)") }

  /// The pointer to the object or array that holds this value; nil for the whole document.
  package var parent: Pointer? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return Pointer(String(text[..<slash]))
  }

  /// The last token, unescaped: a member's name or an index.
  package var lastToken: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return Self.unescape(text[text.utf8.index(after: slash)...])
  }

  /// The tokens, unescaped.
  package var tokens: [String] {
    text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
      .map { Self.unescape(Substring($0)) }
  }

  private static func unescape(_ token: Substring) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var result = ""
    var tilde = false
    for scalar in token.unicodeScalars {
      if tilde {
        result.unicodeScalars.append(scalar == "1" ? "/" : "~")
        tilde = false
      } else if scalar == "~" {
        tilde = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether this pointer names the other's value or one inside it.
  package func isWithin(_ other: Pointer) -> Bool {
    // Byte by byte: a slash with a combining mark after it is still a slash.
    guard text.utf8.starts(with: other.text.utf8) else { return false }
    let rest = text.utf8.dropFirst(other.text.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }
}
