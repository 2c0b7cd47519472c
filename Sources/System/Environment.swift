import CSystem
import Glibc

/// A snapshot of environment variables.
package struct Environment: ExpressibleByDictionaryLiteral, Sendable {
  /// The variables by name, including empty ones.
  package let variables: [String: String]
  /// The names of the variables whose value is not UTF-8, which are left out.
  package let undecodableNames: Set<String>

  /// The process's environment at the first access.
  package static let current = Environment(entries: cs_environment())

  package init(dictionaryLiteral variables: (String, String)...) {
    self.variables = Dictionary(variables) { first, _ in first }
    undecodableNames = []
  }

  private init(entries: UnsafePointer<UnsafePointer<CChar>?>) {
    var variables: [String: String] = [:]
    var undecodable: Set<String> = []
    var next = entries
    while let entry = next.pointee {
      next += 1
      let length = strlen(entry)
      let bytes = UnsafeRawBufferPointer(start: entry, count: length)
      // Split bytes: a combining mark after the equals sign would merge with it.
      guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: bytes[..<sign], as: UTF8.self)
      guard variables[name] == nil, !undecodable.contains(name) else { continue }
      // With replacement characters, it would be a different value.
      if let value = String(validating: bytes[(sign + 1)...], as: UTF8.self) {
        variables[name] = value
      } else {
        undecodable.insert(name)
      }
    }
    self.variables = variables
    undecodableNames = undecodable
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
