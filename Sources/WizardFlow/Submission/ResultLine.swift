/// A line of what is told of the sink that was created.
package struct ResultLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case id, fact, sql
    /// A line of the sink as the API stored it.
    case stored
  }

  package let kind: Kind
  package let text: String
}
