import SinkSpec

/// The inferred type of a column, and the reason.
struct TypeDecision {
  let type: ColumnType
  /// The unit of a timestamp's numbers.
  var unit: String?
  let reason: String
  var diagnostics: [Diagnostic] = []

  /// The maximum nesting depth of structs and lists; deeper values become json.
  static let deepest = 16

  /// Infers the type of a column.
  ///
  /// - Parameters:
  ///   - node: The column's statistics.
  ///   - isSparse: Whether its objects are maps with arbitrary keys.
  ///   - depth: The nesting depth; 1 at the top level.
  init(on node: ColumnNode, isSparse: Bool, depth: Int) {
    let counts = node.counts
    let values = counts.all - counts.nulls
    switch values {
    case 0:
      self.init(
        .json, "all values are null",
        Diagnostic(.warning, "no event has a value, so the type is a guess; json accepts any"))
    case counts.bools: self.init(.bool, "all values are true or false")
    case counts.integers: self.init(.int64, "all numbers are integers")
    case counts.integers + counts.bigIntegers:
      self.init(
        .json, "some integers exceed 64 bits, the limit of all number types",
        Diagnostic(
          .warning,
          "\(counts.bigIntegers) of \(Count.of(values, "number")) "
            + "\(counts.bigIntegers == 1 ? "does" : "do") not fit int64; json accepts all",
          group: "some numbers do not fit int64; json accepts all")
      )
    case counts.integers + counts.bigIntegers + counts.fractions + counts.hugeNumbers:
      self.init(fractions: counts)
    case counts.times: self.init(.timestamp, "all strings are RFC 3339 timestamps")
    case counts.texts + counts.times: self.init(texts: counts)
    case counts.times + counts.integers where counts.epochUnit != nil: self.init(times: counts)
    case counts.objects: self.init(objects: node, isSparse: isSparse, depth: depth)
    case counts.lists: self.init(lists: node, depth: depth)
    default:
      self.init(
        .json, "the values have different types",
        Diagnostic(.note, "mixed types; only json can hold them"))
    }
  }

  private init(_ type: ColumnType, _ reason: String, _ diagnostic: Diagnostic? = nil) {
    self.type = type
    self.reason = reason
    diagnostics = [diagnostic].compactMap { $0 }
  }

  private init(fractions counts: ColumnCounts) {
    let diagnostic: Diagnostic? =
      if counts.hugeNumbers > 0 {
        Diagnostic(
          .warning, "\(Count.of(counts.hugeNumbers, "number")) beyond the range of float64",
          group: "some numbers are beyond the range of float64")
      } else if counts.bigIntegers + counts.longIntegers > 0 {
        Diagnostic(
          .warning,
          "\(Count.of(counts.bigIntegers + counts.longIntegers, "integer")) may lose digits in float64",
          group: "some integers may lose digits in float64")
      } else {
        nil
      }
    self.init(.float64, "some numbers have a fraction or an exponent", diagnostic)
  }

  private init(times counts: ColumnCounts) {
    let unit = counts.epochUnit ?? ""
    self.init(
      .timestamp, "RFC 3339 strings and Unix times",
      Diagnostic(
        .warning,
        "\(Count.of(counts.integers, "number")) among RFC 3339 strings; numbers are read as \(unit)s",
        group: "numbers among RFC 3339 strings, read as \(unit)s"))
    self.unit = unit
  }

  private init(texts counts: ColumnCounts) {
    self.init(
      .string,
      counts.times == 0 ? "all values are strings" : "not all strings are RFC 3339 timestamps")
  }

  private init(objects node: ColumnNode, isSparse: Bool, depth: Int) {
    if isSparse {
      self.init(
        .json, "the member names look like arbitrary keys",
        Diagnostic(
          .note, "\(node.childCount) names, each in few events",
          group: "the member names look like arbitrary keys; imported as json"))
    } else if node.childCount == 0 {
      self.init(
        .json, "all objects are empty",
        Diagnostic(.note, "a struct needs fields, but no event has any"))
    } else if depth >= Self.deepest {
      self.init(
        .json, "nested \(Self.deepest) levels deep",
        Diagnostic(.note, "deeper levels become JSON values"))
    } else {
      self.init(.struct, "all values are objects")
      if node.unplaced > 0 {
        diagnostics.append(
          Diagnostic(
            .warning, "\(Count.of(node.unplaced, "value")) of its members skipped",
            group: "some members skipped"))
      }
    }
  }

  private init(lists node: ColumnNode, depth: Int) {
    guard node.item >= 0 else {
      self.init(
        .json, "all lists are empty",
        Diagnostic(.note, "a list needs an item type, but no event has any items"))
      return
    }
    if depth >= Self.deepest {
      self.init(.json, "nested \(Self.deepest) levels deep")
    } else {
      self.init(.list, "all values are lists")
    }
  }
}
