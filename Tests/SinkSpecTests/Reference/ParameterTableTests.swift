import Foundation
import SinkSpec
import Testing

/// The README's table of parameters, which is made from the description.
struct ParameterTableTests {
  private static let readme = URL(filePath: #filePath)
    .appending(path: "../../../../README.md").standardizedFileURL
  private static let begin =
    "<!-- The table is made by: RENEW=1 swift test --filter ParameterTable -->\n"
  private static let end = "<!-- The end of the table. -->\n"

  @Test func `stands in the README as the description has it`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)?.upperBound)
    let stop = try #require(text.range(of: Self.end)?.lowerBound)
    if ProcessInfo.processInfo.environment["RENEW"] == "1" {
      let renewed = text[..<start] + "\n" + ParameterTable.markdown + "\n" + text[stop...]
      try Data(renewed.utf8).write(to: Self.readme)
      return
    }
    #expect(
      text[start..<stop] == "\n" + ParameterTable.markdown + "\n",
      "renew the table: RENEW=1 swift test --disable-xctest --filter ParameterTable")
  }

  @Test func `has a row of five cells for each parameter`() {
    let rows = ParameterTable.markdown.split(separator: "\n")
    #expect(rows.count == 2 + 49)
    for row in rows {
      #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 6, "\(row)")
    }
  }
}
