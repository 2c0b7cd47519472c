/// Value counts of a column by kind.
///
/// Counts are reverted if an event turns out to be broken.
struct ColumnCounts: Sendable {
  var nulls = 0
  var bools = 0
  /// Integers that fit in 64 bits.
  var integers = 0
  /// The integers that may lose precision as 64-bit floating-point numbers.
  var longIntegers = 0
  /// Integers that do not fit in 64 bits.
  var bigIntegers = 0
  /// Numbers with a fraction or an exponent.
  var fractions = 0
  /// Numbers beyond the range of 64-bit floating-point numbers.
  var hugeNumbers = 0
  /// Strings that are not timestamps.
  var texts = 0
  /// Strings that are RFC 3339 timestamps.
  var times = 0
  var objects = 0
  var lists = 0
  /// Integers that are plausible current Unix times, by unit: seconds, milli-, micro-, nanoseconds.
  var epochs: InlineArray<4, Int> = .init(repeating: 0)

  /// The number of values, null included.
  var all: Int {
    nulls + bools + integers + bigIntegers + fractions + hugeNumbers + texts + times + objects
      + lists
  }

  mutating func add(_ other: ColumnCounts) {
    nulls += other.nulls
    bools += other.bools
    integers += other.integers
    longIntegers += other.longIntegers
    bigIntegers += other.bigIntegers
    fractions += other.fractions
    hugeNumbers += other.hugeNumbers
    texts += other.texts
    times += other.times
    objects += other.objects
    lists += other.lists
    for unit in 0..<4 { epochs[unit] += other.epochs[unit] }
  }
}
