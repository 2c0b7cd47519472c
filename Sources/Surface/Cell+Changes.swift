extension ArraySlice<Cell> {
  /// From the first to the last cell that differs from another row, without cutting a wide scalar.
  ///
  /// - Parameter old: the other row; nil when there is none.
  /// - Returns: places in this row; nil when it is the same.
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
