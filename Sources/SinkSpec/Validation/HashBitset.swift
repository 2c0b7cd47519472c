/// A bloom filter with one hash function: false positives occur, false negatives do not.
struct HashBitset {
  private var words: [UInt64] = []
  private(set) var isEmpty = true

  /// Creates an empty set.
  ///
  /// - Parameter count: The expected number of hashes. Each gets 16 bits, up to 4 MiB in total.
  init(for count: Int) {
    var size = 1
    while size < count / 4, size < 1 << 19 { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// Inserts a hash and returns whether its bit was clear.
  mutating func insert(_ hash: UInt32) -> Bool {
    isEmpty = false
    let word = Int(hash >> 6) & (words.count - 1)
    let bit: UInt64 = 1 << UInt64(hash % 64)
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  func contains(_ hash: UInt32) -> Bool {
    words[Int(hash >> 6) & (words.count - 1)] & 1 << UInt64(hash % 64) != 0
  }
}
