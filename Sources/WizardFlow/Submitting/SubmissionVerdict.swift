package import SinkSpec
import Surface

/// What came of a request that created nothing as far as is known.
package struct SubmissionVerdict: Hashable, Sendable {
  package let title: String
  /// What is known, and what probably helps, sentence by sentence.
  package let sentences: [String]
  /// The field that is named, which closing this goes to.
  package let pointer: Pointer?
  /// Whether asking the account may tell more.
  package let canAsk: Bool
  package internal(set) var scroll = 0

  /// The sentences as they show in a box of a width, a blank line before each but the first.
  package func paragraphs(width: Int) -> [[String]] {
    sentences.enumerated().map { index, sentence in
      (index == 0 ? [] : [""]) + TextWrap.lines(sentence, width: width)
    }
  }
}
