/// A block of the input that can be parsed independently.
package struct EventBlock: Sendable {
  package enum Kind: Sendable {
    /// Complete lines with complete events.
    case lines
    /// A part of the input whose last event may continue in the next block.
    case piece(isLast: Bool)
    /// A line that exceeds the size limit and is skipped.
    case endlessLine
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// The block's position in the input.
  package let position: InputPosition
}
