/// Which fields show all of their parameters, and which hide what is inside them.
package struct Folding: Hashable, Sendable {
  /// The field all of whose parameters are shown.
  package var detailed: Int?
  /// The fields that hide what is inside, by identity, in rising order.
  package private(set) var folded: [Int] = []

  package init() {}

  private func place(of id: Int) -> Int {
    var low = 0
    var high = folded.count
    while low < high {
      let middle = (low + high) / 2
      if folded[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  package func isFolded(_ id: Int) -> Bool {
    let place = place(of: id)
    return place < folded.count && folded[place] == id
  }

  package mutating func fold(_ id: Int) {
    let place = place(of: id)
    if place == folded.count || folded[place] != id { folded.insert(id, at: place) }
  }

  package mutating func unfold(_ id: Int) {
    let place = place(of: id)
    if place < folded.count, folded[place] == id { folded.remove(at: place) }
  }

  /// Folds these and no others.
  package mutating func fold(only ids: [Int]) { folded = ids.sorted() }

  /// Whether any field with an identity in a range is shown otherwise than usual.
  func touches(_ ids: ClosedRange<Int>) -> Bool {
    if let detailed, ids.contains(detailed) { return true }
    let place = place(of: ids.lowerBound)
    return place < folded.count && folded[place] <= ids.upperBound
  }
}
