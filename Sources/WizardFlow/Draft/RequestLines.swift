package import SinkSpec

/// The lines of the whole request: the head's, and the schema's in front of the closing bracket.
///
/// They stay apart, so that a change outside the schema costs nothing for the schema's lines.
package struct RequestLines: Equatable, Sendable {
  private let head: [RequestLine]
  private let schema: SchemaLines

  /// The lines of nothing.
  init() { self.init(head: [], schema: SchemaLines()) }

  /// - Parameters:
  ///   - head: the lines of the request without its schema, brackets included.
  ///   - schema: the lines of the schema, one level in; none when it is not sent.
  init(head: [RequestLine], schema: SchemaLines) {
    var head = head
    if !schema.isEmpty, head.count > 1 { head[head.count - 2].hasComma = true }
    self.head = head
    self.schema = schema
  }

  package var count: Int { head.count + schema.count }

  package subscript(index: Int) -> RequestLine {
    if index < head.count - 1 { return head[index] }
    let inSchema = index - (head.count - 1)
    return inSchema < schema.count ? schema[inSchema] : head[head.count - 1]
  }

  /// The lines of a stretch, cut at the end of the request.
  package func lines(from top: Int, count wanted: Int) -> [RequestLine] {
    (min(top, count)..<min(top + wanted, count)).map { self[$0] }
  }

  /// The line of the value that a pointer names.
  package func line(of pointer: Pointer) -> Int? {
    if pointer.isWithin("/schema") {
      return schema.line(of: pointer).map { head.count - 1 + $0 }
    }
    return head.firstIndex { $0.pointer == pointer }
  }
}
