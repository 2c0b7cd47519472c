import Foundation
import Synchronization
import Testing

/// Replaces multi-line string literals in test sources by actual values.
enum RecordedLiterals {
  /// For each file, the number of lines by which replacements have shifted the text below.
  private static let shifts = Mutex<[String: [(line: Int, by: Int)]]>([:])

  /// Replaces a literal, given its 0-based index among those at or below a line of a file.
  static func replace(_ number: Int, with text: String, file: String, at location: SourceLocation) {
    // Tests run in parallel; the lock keeps each file consistent with its shifts.
    shifts.withLock { shifts in
      do {
        var lines = try String(contentsOfFile: file, encoding: .utf8)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let shift = shifts[file, default: []].filter { $0.line < location.line }
          .reduce(0) { $0 + $1.by }
        guard let body = body(of: number, in: lines, from: location.line - 1 + shift) else {
          Issue.record("no multi-line literal to renew", sourceLocation: location)
          return
        }
        let indent = String(lines[body.upperBound].prefix { $0 == " " })
        let recorded = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          line.isEmpty ? "" : indent + escaped(line)
        }
        lines.replaceSubrange(body, with: recorded)
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        shifts[file, default: []].append((location.line, recorded.count - body.count))
      } catch {
        Issue.record(error, "cannot renew the screen", sourceLocation: location)
      }
    }
  }

  /// The lines between the delimiters of a multi-line literal.
  private static func body(of number: Int, in lines: [String], from start: Int) -> Range<Int>? {
    var remaining = number
    var opening: Int?
    for row in start..<lines.count {
      guard let first = opening else {
        if lines[row].hasSuffix("\"\"\"") { opening = row + 1 }
        continue
      }
      guard lines[row].drop(while: { $0 == " " }).hasPrefix("\"\"\"") else { continue }
      if remaining == 0 { return first..<row }
      (remaining, opening) = (remaining - 1, nil)
    }
    return nil
  }

  private static func escaped(_ line: Substring) -> String {
    String(line).replacing("\\", with: "\\\\").replacing("\"\"\"", with: "\\\"\"\"")
  }
}
