/// A copy-on-write list of schema fields, stored in chunks of up to 64.
///
/// Copies and local changes are cheap. Versions of a list share chunks, so unchanged parts are
/// compared by identity.
package struct FieldList: Sendable, Hashable {
  /// Consecutive fields.
  package final class Chunk: Sendable {
    package let fields: [SchemaField]
    /// The lowest and highest identity of the fields and their descendants.
    package let ids: ClosedRange<Int>
    /// Whether any of the fields has children.
    package let holdsFields: Bool
    /// The offset of each field's first row in the fully expanded outline, followed by the number
    /// of rows.
    package let rowStarts: [Int]

    /// - Parameter fields: At least one field.
    init(_ fields: [SchemaField]) {
      self.fields = fields
      var (low, high) = (Int.max, 0)
      var rowStarts = [0]
      rowStarts.reserveCapacity(fields.count + 1)
      for field in fields {
        let ids = field.idsInside
        low = Swift.min(low, ids.lowerBound)
        high = Swift.max(high, ids.upperBound)
        let rows = field.rowCount(isItem: false)
        rowStarts.append(rowStarts[rowStarts.count - 1] + rows)
      }
      ids = Swift.min(low, high)...high
      holdsFields = fields.contains { !$0.children.isEmpty || !$0.item.isEmpty }
      self.rowStarts = rowStarts
    }
  }

  /// The maximum number of fields in a chunk.
  private static let chunkLimit = 64

  package private(set) var chunks: [Chunk] = []
  /// The position of each chunk's first field, followed by the total number of fields.
  package private(set) var starts = Self.noStarts

  /// The start positions of an empty list, which most fields hold twice, so they share them.
  private static let noStarts = [0]

  package init() {}

  package init(_ fields: some Sequence<SchemaField>) {
    var rest = Array(fields)[...]
    while !rest.isEmpty {
      chunks.append(Chunk(Array(rest.prefix(Self.chunkLimit * 3 / 4))))
      rest = rest.dropFirst(Self.chunkLimit * 3 / 4)
    }
    updateStarts()
  }

  private mutating func updateStarts() {
    guard !chunks.isEmpty else { return starts = Self.noStarts }
    starts.removeAll(keepingCapacity: true)
    var count = 0
    for chunk in chunks {
      starts.append(count)
      count += chunk.fields.count
    }
    starts.append(count)
  }

  /// Returns the index of the chunk that contains a position.
  ///
  /// The end position belongs to the last chunk.
  package func chunk(holding position: Int) -> Int { starts.segmentIndex(containing: position) }

  private mutating func replace(_ index: Int, with fields: [SchemaField]) {
    let isSameCount = chunks[index].fields.count == fields.count
    if fields.isEmpty {
      chunks.remove(at: index)
    } else if fields.count > Self.chunkLimit {
      let half = fields.count / 2
      chunks[index] = Chunk(Array(fields[half...]))
      chunks.insert(Chunk(Array(fields[..<half])), at: index)
    } else {
      chunks[index] = Chunk(fields)
    }
    if !isSameCount { updateStarts() }
  }

  /// Inserts a field before the one at a position, or at the end of the list.
  package mutating func insert(_ field: SchemaField, at position: Int) {
    guard !chunks.isEmpty else { return self = FieldList([field]) }
    let index = chunk(holding: position)
    var fields = chunks[index].fields
    fields.insert(field, at: position - starts[index])
    replace(index, with: fields)
  }

  package mutating func remove(at position: Int) {
    let index = chunk(holding: position)
    var fields = chunks[index].fields
    fields.remove(at: position - starts[index])
    replace(index, with: fields)
  }

  /// The number of rows in the fully expanded outline.
  package var rowCount: Int { chunks.reduce(0) { $0 + $1.rowStarts[$1.fields.count] } }

  // MARK: Comparing

  /// Returns the positions at which two lists may differ, in this list and in the other.
  ///
  /// Both ranges start at the same position.
  package func difference(from other: FieldList) -> (own: Range<Int>, other: Range<Int>) {
    let limit = Swift.min(chunks.count, other.chunks.count)
    var prefix = 0
    while prefix < limit, chunks[prefix] === other.chunks[prefix] { prefix += 1 }
    var (end, otherEnd) = (chunks.count, other.chunks.count)
    while Swift.min(end, otherEnd) > prefix, chunks[end - 1] === other.chunks[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
    }
    return (starts[prefix]..<starts[end], other.starts[prefix]..<other.starts[otherEnd])
  }

  /// Returns whether two lists have equal fields, without comparing shared chunks.
  package static func == (one: FieldList, other: FieldList) -> Bool {
    guard one.count == other.count else { return false }
    guard one.starts == other.starts else { return one.elementsEqual(other) }
    return zip(one.chunks, other.chunks).allSatisfy { $0 === $1 || $0.fields == $1.fields }
  }

  /// Returns whether two lists consist of the same chunks, and so are equal.
  package func isShared(with other: FieldList) -> Bool {
    chunks.count == other.chunks.count && zip(chunks, other.chunks).allSatisfy { $0 === $1 }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for field in self { hasher.combine(field) }
  }
}

extension FieldList: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package var startIndex: Int { 0 }
  package var endIndex: Int { starts[starts.count - 1] }

  package init(arrayLiteral elements: SchemaField...) { self.init(elements) }

  package subscript(position: Int) -> SchemaField {
    get {
      let index = chunk(holding: position)
      return chunks[index].fields[position - starts[index]]
    }
    set {
      let index = chunk(holding: position)
      var fields = chunks[index].fields
      fields[position - starts[index]] = newValue
      chunks[index] = Chunk(fields)
    }
  }
}

/// Start offsets of consecutive segments, followed by the end offset of the last.
extension [Int] {
  /// Returns the index of the segment that contains an offset, by binary search.
  ///
  /// The end offset belongs to the last segment.
  package func segmentIndex(containing offset: Int) -> Int {
    var low = 0
    var high = count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
