extension RequestNode {
  /// The value as JSON text, without what is missing: exactly what is printed or sent.
  ///
  /// - Parameter secrets: how secrets are written.
  /// - Returns: indented text that ends in a line break; empty when the value itself is missing.
  package func text(secrets: SecretStyle) -> String {
    guard let present = lacksSomething ? withoutMissing : self else { return "" }
    var text = ""
    present.eachLine(depth: 0, secrets: secrets, hasComma: false) { line in
      for _ in 0..<line.depth { text += "  " }
      line.append(to: &text)
      text += "\n"
    }
    return text
  }

  /// Whether it is missing, or anything inside it.
  private var lacksSomething: Bool {
    switch content {
    case .missing: true
    case .literal, .secret, .hidden: false
    case .object(let children), .array(let children): children.contains { $0.lacksSomething }
    }
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
