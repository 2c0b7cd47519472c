/// Suggests known names for misspelled ones.
package enum NearestName {
  /// Returns the closest known name, if one is close enough to suggest.
  package static func of(_ name: String, among known: [String]) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let folded = fold(name)
    let letters = Letters(of: folded)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let other = fold(candidate)
      let limit = max(1, candidate.utf8.count / 3)
      // A file may have many unknown names, so skip names that cannot be close.
      guard abs(folded.count - other.count) <= limit,
        letters.minDistance(to: Letters(of: other)) <= limit
      else { continue }
      let distance = distance(folded, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The letters of a name as a set, which limits its distance to other names.
  private struct Letters {
    private var bits: UInt64 = 0

    init(of name: [UInt8]) {
      for byte in name { bits |= 1 &<< UInt64(byte & 63) }
    }

    /// Returns a lower bound of the distance: an edit removes one letter and adds one at most.
    func minDistance(to other: Letters) -> Int {
      max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
    }
  }

  /// Returns whether two names differ only in case and separators.
  static func areSame(_ name: String, _ other: String) -> Bool { fold(name) == fold(other) }

  /// Returns the name in lower case without separators, so that `rollingPolicy` matches
  /// `rolling_policy`.
  static func fold(_ name: String) -> [UInt8] {
    let bytes = name.lowercased().utf8
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for byte in bytes where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      folded.append(byte)
    }
    return folded
  }

  /// Returns the Damerau–Levenshtein distance (optimal string alignment) of two strings.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    // Three rows of the table in one array, used in turn.
    let width = right.count + 1
    var rows = Array(0..<width) + Array(repeating: 0, count: 2 * width)
    var (before, row, next) = (2 * width, 0, width)
    for (line, byte) in left.enumerated() {
      rows[next] = line + 1
      for (column, other) in right.enumerated() {
        var edits = min(
          rows[row + column] + (byte == other ? 0 : 1), rows[next + column] + 1,
          rows[row + column + 1] + 1)
        if line > 0, column > 0, byte == right[column - 1], left[line - 1] == other {
          edits = min(edits, rows[before + column - 1] + 1)
        }
        rows[next + column + 1] = edits
      }
      (before, row, next) = (row, next, before)
    }
    return rows[row + right.count]
  }
}
