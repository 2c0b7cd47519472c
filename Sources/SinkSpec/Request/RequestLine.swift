/// A line of the pretty-printed request: two spaces of indentation per level, one member per line.
package struct RequestLine: Hashable, Sendable {
  /// The value on a line.
  package enum Value: Hashable, Sendable {
    case literal(String)
    case missing
    /// An opening or closing bracket.
    case bracket(String)
    case emptyContainer(String)
  }

  package let depth: Int
  package let name: String?
  package let value: Value
  package var hasComma: Bool
  package let pointer: Pointer

  /// The line's text without indentation; missing values are shown as `‹required›`.
  package var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  /// Appends the line's text, without indentation, to a string.
  func append(to other: inout String) {
    other += start
    switch value {
    case .literal(let text), .bracket(let text), .emptyContainer(let text): other += text
    case .missing: other += "‹required›"
    }
    other += end
  }

  /// The text before the value: the member's name, if it has one.
  package var start: String { name.map { JSONText.string($0) + ": " } ?? "" }

  /// The text after the value.
  package var end: String { hasComma ? "," : "" }
}

extension RequestNode {
  /// The number of lines of the pretty-printed value.
  package var lineCount: Int {
    switch content {
    case .object(let children), .array(let children):
      children.isEmpty ? 1 : children.reduce(2) { $0 + $1.lineCount }
    case .literal, .secret, .hidden, .missing: 1
    }
  }

  /// Returns the lines of the pretty-printed value.
  ///
  /// - Parameters:
  ///   - depth: The indentation of the first line, in levels.
  ///   - secrets: The style of secrets.
  ///   - hasComma: Whether a sibling follows.
  /// - Returns: The lines, with brackets on separate lines.
  package func lines(depth: Int = 0, secrets: SecretStyle, hasComma: Bool = false) -> [RequestLine]
  {
    var lines: [RequestLine] = []
    eachLine(depth: depth, secrets: secrets, hasComma: hasComma) { lines.append($0) }
    return lines
  }

  /// Calls a closure with each line, from top to bottom.
  func eachLine(
    depth: Int, secrets: SecretStyle, hasComma: Bool, _ use: (RequestLine) -> Void
  ) {
    func line(_ value: RequestLine.Value, name: String?, hasComma: Bool) {
      use(RequestLine(depth: depth, name: name, value: value, hasComma: hasComma, pointer: pointer))
    }
    switch content {
    case .literal(let text): line(.literal(text), name: name, hasComma: hasComma)
    case .secret(let secret, let reference):
      line(
        .literal(secrets.literal(secret, defaultReference: reference)), name: name,
        hasComma: hasComma)
    case .hidden(let literal, let reference):
      line(
        .literal(secrets.hiding(literal, defaultReference: reference)), name: name,
        hasComma: hasComma)
    case .missing: line(.missing, name: name, hasComma: hasComma)
    case .object([]): line(.emptyContainer("{}"), name: name, hasComma: hasComma)
    case .array([]): line(.emptyContainer("[]"), name: name, hasComma: hasComma)
    case .object(let children), .array(let children):
      let isObject = if case .object = content { true } else { false }
      line(.bracket(isObject ? "{" : "["), name: name, hasComma: false)
      for (index, child) in children.enumerated() {
        child.eachLine(
          depth: depth + 1, secrets: secrets, hasComma: index + 1 < children.count, use)
      }
      line(.bracket(isObject ? "}" : "]"), name: nil, hasComma: hasComma)
    }
  }
}
