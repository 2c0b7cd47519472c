/// How many values of each kind a column had; all can be counted back when an event is broken.
struct ColumnCounts: Sendable {
  var nulls = 0
  var bools = 0
  /// Whole numbers that fit 64 bits.
  var integers = 0
  /// Those of them that 64-bit fractions may not hold to the last digit.
  var longIntegers = 0
  /// Whole numbers that do not fit.
  var bigIntegers = 0
  /// Numbers with a fraction or an exponent.
  var fractions = 0
  /// Numbers beyond what 64-bit fractions hold.
  var hugeNumbers = 0
  /// Texts that are no times.
  var texts = 0
  /// Texts that are RFC 3339 times.
  var times = 0
  var objects = 0
  var lists = 0
  /// Integers that would be times of our days, by unit: seconds, milli-, micro-, nanoseconds.
  var epochs: InlineArray<4, Int> = .init(repeating: 0)

  /// How many values there were, null included.
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
