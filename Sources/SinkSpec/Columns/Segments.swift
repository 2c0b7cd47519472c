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
