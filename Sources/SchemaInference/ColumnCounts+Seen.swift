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

  /// Whether json is the only type for all values.
  var isMixed: Bool {
    let numbers = integers + bigIntegers + fractions + hugeNumbers
    return [bools, numbers, texts + times, objects, lists].count { $0 > 0 } > 1
  }

  /// The unit in which all integers are plausible current Unix times; nil if there is none.
  var epochUnit: String? {
    // The units are in the order of `epochs`.
    let units = SchemaFieldDescription.unit.choices.map(\.value)
    return units.indices.first { integers > 0 && epochs[$0] == integers }.map { units[$0] }
  }
}
