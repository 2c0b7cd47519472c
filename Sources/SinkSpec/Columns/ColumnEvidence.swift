/// The statistics of one column in sample events, and the reason for its inferred type.
package struct ColumnEvidence: Hashable, Sendable {
  /// A kind of value, such as `integer`, and the number of events that had it.
  package struct Seen: Hashable, Sendable {
    package let kind: String
    package let count: Int

    package init(kind: String, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// The number of events, enclosing objects or items that could have had a value.
  package var among: Int
  /// The number that had a value, null included.
  package var present: Int
  /// The kinds of values, `null` included, the most frequent first.
  package var seen: [Seen]
  /// Up to two example values, as possibly truncated JSON text.
  package var examples: [String]
  /// The reason for the column's type, as a sentence without a full stop.
  package var reason: String
  /// The unit in which all integers are plausible current Unix times; nil if there is none.
  package var epochUnit: String?

  package init(
    among: Int, present: Int, seen: [Seen], examples: [String], reason: String,
    epochUnit: String? = nil
  ) {
    self.among = among
    self.present = present
    self.seen = seen
    self.examples = examples
    self.reason = reason
    self.epochUnit = epochUnit
  }
}

extension ColumnEvidence {
  /// A one-line summary: `in 98 of 100 · integer 97, null 1 · 42, 17 · reason`.
  package var sentence: String {
    let kinds = seen.map { "\($0.kind) \($0.count)" }.joined(separator: ", ")
    let offer = epochUnit.map { "every number could be a time in \($0)s" } ?? ""
    let parts = [
      "in \(present) of \(among)", kinds, examples.joined(separator: ", "), reason, offer,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
