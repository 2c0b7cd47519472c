import SinkSpec

extension ColumnCounts {
  /// The kinds of values, each with its first example, in descending order of frequency.
  func seen(_ examples: [Example]) -> [ColumnEvidence.Seen] {
    let kinds: [(Example.Kind, String, Int)] = [
      (.null, "null", nulls), (.bool, "true or false", bools), (.integer, "integer", integers),
      (.bigInteger, "integer beyond 64 bits", bigIntegers), (.fraction, "fraction", fractions),
      (.hugeNumber, "number beyond float64", hugeNumbers), (.text, "text", texts),
      (.time, "time", times), (.object, "object", objects), (.list, "list", lists),
    ]
    return kinds.filter { $0.2 > 0 }.sorted { $0.2 > $1.2 }.map { kind, name, count in
      let first = examples.first { $0.kind == kind }
      return ColumnEvidence.Seen(
        kind: name, count: count,
        example: first.flatMap { $0.kind.isScalar && kind != .null ? $0.shown : nil },
        line: first?.line)
    }
  }

  /// Whether only the type json fits all values.
  var isMixed: Bool {
    let numbers = integers + bigIntegers + fractions + hugeNumbers
    let isTimes = texts == 0 && times > 0 && numbers == integers && epochUnit != nil
    let kinds = [bools, isTimes ? 0 : numbers, texts + times, objects, lists]
    return kinds.count { $0 > 0 } > 1
  }

  /// The unit in which all integers are plausible current Unix times; nil if there is none.
  var epochUnit: String? {
    // `epochs` has the same order as the units.
    let units = SchemaFieldDescription.unit.choices.map(\.value)
    return units.indices.first { integers > 0 && epochs[$0] == integers }.map { units[$0] }
  }
}
