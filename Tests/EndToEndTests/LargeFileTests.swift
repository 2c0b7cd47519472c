import Foundation
import Testing

extension EndToEnd {
  /// Tests opening files that take a while: large ones, and pipes whose writer is slow.
  @Suite struct LargeFileTests {
    /// A payload of more than 16 MiB, most of it blanks.
    private static let large = Payloads.parquet + String(repeating: " ", count: 17 << 20)

    @Test func `opens a payload larger than 16 MiB`() throws {
      let folder = Folder()
      try folder.write(Self.large, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", in: folder)
      try wizard.wait(for: "in.json is open; no issues found")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.output == Payloads.parquet)
      #expect(outcome.status == 0)
    }

    @Test func `keeps working after Esc while a file is read`() throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal("mkfifo slow", in: folder)
      let wizard = try WizardRun("(exec sleep 60 >slow) & sinkwizard", in: folder)
      try wizard.type("<C-o>slow<Enter>")
      try wizard.wait(for: "Opening slow")
      try wizard.type("<Esc>")
      try wizard.wait(for: "Stopped opening slow; nothing was loaded")
      try wizard.type("my_name")
      try wizard.wait(for: "my_name")
      #expect(try wizard.end(typing: "<C-q>y").status == 130)
    }
  }
}
