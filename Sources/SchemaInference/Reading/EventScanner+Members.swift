import SinkSpec

/// Parsing of members, whose columns are predicted from the previous event.
extension EventScanner {
  /// Parses a member's name and colon and returns its column; -1 if it has none.
  mutating func member(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    if let column = expectedMember(bytes, from: at) { return column }
    return try unexpectedMember(bytes)
  }

  /// Parses the predicted member's name and colon and returns its column; nil if the bytes at an
  /// offset are others.
  @inline(__always)
  mutating func expectedMember(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard frame.column >= 0 else { return nil }
    let likely =
      frame.last >= 0 ? tree.nodes[frame.last].follower : tree.nodes[frame.column].firstInside
    guard likely >= 0, let end = tree.end(ofKey: likely, in: bytes, from: start) else { return nil }
    tree.nodes[likely].count(in: frame.object, at: base + start, step)
    frame.last = likely
    at = end
    skipSpace(bytes)
    return likely
  }

  private mutating func unexpectedMember(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    guard at < bytes.count else { throw end() }
    guard bytes[at] == UInt8(ascii: "\"") else { throw fault("expected a member's name", bytes) }
    let start = at
    let column = try named(bytes)
    skipSpace(bytes)
    guard at < bytes.count else { throw end() }
    guard bytes[at] == UInt8(ascii: ":") else { throw fault("expected ':'", bytes) }
    at += 1
    skipSpace(bytes)
    guard column >= 0 else {
      if frame.column >= 0 { tree.nodes[frame.column].unplaced += step }
      return -1
    }
    tree.nodes[column].count(in: frame.object, at: base + start, step)
    if frame.last >= 0 {
      tree.nodes[frame.last].follower = column
    } else {
      tree.nodes[frame.column].firstInside = column
    }
    frame.last = column
    return column
  }

  private mutating func named(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    let start = at
    let content = try text(bytes)
    guard frame.column >= 0 else { return -1 }
    guard hasEscapes(bytes, content) else {
      return tree.member(
        of: frame.column, named: bytes.extracting(content), offset: base + start)
    }
    let name = resolved(bytes, content)
    return tree.member(of: frame.column, named: name.span, offset: base + start)
  }
}
