import SchemaInference
import SinkSpec

/// Inference results for events read in one piece, in chunks, or by two readers.
enum Inferred {
  static func from(
    _ text: String, limits: InferenceLimits = InferenceLimits(), pieces: Int = 1 << 20,
    readers: Int = 1
  ) -> Inference {
    from(Array(text.utf8), limits: limits, pieces: pieces, readers: readers)
  }

  /// Infers from chunks of `pieces` bytes; `readers` read the blocks in turn and are merged at the
  /// end.
  static func from(
    _ bytes: [UInt8], limits: InferenceLimits = InferenceLimits(), pieces: Int = 1 << 20,
    readers: Int = 1
  ) -> Inference {
    var cutter = EventCutter(limits: limits)
    var inferences = Array(repeating: Inference(limits: limits), count: readers)
    var turn = 0
    func drain(isLast: Bool) {
      while let block = cutter.next(isLast: isLast) {
        inferences[turn % readers].read(block)
        turn += 1
      }
    }
    var at = 0
    while at < bytes.count {
      cutter.add(bytes[at..<min(at + pieces, bytes.count)])
      at += pieces
      drain(isLast: false)
    }
    drain(isLast: true)
    for other in inferences.dropFirst() { inferences[0].merge(other) }
    return inferences[0]
  }
}

extension SchemaField {
  /// The column as `name:type(children)`, with `!` if it is required.
  var short: String {
    let inside =
      children.isEmpty && item.isEmpty
      ? "" : "(\((Array(children) + item).map(\.short).joined(separator: " ")))"
    return "\(name.text):\(type.text)\(inside)\(isRequired ? "!" : "")"
  }
}

extension SchemaProposal {
  var short: String { columns.map(\.short).joined(separator: " ") }
}
