/// What sample events show of one column, and why it became what it is.
package struct ColumnEvidence: Hashable, Sendable {
  /// A kind of value that was seen, such as `integer`, and how many events had it.
  package struct Seen: Hashable, Sendable {
    package let kind: String
    package let count: Int

    package init(kind: String, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// How many events there were, or objects or items around it: all that could have had it.
  package var among: Int
  /// How many of them had it, null included.
  package var present: Int
  /// The kinds of values, the most frequent first; `null` is one of them.
  package var seen: [Seen]
  /// Up to two values, as JSON text that may be cut short.
  package var examples: [String]
  /// Why the column has its type, as a sentence without a full stop.
  package var reason: String
  /// The unit in which its whole numbers would be times of our days; nil when they are not.
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
