/// The text of a draft's file: records of the draft's states, oldest first.
///
/// Saving appends a record, two lines written by ``DraftWriter``. A program that is killed while it
/// writes leaves an incomplete record at the end, and the one before it counts.
package enum DraftJournal {
  /// The maximum size of a file with more than one record, in bytes.
  package static let sizeLimit = 1 << 16

  private static let lineBreak = UInt8(ascii: "\n")

  /// Returns the last complete record, or the whole text if no record is complete.
  package static func lastRecord(in text: [UInt8]) -> ArraySlice<UInt8> {
    // From the end, because damage to an earlier record must not matter.
    guard let end = text.lastIndex(of: lineBreak) else { return text[...] }
    var nextLine = end + 1
    var line = start(ofLineEndingAt: end, in: text)
    while line > 0 {
      let summary = start(ofLineEndingAt: line - 1, in: text)
      if text[summary...].starts(with: DraftSummary.start.utf8) { return text[summary..<nextLine] }
      (line, nextLine) = (summary, line)
    }
    return text[...]
  }

  private static func start(ofLineEndingAt end: Int, in text: [UInt8]) -> Int {
    text[..<end].lastIndex(of: lineBreak).map { $0 + 1 } ?? 0
  }
}
