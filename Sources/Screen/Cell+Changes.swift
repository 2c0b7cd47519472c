extension ArraySlice<Cell> {
  /// Returns the smallest range that covers all changes since another row, without splitting wide
  /// characters.
  ///
  /// - Parameter old: The other row, or `nil` if there is none.
  /// - Returns: A range of indices in this row, or `nil` if the rows are equal.
  package func changes(since old: ArraySlice<Cell>?) -> Range<Int>? {
    guard let old, old.count == count else { return isEmpty ? nil : indices }
    let shift = old.startIndex - startIndex
    guard var first = indices.first(where: { self[$0] != old[$0 + shift] }),
      var last = indices.last(where: { self[$0] != old[$0 + shift] })
    else { return nil }
    while first > startIndex, self[first].isContinuation { first -= 1 }
    while last + 1 < endIndex, self[last + 1].isContinuation { last += 1 }
    return first..<last + 1
  }
}
