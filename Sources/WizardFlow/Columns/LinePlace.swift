import SinkSpec

/// Where a value stands in the request that is shown.
struct LinePlace {
  let pointer: Pointer
  /// The member that holds it; nil for an element of an array.
  let name: String?
  let depth: Int
  /// Whether something follows beside it.
  let hasComma: Bool
}

extension [RequestLine] {
  /// Those of the lines that are in a range, when the first of them is at a place.
  func part(_ range: Range<Int>, from place: Int) -> ArraySlice<RequestLine> {
    let wanted = range.clamped(to: place..<place + count)
    return self[wanted.lowerBound - place..<wanted.upperBound - place]
  }
}
