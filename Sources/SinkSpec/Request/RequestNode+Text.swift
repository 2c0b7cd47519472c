extension RequestNode {
  /// The value as JSON text, without what is missing: exactly what is printed or sent.
  ///
  /// - Parameter secrets: how secrets are written.
  /// - Returns: indented text that ends in a line break; empty when the value itself is missing.
  package func text(secrets: SecretStyle) -> String {
    guard let present = withoutMissing else { return "" }
    return present.lines(secrets: secrets).map { line in
      String(repeating: "  ", count: line.depth) + line.text
    }.joined(separator: "\n") + "\n"
  }

  /// The value without the members that are missing; nil when it is missing itself.
  package var withoutMissing: RequestNode? {
    switch content {
    case .missing: nil
    case .literal, .secret, .hidden: self
    case .object(let children):
      RequestNode(
        name: name, pointer: pointer, content: .object(children.compactMap(\.withoutMissing)))
    case .array(let children):
      RequestNode(
        name: name, pointer: pointer, content: .array(children.compactMap(\.withoutMissing)))
    }
  }
}
