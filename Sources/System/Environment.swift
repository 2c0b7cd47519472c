import CSystem

/// A snapshot of environment variables.
package struct Environment: ExpressibleByDictionaryLiteral, Sendable {
  /// The variables by name, including empty ones.
  package let variables: [String: String]

  /// The process's environment at the first access.
  package static let current = Environment(entries: cs_environment())

  package init(dictionaryLiteral variables: (String, String)...) {
    self.variables = Dictionary(variables) { first, _ in first }
  }

  private init(entries: UnsafePointer<UnsafePointer<CChar>?>) {
    var variables: [String: String] = [:]
    var next = entries
    while let entry = next.pointee {
      // Split bytes: a combining mark after the equals sign would merge with it.
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

  /// Returns the value of a variable; nil if it is unset or empty.
  package subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The names of all variables.
  package var names: Set<String> { Set(variables.keys) }
}
