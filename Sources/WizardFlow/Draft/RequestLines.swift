package import SinkSpec

/// The lines of the whole request: the head's, and the schema's in front of the closing bracket.
///
/// They stay apart, so that a change outside the schema costs nothing for the schema's lines.
package struct RequestLines: Sendable {
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

  /// The lines of a stretch, cut at the end of the request.
  package func lines(from top: Int, count wanted: Int) -> [RequestLine] {
    let first = head.count - 1
    let range = min(top, count)..<min(top + wanted, count)
    guard range.upperBound > first else { return Array(head[range]) }
    guard range.lowerBound < first + schema.count else {
      return Array(head[(range.lowerBound - schema.count)..<(range.upperBound - schema.count)])
    }
    let inSchema = max(0, range.lowerBound - first)..<min(schema.count, range.upperBound - first)
    return head[min(range.lowerBound, first)..<first] + schema.lines(in: inSchema)
      + (range.upperBound > first + schema.count ? [head[first]] : [])
  }

  /// Every line.
  package var all: [RequestLine] { lines(from: 0, count: count) }

  /// The line of the value that a pointer names.
  package func line(of pointer: Pointer) -> Int? {
    if pointer.isWithin("/schema") {
      return schema.line(of: pointer).map { head.count - 1 + $0 }
    }
    return head.firstIndex { $0.pointer == pointer }
  }
}
