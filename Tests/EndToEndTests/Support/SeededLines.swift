import Foundation
import TestSupport

/// Random answers for line mode: values, commands and invalid lines.
struct SeededLines {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let words = [
    "", "", "", "", "x", "1", "2", "3", "0", "y", "n", "a", "b", "d 1", "?", "yes", "id", "struct",
    "list", "parquet", "json", "r2", "r2_data_catalog", "100MB", "5m", "%Y/%m", "%Q", "${A}", "é",
    "日本", "👩‍👩‍👧", "\u{202E}", "\u{1B}[A", "\0", "999999999999999999999", "-1", "/", "//", "/nothing",
    "/help", "/back", "/back", "/list", "/issues", "/issue 1", "/issue 3", "/request", "/step 1",
    "/step 2", "/step 3", "/step 4", "/step 4", "/step 5", "/value /x", "/value", "/unset",
    "/empty", "/env", "/columns", "/column 1", "/column id", "/column x.id", "/insert",
    "/duplicate", "/delete", "/up", "/down", "/in", "/out", "/details", "/change", "/change i",
    "/event", "/open", "/open in.json", "/import nothing", "/sample nothing", "/save out.json",
    "/export", "/copy", "/undo", "/undo", "/redo", "submit", "finish", "save", "export",
  ]

  /// Returns random lines, including invalid UTF-8.
  mutating func bytes(lines: Int) -> Data {
    var data = Data()
    for _ in 0..<lines {
      if random.once(in: 40) {
        data += (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
      } else {
        data += Data((Self.words.randomElement(using: &random) ?? "").utf8)
      }
      data.append(0x0A)
    }
    return data
  }
}
