/// A JSON pointer (RFC 6901) to a value of the request.
///
/// In descriptions `*` matches any index, as in `/schema/fields/*/name`.
package struct Pointer: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The pointer's text, which is empty for the whole document and otherwise begins with `/`.
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  package static let root = Pointer("")

  package var description: String { text }

  /// Returns the pointer to a member of this pointer's object.
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

  /// Returns the pointer to an element of this pointer's array.
  package func appending(_ index: Int) -> Pointer { Pointer(text + "/\(index)") }

  /// The pointer to the enclosing object or array; nil for the whole document.
  package var parent: Pointer? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return Pointer(String(text[..<slash]))
  }

  /// The last token, unescaped: a member name or an index.
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

  /// Returns whether this pointer names another pointer's value or one of its descendants.
  package func isWithin(_ other: Pointer) -> Bool {
    // Compare bytes: a slash followed by a combining mark is a single `Character`.
    guard text.utf8.starts(with: other.text.utf8) else { return false }
    let rest = text.utf8.dropFirst(other.text.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }
}
