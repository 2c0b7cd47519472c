import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Tests the manual pages, which are generated from the argument parser.
  @Suite struct ManualReferencePageTests {
    private func commands() throws -> [CommandDump.Command] {
      let dump = try Program.runWithoutTerminal(
        "sinkwizard --experimental-dump-help", in: Folder())
      return try JSONDecoder().decode(CommandDump.self, from: Data(dump.output.utf8)).command.all
    }

    private func pages() throws -> [ManualPage] {
      let version = try Program.runWithoutTerminal("sinkwizard --version", in: Folder()).output
      return try commands().map {
        ManualPage(of: $0, version: version.trimmingCharacters(in: .newlines))
      }
    }

    @Test func `the manual pages are current`() throws {
      for page in try pages() {
        let file = GeneratedFile(path: ".github/man/\(page.name).1", text: page.text)
        #expect(try file.isCurrent, "\(page.name); renew it: \(ReferencePage.renewal)")
      }
    }

    @Test func `there is no page of a command that does not exist`() throws {
      let folder = URL(filePath: #filePath).appending(path: "../../../.github/man")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.standardizedFileURL.path)
      #expect(try files.sorted() == pages().map { "\($0.name).1" }.sorted())
    }

    @Test func `every page of a command has examples and exit statuses`() throws {
      for page in try pages() where !page.name.hasSuffix("sinks") {
        #expect(page.text.contains(".SH EXAMPLES"), "\(page.name)")
        #expect(page.text.contains(".SH EXIT STATUS"), "\(page.name)")
      }
    }
  }
}
