import Foundation
import SinkSpec
import TestSupport
import Testing

extension EndToEnd {
  /// Tests the draft a wizard leaves behind, and resuming it.
  @Suite struct DraftTests {
    static let draft = ".run/state/sinkwizard/draft-1.json"
    static let killable = "bash -c 'echo $$ >.run/pid; exec sinkwizard'"

    static func end(_ wizard: WizardRun, by signal: String) throws {
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      _ = try Program.run(["bash", "-c", "kill -\(signal) \(pid)"], in: wizard.folder)
      _ = try wizard.terminal.wait("has ended") { _ in
        wizard.folder.bytes(of: ".run/ended") != nil
      }
    }

    /// Types into the wizard, and waits until the draft's file contains the text.
    private func fill(_ wizard: WizardRun) throws {
      try wizard.type("orders</config/bucket>lake</config/path>raw")
      try wizard.type("</config/credentials/access_key_id>planted-key")
      try wizard.type("</config/credentials/secret_access_key><Right><A-4><Enter>id")
      try wizard.type("<Tab>int6<Enter>total")
      try wizard.terminal.wait("is kept") { _ in
        wizard.folder.text(of: Self.draft)?.contains("\"total\"") == true
      }
    }

    @Test(arguments: ["KILL", "TERM", "HUP", "QUIT", "SEGV"])
    func `loses only secrets, however the program ends`(signal: String) throws {
      let first = try WizardRun(Self.killable)
      try fill(first)
      try Self.end(first, by: signal)
      let says = first.folder.text(of: ".run/err")?.contains("run sinkwizard --resume to continue")
      #expect(says == (signal != "KILL"))
      #expect(first.folder.mode(of: Self.draft) == 0o600)
      #expect(first.folder.mode(of: ".run/state/sinkwizard") == 0o700)
      #expect(first.folder.text(of: Self.draft)?.contains("planted") == false)
      let second = try WizardRun(
        "sinkwizard --resume", columns: 120, in: first.folder, ready: "[4 Schema")
      let screen = try second.wait(for: "re-enter: Access key ID")
      #expect(screen.contains("int64"))
      #expect(screen.contains("\"bucket\": \"lake\"") || screen.contains("total"))
      try second.type("<A-2>")
      try second.wait(for: "raw")
      try second.type("<C-x>")
      let outcome = try second.endConfirming()
      #expect(outcome.output.contains(#""name": "total""#))
      #expect(outcome.output.contains(#""path": "raw""#))
      #expect(first.folder.bytes(of: Self.draft) == nil)
    }

    @Test func `offers the draft of the last run, and can delete it`() throws {
      let first = try WizardRun("CLOUDFLARE_ACCOUNT_ID=a sinkwizard")
      try first.type("orders<C-q>")
      try first.wait(for: "A draft without secrets is kept")
      let left = try first.end(typing: "y")
      #expect(left.status == 130)
      #expect(left.errors.contains("--resume"))
      let second = try WizardRun(in: first.folder, ready: "Saved draft")
      try second.type("dy<C-u><Del>")
      try second.wait(for: "delete it permanently")
      try second.type("n<Enter>")
      try second.wait(for: "This draft belongs to account a at api.cloudflare.com")
      try second.type("n")
      try second.terminal.wait("closes the question") { !$0.contains("belongs to") }
      try second.type("<C-q>")
      try second.wait(for: "A draft without secrets is kept")
      #expect(try second.end(typing: "y").status == 130)
      let third = try WizardRun(in: first.folder, ready: "Saved draft")
      try third.type("<Del>y")
      try third.terminal.wait("closes the list") { !$0.contains("was kept") }
      #expect(first.folder.bytes(of: Self.draft) == nil)
      #expect(try third.end(typing: "<C-q>").errors.isEmpty)
    }

    @Test func `keeps one draft for each concurrent wizard`() throws {
      let folder = Folder()
      let first = try WizardRun(Self.killable, in: folder)
      try fill(first)
      let second = try WizardRun("sinkwizard 2>>.run/second", in: folder)
      try second.type("other")
      let other = ".run/state/sinkwizard/draft-2.json"
      try second.terminal.wait("is kept") { _ in
        folder.text(of: other)?.contains("other") == true
      }
      let third = try Program.runWithoutTerminal(
        "XDG_STATE_HOME=$PWD/.run/state sinkwizard --resume", in: folder)
      #expect(third.status == 66)
      #expect(folder.text(of: Self.draft)?.contains("orders") == true)
    }

    @Test(arguments: [
      ("{\"sinkwizard_draft\":9}", "from a newer version of sinkwizard"), ("", "is damaged"),
      ("x", "is damaged"),
    ])
    func `moves unusable drafts aside`(text: String, sentence: String) throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal("mkdir -p .run/state/sinkwizard", in: folder)
      try folder.write(text, to: Self.draft)
      let wizard = try WizardRun(columns: 200, in: folder)
      try wizard.wait(for: sentence)
      #expect(folder.text(of: ".run/state/sinkwizard/draft-1-aside-1") == text)
      #expect(folder.bytes(of: Self.draft) == nil)
      #expect(folder.mode(of: ".run/state/sinkwizard") == 0o700)
      let none = try Program.runWithoutTerminal(
        "XDG_STATE_HOME=$PWD/.run/state sinkwizard --resume", in: folder)
      #expect(none.status == 66)
      #expect(none.errors.contains("no draft"))
    }

    /// Cases without space, home folder or write permission: reported once, and the wizard continues.
    @Test(arguments: [
      ("env -u XDG_STATE_HOME -u HOME sinkwizard --plain", "No draft is kept: HOME is not set"),
      ("env -u HOME XDG_STATE_HOME=relative sinkwizard --plain", "HOME is not set"),
      ("env XDG_STATE_HOME=/proc/nothing sinkwizard --plain", "No draft is kept: /proc/nothing"),
      ("env XDG_STATE_HOME=$PWD/.run/file sinkwizard --plain", "Not a directory"),
    ])
    func `reports once that no draft can be kept`(command: String, sentence: String) throws {
      let folder = Folder()
      let lines = "a|||b||||/env|/env|c|/list|/list|/list|/finish|y".replacing("|", with: "\\n")
      let outcome = try Program.runWithoutTerminal(
        "mkdir -p .run; touch .run/file; { printf '\(lines)\\n'; } | { \(command); } 2>&1 | cat; exit ${PIPESTATUS[1]}",
        in: folder)
      #expect(outcome.output.components(separatedBy: sentence).count == 2, "\(outcome.output)")
      #expect(outcome.status == 0)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `starts with a damaged draft, and never deletes it`(seed: UInt64) throws {
      var random = SplitMix64(seed: seed)
      let folder = Folder()
      _ = try PlainRun.run(
        ["orders", "", "", "lake", "", "", "raw", "/step 4", "id", "int64"], in: folder)
      let file = ".local/state/sinkwizard/draft-1.json"
      let whole = try #require(folder.bytes(of: file))
      for _ in 0..<12 {
        var bytes = whole
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes = bytes.prefix(place)
        case 2: bytes.insert(contentsOf: bytes.prefix(place), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
        try folder.write(bytes, to: file)
        let outcome = try PlainRun.run(["/quit"], "--resume", in: folder)
        #expect([66, 130].contains(outcome.status), "seed \(seed): \(outcome.errors)")
        let names = try Program.runWithoutTerminal("ls .local/state/sinkwizard", in: folder)
          .output
        let copies = names.split(separator: "\n").filter { $0.hasPrefix("draft-1") }.map {
          folder.bytes(of: ".local/state/sinkwizard/\($0)")
        }
        #expect(!copies.isEmpty, "seed \(seed): \(outcome.errors)")
        #expect(outcome.status != 66 || copies.contains(bytes), "seed \(seed): \(outcome.errors)")
      }
    }

    @Test func `ignores symbolic links and files that are not drafts`() throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal(
        """
        umask 077; mkdir -p .local/state/sinkwizard; echo '{"sinkwizard_draft":1}' >elsewhere; \
        ln -s ../../../elsewhere .local/state/sinkwizard/draft-1.json; \
        mkfifo .local/state/sinkwizard/draft-2.json; mkdir .local/state/sinkwizard/draft-3.json
        """, in: folder)
      let none = try PlainRun.run([], "--resume", in: folder)
      #expect(none.status == 66)
      let outcome = try PlainRun.run(["kept"], in: folder)
      #expect(outcome.status == 130)
      #expect(folder.text(of: "elsewhere") == "{\"sinkwizard_draft\":1}\n")
      #expect(folder.text(of: ".local/state/sinkwizard/draft-4.json")?.contains("kept") == true)
      #expect(folder.mode(of: ".local/state/sinkwizard/draft-4.json") == 0o600)
    }

    @Test func `keeps changes made after a sink was created, in line mode too`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try PlainRun.run(
        ["/step 5", "submit", "y", "b", "/step 1", "another"], "--sandbox --from in.json",
        in: folder, before: Program.keys)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\"name\": \"my_sink\""))
      #expect(outcome.errors.contains("a draft without secrets is kept"))
      #expect(folder.text(of: ".local/state/sinkwizard/draft-1.json")?.contains("another") == true)
    }

    @Test func `brings no sandbox account to the real API`() throws {
      let folder = Folder()
      let first = try WizardRun("env -u CLOUDFLARE_ACCOUNT_ID sinkwizard --sandbox", in: folder)
      try first.type("rehearsed<C-q>")
      try first.wait(for: "A draft without secrets is kept")
      #expect(try first.end(typing: "y").status == 130)
      let second = try WizardRun(
        "env -u CLOUDFLARE_ACCOUNT_ID sinkwizard", columns: 120, in: folder, ready: "Saved draft")
      try second.wait(for: "account 0000…0000, sandbox")
      try second.type("<Enter>")
      try second.wait(for: "rehearsed")
      try second.type("<C-x>")
      let outcome = try second.endConfirming()
      #expect(outcome.output.contains("rehearsed") && !outcome.output.contains("0000"))
    }

    @Test func `asks before a draft takes the account of the environment`() throws {
      let folder = Folder()
      let first = try WizardRun("CLOUDFLARE_ACCOUNT_ID=a sinkwizard", in: folder)
      try first.type("orders<C-q>")
      try first.wait(for: "A draft without secrets is kept")
      #expect(try first.end(typing: "y").status == 130)
      let second = try WizardRun("sinkwizard --resume", in: folder, ready: "[1 Sink")
      try second.wait(for: "This draft belongs to account a at api.cloudflare.com")
      try second.type("y")
      try second.wait(for: Program.account)
      try second.type("<C-x>")
      #expect(try second.endConfirming().output.contains(Program.account))
    }

    @Test func `does not follow links, and works without a draft folder`() throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal(
        "mkdir -p .run/state elsewhere; ln -s ../../elsewhere .run/state/sinkwizard", in: folder)
      let wizard = try WizardRun(columns: 200, in: folder)
      try wizard.wait(for: "is not a folder you own")
      try wizard.type("x<C-q>")
      try wizard.wait(for: "Your input is not saved")
      #expect(try wizard.end(typing: "y") == Outcome(status: 130, output: "", errors: ""))
      let names = try Program.runWithoutTerminal("ls elsewhere", in: folder)
      #expect(names.output.isEmpty)
    }
  }
}
