import Foundation
import Testing

extension EndToEnd {
  /// Tests the pre-commit hook, both in its manifest and in the recipes.
  @Suite struct HookTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..")

    /// Returns the pattern of the file names in a configuration.
    private func pattern(in file: String) throws -> String {
      let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      let line = try #require(text.firstMatch(of: /(?m)^ *files: (.*)$/))
      return String(line.1)
    }

    @Test func `is the same in the manifest and in the recipe`() throws {
      #expect(
        try pattern(in: ".pre-commit-hooks.yaml") == pattern(in: ".github/recipes.md"))
    }

    @Test(arguments: [
      ("sink.json", true), ("deploy/sink.json", true), ("clicks.sink.json", true),
      ("sinks/clicks.json", true), ("deploy/sinks/clicks.json", true), ("package.json", false),
      ("sinks/notes.md", false), ("sinks/old/clicks.json", false), ("kitchensink.json", false),
    ])
    func `selects payloads by their names`(name: String, isSelected: Bool) throws {
      let pattern = try Regex(pattern(in: ".pre-commit-hooks.yaml"))
      #expect(name.contains(pattern) == isSelected)
    }
  }
}
