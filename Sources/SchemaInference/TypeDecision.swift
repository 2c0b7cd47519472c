import SinkSpec

/// The type of a column by the values that it had, and why.
struct TypeDecision {
  let type: ColumnType
  let reason: String
  var diagnostics: [Diagnostic] = []

  /// Deeper than this, objects are taken as JSON values.
  static let deepest = 16

  /// - Parameters:
  ///   - node: what was counted.
  ///   - isSparse: whether its members vary without end.
  ///   - depth: how deep it stands; 1 at the top.
  init(on node: ColumnNode, isSparse: Bool, depth: Int) {
    let counts = node.counts
    let values = counts.all - counts.nulls
    switch values {
    case 0:
      self.init(
        .json, "it was null wherever it was",
        Diagnostic(.warning, "no event has a value, so the type is a guess; json takes any"))
    case counts.bools: self.init(.bool, "all values are true or false")
    case counts.integers: self.init(.int64, "all numbers are whole")
    case counts.integers + counts.bigIntegers:
      self.init(
        .json, "whole numbers beyond 64 bits, which no number type holds",
        Diagnostic(
          .warning,
          "\(counts.bigIntegers) of \(Count.of(values, "number")) do not fit int64; json takes all")
      )
    case counts.integers + counts.bigIntegers + counts.fractions + counts.hugeNumbers:
      self.init(fractions: counts)
    case counts.times: self.init(.timestamp, "all texts are RFC 3339 times")
    case counts.texts + counts.times: self.init(texts: counts)
    case counts.objects: self.init(objects: node, isSparse: isSparse, depth: depth)
    case counts.lists: self.init(lists: node, depth: depth)
    default:
      self.init(
        .json, "the kinds of values differ",
        Diagnostic(.note, "no other type takes values of different kinds"))
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
        Diagnostic(.warning, "\(Count.of(counts.hugeNumbers, "number")) beyond what float64 holds")
      } else if counts.bigIntegers + counts.longIntegers > 0 {
        Diagnostic(
          .warning,
          "\(Count.of(counts.bigIntegers + counts.longIntegers, "whole number")) may lose digits in float64"
        )
      } else {
        nil
      }
    self.init(.float64, "some numbers have a fraction or an exponent", diagnostic)
  }

  private init(texts counts: ColumnCounts) {
    self.init(
      .string, counts.times == 0 ? "all values are texts" : "not all texts are RFC 3339 times")
  }

  private init(objects node: ColumnNode, isSparse: Bool, depth: Int) {
    if isSparse {
      self.init(
        .json, "the names of its members vary without end",
        Diagnostic(.note, "\(node.childCount) names were seen, each in few events"))
    } else if node.childCount == 0 {
      self.init(
        .json, "all objects are empty",
        Diagnostic(.note, "a struct needs fields, and no event shows any"))
    } else if depth >= Self.deepest {
      self.init(
        .json, "it is nested \(Self.deepest) deep",
        Diagnostic(.note, "what is nested deeper is kept as a JSON value"))
    } else {
      self.init(.struct, "all values are objects")
      if node.unplaced > 0 {
        diagnostics.append(
          Diagnostic(.warning, "\(Count.of(node.unplaced, "value")) of its members found no column")
        )
      }
    }
  }

  private init(lists node: ColumnNode, depth: Int) {
    guard node.item >= 0 else {
      self.init(
        .json, "all lists are empty",
        Diagnostic(.note, "a list needs to know its items, and no event shows any"))
      return
    }
    if depth >= Self.deepest {
      self.init(.json, "it is nested \(Self.deepest) deep")
    } else {
      self.init(.list, "all values are lists")
    }
  }
}
