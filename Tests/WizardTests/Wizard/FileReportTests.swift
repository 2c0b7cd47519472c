import Screen
import SinkSpec
import TestSupport
import Testing

@testable import Wizard

/// Tests the wrapped lines of the report on a file.
struct FileReportTests {
  @Test(arguments: UInt64(1)...10)
  func `wraps the lines in view as it wraps all lines`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["a", "column", "é", "", "must", "be", String(repeating: "x", count: 90), "日本"]
    func text() -> String {
      (0..<Int.random(in: 1...20, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    let summary = text()
    let lines = (0..<60).map { number in
      let text = number % 2 == 0 ? text() : "\(number % 8):1: column_\(number): is missing [rule]"
      return FileReport.Line(severity: number % 3 == 0 ? .error : .warning, text: text)
    }
    let report = FileReport(name: "file", summary: summary, lines: lines, width: 68)
    for width in [68, 30, 1] {
      let all =
        TextWrap.lines(summary, width: width) + [""]
        + lines.flatMap { TextWrap.lines("\($0.severity.sign) \($0.text)", width: width) }
      let size = report.size(width: width)
      #expect(size.lineCount == all.count, "seed \(seed)")
      #expect(size.widest == all.map { TerminalText.width(of: $0) }.max(), "seed \(seed)")
      for _ in 0..<20 {
        let first = Int.random(in: 0...all.count, using: &random)
        let range = first..<Int.random(in: first...all.count, using: &random)
        #expect(report.lines(range, in: size).map(\.text) == Array(all[range]), "seed \(seed)")
      }
    }
  }
}
