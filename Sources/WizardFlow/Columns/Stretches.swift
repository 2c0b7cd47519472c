/// Where stretches begin that follow one another, and at the end where the last of them ends.
extension [Int] {
  /// The stretch that holds a place, by halving; the last one for the end itself.
  func stretch(holding place: Int) -> Int {
    var low = 0
    var high = count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
