import SinkSpec

/// The lines of the schema: what opens it, each column's, made when they are asked for, and what
/// closes it.
struct SchemaLines: Sendable {
  private var opening: [RequestLine] = []
  private var columns = JudgedList()
  private var closing: [RequestLine] = []

  /// The lines of no schema.
  init() {}

  /// The lines of a schema that is shown as one.
  init(whole: [RequestLine]) { opening = whole }

  /// - Parameters:
  ///   - columns: one at least.
  ///   - others: the members that follow the columns.
  init(columns: JudgedList, others: [RequestNode]) {
    self.columns = columns
    // A mark stands for the columns, so that the brackets come out of the one writer.
    let mark = RequestNode(name: nil, pointer: "/schema/fields", content: .literal("0"))
    let list = RequestNode(name: "fields", pointer: "/schema/fields", content: .array([mark]))
    let schema = RequestNode(
      name: "schema", pointer: "/schema", content: .object([list] + others))
    let frame = schema.lines(depth: 1, secrets: .masked)
    opening = Array(frame.prefix(2))
    closing = Array(frame.dropFirst(3))
  }

  var isEmpty: Bool { opening.isEmpty }
  private var end: Int { opening.count + columns.lineCount }
  var count: Int { end + closing.count }

  /// The lines of a stretch, cut at the end of the schema.
  func lines(in range: Range<Int>) -> [RequestLine] {
    let inside = range.clamped(to: opening.count..<end)
    let shifted = inside.lowerBound - opening.count..<inside.upperBound - opening.count
    return opening.part(range, from: 0)
      + columns.lines(in: shifted, at: "/schema/fields", depth: 3)
      + closing.part(range, from: end)
  }

  /// The line of the value that a pointer names.
  func line(of pointer: Pointer) -> Int? {
    if let position = pointer.column?.position, columns.fields.indices.contains(position) {
      return columns.line(of: pointer.tokens.dropFirst(2)).map { opening.count + $0 }
    }
    if let index = opening.firstIndex(where: { $0.pointer == pointer }) { return index }
    return closing.firstIndex { $0.pointer == pointer }.map { end + $0 }
  }
}
