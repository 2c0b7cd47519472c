import CSystem

/// A snapshot of environment variables.
package struct Environment: ExpressibleByDictionaryLiteral, Sendable {
  /// The variables by name; some may be empty.
  package let variables: [String: String]

  /// The process's variables, as they were when first asked for.
  package static let current = Environment(entries: cs_environment())

  package init(dictionaryLiteral variables: (String, String)...) {
    self.variables = Dictionary(variables) { first, _ in first }
  }

  private init(entries: UnsafePointer<UnsafePointer<CChar>?>) {
    var variables: [String: String] = [:]
    var next = entries
    while let entry = next.pointee {
      // By bytes: a combining mark after the sign would make one character of the two.
      let text = String(cString: entry).utf8
      if let sign = text.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: text[..<sign], as: UTF8.self)
        let value = String(decoding: text[text.index(after: sign)...], as: UTF8.self)
        variables[name] = variables[name] ?? value
      }
      next += 1
    }
    self.variables = variables
  }

  /// The value of a variable; nil if it is not set or empty, which mean the same here.
  package subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The names of all variables that are set.
  package var names: Set<String> { Set(variables.keys) }
}
