/// The field with all parameters shown, and the fields with hidden children.
package struct Folding: Hashable, Sendable {
  /// The field whose parameters are all shown, by identity.
  package var detailed: Int?
  /// The fields whose children are hidden, by identity, in ascending order.
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

  /// Folds exactly these fields.
  package mutating func fold(only ids: [Int]) { folded = ids.sorted() }

  /// Returns whether any field whose identity is in a range is expanded or folded.
  func touches(_ ids: ClosedRange<Int>) -> Bool {
    if let detailed, ids.contains(detailed) { return true }
    let place = place(of: ids.lowerBound)
    return place < folded.count && folded[place] <= ids.upperBound
  }
}
