/// A stretch of the input that can be read by itself.
package struct EventBlock: Sendable {
  package enum Kind: Sendable {
    /// Whole lines, each with events of its own.
    case lines
    /// What comes next of events that may go on in the next block.
    case piece(isLast: Bool)
    /// A line without end, which is passed over.
    case endlessLine
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// Where it stands.
  package let place: InputPlace
}
