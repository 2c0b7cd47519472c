/// A reference to a secret in the environment, resolved when the request is sent: `${NAME}`.
package struct SecretReference: Hashable, Sendable {
  /// The environment variable's name.
  package let name: String

  /// Parses a reference; nil if the text is not one.
  package init?(_ text: String) {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first),
      name.unicodeScalars.allSatisfy({
        $0 == "_" || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
          || ("0"..."9").contains($0)
      })
    else { return nil }
    self.name = String(name)
  }
}
