/// Finds the known name that an unknown one was probably meant to be.
enum NearestName {
  /// The nearest of the known names, if one is near enough to be meant.
  static func of(_ name: String, among known: [String]) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let folded = fold(name)
    let scored = known.map { (name: $0, distance: distance(folded, fold($0))) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.name.utf8.count / 3) ? best.name : nil
  }

  /// Lower case without separators, so that `rollingPolicy` is near `rolling_policy`.
  private static func fold(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
  }

  /// The edits that turn one text into the other; two neighbours that change places are one edit.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (line, byte) in left.enumerated() {
      var next = [line + 1]
      for (column, other) in right.enumerated() {
        var edits = min(
          row[column] + (byte == other ? 0 : 1), next[column] + 1, row[column + 1] + 1)
        if line > 0, column > 0, byte == right[column - 1], left[line - 1] == other {
          edits = min(edits, before[column - 1] + 1)
        }
        next.append(edits)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
