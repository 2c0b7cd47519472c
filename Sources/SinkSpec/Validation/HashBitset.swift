/// A set of hashes that keeps one bit of each: what it lacks is surely not in it.
struct HashBitset {
  private var words: [UInt64] = []
  private(set) var isEmpty = true

  /// - Parameter count: how many hashes there may be; each has 16 bits of room, up to 4 MiB in all.
  init(for count: Int) {
    var size = 1
    while size < count / 4, size < 1 << 19 { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// Puts a hash in; false when it, or one that looks the same, was there before.
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
