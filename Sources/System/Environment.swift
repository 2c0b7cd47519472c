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
    for entry in strings(at: entries) {
      // Split bytes: a combining mark after the equals sign would merge with it.
      let text = entry.utf8
      if let sign = text.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: text[..<sign], as: UTF8.self)
        let value = String(decoding: text[text.index(after: sign)...], as: UTF8.self)
        variables[name] = variables[name] ?? value
      }
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

/// The arguments of the process.
///
/// `CommandLine.arguments` reads them from /proc, which may not be mounted.
package enum ProcessArguments {
  /// The arguments after the program's name.
  package static let all = Array(strings(at: cs_arguments()).dropFirst())
}

/// Returns the strings of a null-terminated array.
private func strings(at start: UnsafePointer<UnsafePointer<CChar>?>) -> [String] {
  var strings: [String] = []
  var next = start
  while let string = next.pointee {
    strings.append(String(cString: string))
    next += 1
  }
  return strings
}
