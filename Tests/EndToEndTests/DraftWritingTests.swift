import Foundation
import SinkSpec
import TestSupport
import Testing

extension EndToEnd {
  /// Tests when and how the draft's file is written.
  @Suite struct DraftWritingTests {
    @Test func `continues after a draft write fails on a full disk`() throws {
      let wizard = try WizardRun("bash -c 'ulimit -f 0; exec sinkwizard'", columns: 200)
      try wizard.type("a")
      try wizard.wait(for: "could not be written: File too large")
      try wizard.type("b")
      try wizard.terminal.wait("still says so") {
        $0.contains("No draft is kept") && !$0.contains("could not be written") && $0.contains("ab")
      }
      try wizard.type("<C-q>")
      try wizard.wait(for: "would be lost")
      #expect(try wizard.end(typing: "y").status == 130)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `leaves a complete draft when killed at any moment`(seed: UInt64) throws {
      var random = SplitMix64(seed: seed)
      let wizard = try WizardRun(DraftTests.killable, columns: 120)
      let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789_")
      let text = String((0..<24).map { _ in letters.randomElement(using: &random) ?? "a" })
      let shown = Int.random(in: 1...20, using: &random)
      try wizard.type(text)
      try wizard.terminal.wait("shows \(shown) keys") { $0.contains(text.prefix(shown)) }
      try DraftTests.end(wizard, by: "KILL")
      // Every state but the last must be complete.
      let kept = wizard.folder.text(of: DraftTests.draft) ?? ""
      for line in kept.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        #expect(throws: Never.self, "seed \(seed)") { try PayloadTree(parsing: String(line)) }
      }
      let name = try Self.resumedName(in: wizard.folder)
      #expect(!name.isEmpty && text.hasPrefix(name), "seed \(seed): \(kept)")
    }

    /// Returns the name in the draft, as line mode resumes it.
    private static func resumedName(in folder: Folder) throws -> String {
      let resumed = try PlainRun.run(
        ["/list"], "--resume", in: folder, before: "XDG_STATE_HOME=$PWD/.run/state")
      let start = "Step 1, Name: "
      let line = resumed.errors.split(separator: "\n").first { $0.hasPrefix(start) }
      return String(line?.dropFirst(start.count) ?? "")
    }

    @Test(arguments: ["TERM", "HUP", "QUIT", "INT", "USR1", "SEGV"])
    func `saves the last key before a signal ends the program`(signal: String) throws {
      let wizard = try WizardRun(DraftTests.killable, columns: 120)
      let text = "every_key_that_was_shown_is_kept"
      try wizard.type(text)
      try wizard.terminal.wait("shows all keys") { $0.contains(text) }
      try DraftTests.end(wizard, by: signal)
      #expect(try Self.resumedName(in: wizard.folder) == text)
    }

    /// With this many columns, the keys arrive during the pause after the first write.
    @Test func `saves the last key of a large draft before a signal ends the program`() throws {
      let folder = Folder()
      let columns = (0..<5_000).map { #"{"name":"column_\#($0)","type":"string"}"# }
      try folder.write(
        #"{"name":"","type":"r2","schema":{"fields":[\#(columns.joined(separator: ","))]}}"#,
        to: "in.json")
      let wizard = try WizardRun(
        "bash -c 'echo $$ >.run/pid; exec sinkwizard --from in.json'", columns: 120, in: folder,
        ready: "continue to the form")
      let text = "large"
      try wizard.type("<Enter>\(text)")
      try wizard.terminal.wait("shows all keys") { $0.contains(text) }
      try DraftTests.end(wizard, by: "TERM")
      #expect(try Self.resumedName(in: folder) == text)
    }

    @Test func `keeps one state once no key is pressed`() throws {
      let wizard = try WizardRun(DraftTests.killable, columns: 120)
      try wizard.type("mistyped")
      try waitForDraft(of: wizard) { $0.contains("mistyped") }
      try wizard.type("<C-u>orders")
      try waitForDraft(of: wizard) { $0.contains("orders") && !$0.contains("mistyped") }
      #expect(wizard.folder.mode(of: DraftTests.draft) == 0o600)
      try wizard.type("_2")
      try waitForDraft(of: wizard) { $0.contains("orders_2") }
    }

    @Test func `writes the draft again if its file was removed or changed`() throws {
      let wizard = try WizardRun(DraftTests.killable, columns: 120)
      for (name, change) in [("a", "rm"), ("ab", "truncate -s 5"), ("abc", "mv -t .run")] {
        try wizard.type(String(name.suffix(1)))
        try waitForDraft(of: wizard) { $0.contains("\"/name\":\"\(name)\"") }
        _ = try Program.run(["bash", "-c", "\(change) \(DraftTests.draft)"], in: wizard.folder)
      }
      try wizard.type("d")
      try waitForDraft(of: wizard) { $0.contains(#""/name":"abcd""#) }
      try DraftTests.end(wizard, by: "KILL")
      #expect(try Self.resumedName(in: wizard.folder) == "abcd")
    }

    private func waitForDraft(
      of wizard: WizardRun, until condition: (String) -> Bool
    ) throws {
      try wizard.terminal.wait("changes the draft") { _ in
        condition(wizard.folder.text(of: DraftTests.draft) ?? "")
      }
    }
  }
}
