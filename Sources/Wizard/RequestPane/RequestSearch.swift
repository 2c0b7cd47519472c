import SinkDraft
import SinkSpec

/// A case-insensitive search in the lines of the request.
package struct RequestSearch: Hashable, Sendable {
  package private(set) var editor = LineEditor()
  /// Whether keys edit the search text.
  package private(set) var isTyping = true
  /// The matching lines, in ascending order.
  package private(set) var matches: [Int] = []
  private var needle = Needle("")
  /// Whether no text was entered yet.
  package var isEmpty: Bool { needle.isEmpty }
  /// The line that had the focus when the search started.
  let origin: Int

  init(origin: Int) { self.origin = origin }

  /// Creates a finished search that repeats an earlier text.
  init(repeating text: String, from line: Int, in lines: RequestLines) {
    origin = line
    isTyping = false
    editor = LineEditor(text)
    needle = Needle(text)
    matches = Self.lines(with: needle, in: lines, among: nil)
  }

  mutating func edit(in lines: RequestLines, _ change: (inout LineEditor) -> Void) {
    change(&editor)
    let next = Needle(editor.text)
    guard next != needle else { return }
    let isNarrower = !needle.isEmpty && needle.occurs(in: next.text)
    matches = Self.lines(with: next, in: lines, among: isNarrower ? matches : nil)
    needle = next
  }

  mutating func stopTyping() { isTyping = false }

  private static func lines(
    with needle: Needle, in lines: RequestLines, among candidates: [Int]?
  ) -> [Int] {
    guard !needle.isEmpty else { return [] }
    // Fetching a single line costs as much as fetching many.
    if let candidates, candidates.count < lines.count / 64 {
      return candidates.filter { line in
        lines.lines(from: line, count: 1).contains { needle.occurs(in: $0.text) }
      }
    }
    return lines.numbers { needle.occurs(in: $0) }
  }

  // MARK: Matches

  /// The first match at or after the origin, wrapping around; nil if there is none.
  var firstMatch: Int? {
    guard !matches.isEmpty else { return nil }
    let index = index(after: origin - 1)
    return matches[index < matches.count ? index : 0]
  }

  /// Returns the next match from a line, and whether it wrapped around; nil if there is none.
  func match(from line: Int, by direction: Int) -> (line: Int, isAround: Bool)? {
    guard !matches.isEmpty else { return nil }
    let next = direction > 0 ? index(after: line) : index(after: line - 1) - 1
    return (
      matches[(next + matches.count) % matches.count], !matches.indices.contains(next)
    )
  }

  /// Returns the character ranges of the matches in a line.
  package func matchRanges(in text: String) -> [Range<Int>] {
    guard !needle.isEmpty, needle.occurs(in: text) else { return [] }
    let letters = text.map { $0.lowercased() }
    let wanted = needle.text.map(String.init)
    var ranges: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= letters.count {
      let end = start + wanted.count
      if letters[start..<end].elementsEqual(wanted) {
        ranges.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return ranges
  }

  /// Returns the 1-based ordinal of a line among the matches; nil if the line does not match.
  package func number(of line: Int) -> Int? {
    let index = index(after: line - 1)
    return index < matches.count && matches[index] == line ? index + 1 : nil
  }

  /// Returns the index of the first match below a line, by binary search.
  private func index(after line: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
