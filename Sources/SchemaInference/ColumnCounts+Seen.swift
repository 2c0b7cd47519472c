import SinkSpec

extension ColumnCounts {
  /// The kinds of values, the most frequent first.
  var seen: [ColumnEvidence.Seen] {
    let kinds = [
      ("null", nulls), ("true or false", bools), ("integer", integers),
      ("integer beyond 64 bits", bigIntegers), ("fraction", fractions),
      ("number beyond float64", hugeNumbers), ("text", texts), ("time", times),
      ("object", objects), ("list", lists),
    ]
    return kinds.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
      .map { ColumnEvidence.Seen(kind: $0.0, count: $0.1) }
  }

  /// Whether no one type but json takes all values.
  var isMixed: Bool {
    let numbers = integers + bigIntegers + fractions + hugeNumbers
    return [bools, numbers, texts + times, objects, lists].count { $0 > 0 } > 1
  }

  /// The unit in which every whole number would be a time of our days; nil when there is none.
  var epochUnit: String? {
    // Powers of a thousand, as the reference lists them.
    let units = SchemaFieldDescription.unit.choices.map(\.value)
    return units.indices.first { integers > 0 && epochs[$0] == integers }.map { units[$0] }
  }
}
