/// The statistics of one column in sample events, and the reason for its inferred type.
package struct ColumnEvidence: Hashable, Sendable {
  /// A kind of value, such as `integer`, with its count and first occurrence.
  package struct Seen: Hashable, Sendable {
    package let kind: String
    package let count: Int
    /// The first value as possibly truncated JSON text; nil for null, objects and lists.
    package let example: String?
    /// The 1-based line of the first value.
    package let line: Int?

    package init(kind: String, count: Int, example: String? = nil, line: Int? = nil) {
      self.kind = kind
      self.count = count
      self.example = example
      self.line = line
    }
  }

  /// The number of events, enclosing objects or list items in which a value could occur.
  package var among: Int
  /// The number of those in which a value did occur, null included.
  package var present: Int
  /// The kinds of values, `null` included, in descending order of frequency.
  package var seen: [Seen]
  /// Up to two example values, as possibly truncated JSON text.
  package var examples: [String]
  /// The reason for the column's type, as a sentence without a full stop.
  package var reason: String
  /// The unit in which all integers are plausible current Unix times; nil if there is none.
  package var epochUnit: String?
  /// Whether the integers are likely to be times, by the column's name and by other columns' times.
  package var isLikelyTime: Bool
  /// Whether the column is required only because all of a small number of events have it.
  package var isRequiredByFew: Bool

  package init(
    among: Int, present: Int, seen: [Seen], examples: [String], reason: String,
    epochUnit: String? = nil, isLikelyTime: Bool = true, isRequiredByFew: Bool = false
  ) {
    self.among = among
    self.present = present
    self.seen = seen
    self.examples = examples
    self.reason = reason
    self.epochUnit = epochUnit
    self.isLikelyTime = isLikelyTime
    self.isRequiredByFew = isRequiredByFew
  }
}

extension ColumnEvidence {
  /// A one-line summary: `in 98 of 100 · integer 98 · 42, 17 · reason`.
  ///
  /// If values are of several kinds, each kind has an example and its line, to help find outliers:
  /// `integer 3 (0, line 1), text 1 ("x", line 4)`.
  ///
  /// Begins with `required:` if ``isRequiredByFew`` is true.
  package var sentence: String {
    let isMixed = seen.count > 1
    let kinds = seen.map { isMixed ? $0.located : "\($0.kind) \($0.count)" }
    let offer =
      isLikelyTime ? epochUnit.map { "every number could be a time in \($0)s" } ?? "" : ""
    let parts = [
      isRequiredByFew ? "required: in all \(among), a small sample" : "in \(present) of \(among)",
      kinds.joined(separator: ", "),
      isMixed ? "" : examples.joined(separator: ", "), reason, offer,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension ColumnEvidence.Seen {
  /// The count, with the first value and its line.
  fileprivate var located: String {
    let first = [example, line.flatMap { $0 > 0 ? "line \($0)" : nil }].compactMap { $0 }
    return "\(kind) \(count)" + (first.isEmpty ? "" : " (\(first.joined(separator: ", ")))")
  }
}
