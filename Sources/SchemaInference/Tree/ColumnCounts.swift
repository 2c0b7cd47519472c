/// Value counts of a column by kind.
///
/// Counts are reverted if an event turns out to be broken.
struct ColumnCounts: Sendable {
  private var byKind = InlineArray<10, Int>(repeating: 0)
  /// The integers that may lose precision as 64-bit floating-point numbers.
  var longIntegers = 0
  /// Integers that are plausible current Unix times, by unit: seconds, milli-, micro-, nanoseconds.
  var epochs: InlineArray<4, Int> = .init(repeating: 0)

  subscript(kind: Example.Kind) -> Int {
    get { byKind[Int(kind.rawValue)] }
    set { byKind[Int(kind.rawValue)] = newValue }
  }

  var nulls: Int { self[.null] }
  var bools: Int { self[.bool] }
  var integers: Int { self[.integer] }
  var bigIntegers: Int { self[.bigInteger] }
  var fractions: Int { self[.fraction] }
  var hugeNumbers: Int { self[.hugeNumber] }
  var texts: Int { self[.text] }
  var times: Int { self[.time] }
  var objects: Int { self[.object] }
  var lists: Int { self[.list] }

  /// The number of values, null included.
  var all: Int { byKind.indices.reduce(0) { $0 + byKind[$1] } }

  mutating func add(_ other: ColumnCounts) {
    for kind in byKind.indices { byKind[kind] += other.byKind[kind] }
    longIntegers += other.longIntegers
    for unit in epochs.indices { epochs[unit] += other.epochs[unit] }
  }
}
