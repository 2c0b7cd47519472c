/// The offsets at which consecutive segments begin, and at the end the offset where the last ends.
extension [Int] {
  /// The index of the segment that contains an offset, by binary search; the last one for the end.
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
