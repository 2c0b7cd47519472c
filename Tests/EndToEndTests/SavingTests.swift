import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Tests the files the wizard saves and opens, and --output.
  @Suite struct SavingTests {
    @Test func `saves to a new and an existing file, and reports a failure`() throws {
      let wizard = try WizardRun()
      try wizard.type("x<C-s>sink.json<Enter>")
      try wizard.wait(for: "Saved to sink.json")
      let saved = try #require(wizard.folder.text(of: "sink.json"))
      #expect(saved.contains("\"name\": \"x\""))
      #expect(wizard.folder.mode(of: "sink.json") == 0o600)

      // The prompt still contains the previous name.
      try wizard.type("y<C-s><Enter>")
      try wizard.wait(for: "The file sink.json already exists")
      try wizard.type("n")
      try wizard.terminal.wait("closes the question") { !$0.contains("already") }
      #expect(wizard.folder.text(of: "sink.json") == saved)
      try wizard.type("<Enter>y")
      try wizard.wait(for: "Saved to sink.json")
      #expect(wizard.folder.text(of: "sink.json")?.contains("\"name\": \"xy\"") == true)

      try wizard.type("<C-s><C-u>no/such/folder.json<Enter>")
      try wizard.wait(for: "No such file or directory")
      #expect(try wizard.terminal.screen.contains("no/such/folder.json"))
      try wizard.type("<C-u>other.json<Enter>")
      try wizard.wait(for: "Saved to other.json")
      #expect(wizard.folder.bytes(of: "other.json") == wizard.folder.bytes(of: "sink.json"))
      #expect(wizard.folder.names == [".run", "other.json", "sink.json"])
      // Everything is saved, so quitting asks no question.
      #expect(try wizard.end(typing: "<C-q>").status == 130)
    }

    @Test func `opens a file, and reports a missing one`() throws {
      let folder = Folder()
      try folder.write(Payloads.nested, to: "in.json")
      let wizard = try WizardRun(in: folder)
      try wizard.type("typed<C-o>in.jso<Enter>")
      try wizard.wait(for: "does not exist")
      try wizard.type("n<Enter>")
      try wizard.wait(for: "in.json is open")
      try wizard.type("<C-_>")
      try wizard.wait(for: "typed")
      try wizard.type("<A-_>")
      try wizard.terminal.wait("brings the file back") { !$0.contains("typed") }
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.nested, errors: ""))
    }

    @Test func `offers a file name, and completes one from the folder`() throws {
      let folder = Folder()
      try folder.write("", to: "zebra.json")
      let wizard = try WizardRun(columns: 60, in: folder)
      try wizard.type("only_here<C-s>")
      try wizard.wait(for: "│ only_here.json ")
      try wizard.type("z<Tab>")
      try wizard.wait(for: "│ zebra.json ")
      try wizard.type("<C-u><Tab>")
      try wizard.wait(for: "│ zebra.json ")
      try wizard.type("<C-u>z")
      try wizard.wait(for: "│ z ")
      #expect(wizard.folder.names == [".run", "zebra.json"])
    }

    @Test(arguments: ["missing/sink.json", "folder", "file/sink.json"])
    func `reports an unwritable output before the screen opens`(name: String) throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal("mkdir folder; touch file", in: folder)
      let wizard = try WizardRun("sinkwizard --output \(name)", in: folder, ready: nil)
      let outcome = try wizard.end()
      #expect(outcome.status == 73)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isOneSentence)
      #expect(try !wizard.terminal.history.contains("1 Sink"))
    }

    @Test func `prints the payload if its file can no longer be written`() throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal("mkdir folder", in: folder)
      try folder.write(Payloads.json, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json --output folder/x", in: folder)
      try FileManager.default.removeItem(atPath: folder.path(of: "folder"))
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.status == 73)
      #expect(outcome.output == Payloads.json)
      #expect(outcome.errors.isOneSentence)
    }

    @Test func `writes no output when leaving`() throws {
      let folder = Folder()
      try folder.write("as it was", to: "out.json")
      let wizard = try WizardRun("sinkwizard --output out.json", in: folder)
      #expect(try wizard.end(typing: "<C-q>").status == 130)
      #expect(folder.text(of: "out.json") == "as it was")
    }

    @Test func `saves through a symbolic link`() throws {
      let folder = Folder()
      let making = "mkdir real; echo old >real/x; ln -s real/x link"
      _ = try Program.runWithoutTerminal(making, in: folder)
      try folder.write(Payloads.json, to: "in.json")
      let linked = try WizardRun("sinkwizard --from in.json --output link", in: folder)
      #expect(try linked.end(typing: "<C-x>").status == 0)
      #expect(folder.text(of: "real/x") == Payloads.json)
      #expect(folder.isLink("link"))

    }

    @Test func `writes to a pipe in place`() throws {
      let folder = Folder()
      try folder.write(Payloads.json, to: "in.json")
      let wizard = try WizardRun(
        "mkfifo pipe; cat pipe >copy & sinkwizard --from in.json --output pipe; wait", in: folder)
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
      #expect(folder.text(of: "copy") == Payloads.json)
      #expect(folder.names == [".run", "copy", "in.json", "pipe"])
    }

    @Test func `exports to a file and to the clipboard`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", in: folder)
      try wizard.type("<C-t><Down><Down>")
      try wizard.wait(for: "#!/usr/bin/env bash")
      try wizard.type("<Enter>")
      try wizard.wait(for: "Save as curl to")
      try wizard.type("x.sh<Enter>")
      try wizard.wait(for: "Saved as curl to x.sh")
      let preview = try Program.runWithoutTerminal(
        "sinkwizard preview --as curl in.json", in: folder)
      #expect(folder.text(of: "x.sh") == preview.output)
      #expect(folder.mode(of: "x.sh") == 0o600)
      try wizard.type("<A-w>")
      try wizard.wait(for: "to tmux; requires set-clipboard on")
      #expect(try wizard.terminal.clipboard == Payloads.parquet)
      #expect(try wizard.end(typing: "<C-q>").status == 130)
    }
  }
}

extension Folder {
  fileprivate func isLink(_ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path(of: name))) != nil
  }
}
