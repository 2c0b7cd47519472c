extension RequestNode {
  /// Returns the value as the JSON text to print or send, without missing members.
  ///
  /// - Parameter secrets: The style of secrets.
  /// - Returns: Indented text with a trailing line break; empty if the value itself is missing.
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

  /// Whether the value or one of its descendants is missing.
  private var lacksSomething: Bool {
    switch content {
    case .missing: true
    case .literal, .secret, .hidden: false
    case .object(let children), .array(let children): children.contains { $0.lacksSomething }
    }
  }

  /// The value without missing members; nil if the value itself is missing.
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
