/// A tree of columns in a flat array.
///
/// Index 0 is the root, the events themselves.
struct ColumnTree: Sendable {
  var nodes: [ColumnNode] = [ColumnNode(parent: -1, name: nil, firstSeen: 0)]
  private(set) var names: [UInt8] = []
  /// The bytes `"name":` of each plain name as words of eight bytes, the last one padded with zeros.
  private var keys: [UInt64] = []
  /// The examples of each column, by its index: the first two, and the first of each kind.
  var examples: [[Example]] = [[]]
  /// The columns with examples whose lines are not known.
  var unlocated: [Int] = []
  /// An open-addressing hash table from parent and name to index; -1 marks a free slot.
  private var table = [Int](repeating: -1, count: 256)
  private let limits: InferenceLimits

  init(limits: InferenceLimits) { self.limits = limits }

  var columnCount: Int { nodes.count - 1 }

  func name(of node: Int) -> ArraySlice<UInt8> { nodes[node].name.map { names[$0] } ?? [] }

  /// Returns the object's member with a given name, adding it if needed.
  ///
  /// - Parameters:
  ///   - parent: The index of the object's column.
  ///   - name: The member's name, with its escapes decoded.
  ///   - offset: The member's offset in the input.
  /// - Returns: The member's index; -1 if a limit is reached.
  mutating func member(
    of parent: Int, named name: Span<UInt8>, offset: Int
  ) -> Int {
    var slot = hash(parent, name) & (table.count - 1)
    while table[slot] >= 0 {
      let column = table[slot]
      if nodes[column].parent == parent, hasName(column, name) { return column }
      slot = (slot + 1) & (table.count - 1)
    }
    guard !nodes[parent].isVarying, columnCount < limits.columns, name.count <= limits.nameBytes
    else { return -1 }
    let start = names.count
    for index in name.indices { names.append(name[index]) }
    let column = nodes.count
    var node = ColumnNode(parent: parent, name: start..<names.count, firstSeen: offset)
    // Only ASCII without escapes can be compared with the input.
    if TextScan.firstSpecial(in: name, from: 0) == name.count {
      node.keyStart = keys.count
      node.keyLength = name.count + 3
      addKey(name)
    }
    node.previousSibling = nodes[parent].lastChild
    nodes.append(node)
    examples.append([])
    nodes[parent].lastChild = column
    nodes[parent].childCount += 1
    table[slot] = column
    if nodes.count * 2 > table.count { growTable() }
    stopIfVarying(parent)
    return column
  }

  private mutating func addKey(_ name: Span<UInt8>) {
    var bytes = [UInt8(ascii: "\"")]
    for index in name.indices { bytes.append(name[index]) }
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    bytes += repeatElement(0, count: -bytes.count & 7)
    for start in stride(from: 0, to: bytes.count, by: 8) {
      keys.append(TextScan.word(bytes.span, start))
    }
  }

  /// Returns the end of `"name":` of a column if the bytes continue with it; nil within the last
  /// eight bytes.
  @inline(__always)
  func end(ofKey column: Int, in bytes: Span<UInt8>, from start: Int) -> Int? {
    let length = nodes[column].keyLength
    var word = nodes[column].keyStart
    let end = start + length
    guard length > 0, end <= bytes.count - 8 else { return nil }
    var at = start
    while at <= end &- 8 {
      guard TextScan.word(bytes, at) == keys[word] else { return nil }
      at &+= 8
      word &+= 1
    }
    let rest = end &- at
    return rest == 0 || TextScan.hasPrefix(keys[word], count: rest, bytes, at: at) ? end : nil
  }

  /// Returns the item node of a list, adding it if it is new; -1 if the limit is reached.
  mutating func item(of list: Int, offset: Int) -> Int {
    if nodes[list].item >= 0 { return nodes[list].item }
    guard columnCount < limits.columns else { return -1 }
    nodes[list].item = nodes.count
    nodes.append(ColumnNode(parent: list, name: nil, firstSeen: offset))
    examples.append([])
    return nodes.count - 1
  }

  func hasName(_ column: Int, _ name: Span<UInt8>) -> Bool {
    guard let own = nodes[column].name, own.count == name.count else { return false }
    for index in name.indices where names[own.lowerBound + index] != name[index] { return false }
    return true
  }

  /// Returns the children of a column in order of first appearance.
  func children(of column: Int) -> [Int] {
    var children: [Int] = []
    var child = nodes[column].lastChild
    while child >= 0 {
      children.append(child)
      child = nodes[child].previousSibling
    }
    return children.sorted {
      (nodes[$0].firstSeen, $0) < (nodes[$1].firstSeen, $1)
    }
  }

  /// Marks an object as a map if it has many members overall, but few in each event.
  private mutating func stopIfVarying(_ column: Int) {
    let count = nodes[column].childCount
    guard column != 0, !limits.keepsSparseNames, count >= Self.manyMembers, count & (count - 1) == 0
    else { return }
    nodes[column].isVarying = isSparse(column)
  }

  /// The number of members at which an object may be a map.
  static let manyMembers = 256

  /// Returns whether the objects have on average fewer than 1 in 20 of the members.
  func isSparse(_ column: Int) -> Bool {
    let objects = nodes[column].counts.objects
    var present = 0
    var child = nodes[column].lastChild
    while child >= 0 {
      present += nodes[child].present
      child = nodes[child].previousSibling
    }
    return present * 20 < nodes[column].childCount * objects
  }

  /// Returns whether nearly every member occurs in only one object.
  ///
  /// This detects maps with few events: keys that occur only once are data, not column names.
  func isOnceEach(_ column: Int) -> Bool {
    guard nodes[column].childCount >= 8, nodes[column].counts.objects >= 8 else {
      return false
    }
    let once = children(of: column).count { nodes[$0].present == 1 }
    return once * 10 >= nodes[column].childCount * 9
  }

  private mutating func growTable() {
    table = [Int](repeating: -1, count: table.count * 2)
    for column in nodes.indices {
      guard let name = nodes[column].name else { continue }
      var slot = hash(nodes[column].parent, names.span.extracting(name)) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = column
    }
  }

  /// The seed of the hash, random, so that nobody can choose names that collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// Returns a seeded hash of the parent's index and the name, eight bytes at a time.
  private func hash(_ parent: Int, _ name: Span<UInt8>) -> Int {
    var hash = Self.mix(seed ^ UInt64(truncatingIfNeeded: parent), UInt64(name.count) ^ 0x9E37_79B9)
    var index = 0
    while index < name.count {
      let end = min(index + 8, name.count)
      var word: UInt64 = 0
      while index < end {
        word = word << 8 | UInt64(name[index])
        index += 1
      }
      hash = Self.mix(hash ^ seed, word ^ 0xA076_1D64_78BD_642F)
    }
    return Int(truncatingIfNeeded: hash) & Int.max
  }

  /// Folds the 128-bit product of two numbers into 64 bits.
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let (high, low) = (first ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: second)
    return high ^ low
  }
}
