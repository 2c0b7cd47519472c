import Testing

extension EndToEnd {
  /// What is left of a wizard that has ended, and going on with it.
  @Suite struct DraftTests {
    static let draft = ".run/state/sinkwizard/draft-1.json"
    private static let killable = "bash -c 'echo $$ >.run/pid; exec sinkwizard'"

    private func end(_ wizard: WizardRun, by signal: String) throws {
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      _ = try Program.run(["bash", "-c", "kill -\(signal) \(pid)"], in: wizard.folder)
      _ = try wizard.terminal.wait("has ended") { _ in
        wizard.folder.bytes(of: ".run/ended") != nil
      }
    }

    /// Types into the wizard, and waits until it is in the draft's file.
    private func fill(_ wizard: WizardRun) throws {
      try wizard.type("orders<C-n>lake<Tab><Tab><Tab>raw<Tab>planted-key<Tab><A-r><A-4><Enter>id")
      try wizard.type("<Tab>int6<Enter>total")
      try wizard.terminal.wait("is kept") { _ in
        wizard.folder.text(of: Self.draft)?.contains("\"total\"") == true
      }
    }

    @Test(arguments: ["KILL", "TERM", "HUP", "QUIT", "SEGV"])
    func `whatever ends it, only secrets are lost`(signal: String) throws {
      let first = try WizardRun(Self.killable)
      try fill(first)
      try end(first, by: signal)
      #expect(first.folder.mode(of: Self.draft) == 0o600)
      #expect(first.folder.mode(of: ".run/state/sinkwizard") == 0o700)
      #expect(first.folder.text(of: Self.draft)?.contains("planted") == false)
      let second = try WizardRun(
        "sinkwizard --resume", columns: 120, in: first.folder, ready: "[4 Schema")
      let screen = try second.wait(for: "enter again: Access key ID")
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

    @Test func `leaving keeps a draft, which the next start offers and can delete`() throws {
      let first = try WizardRun("CLOUDFLARE_ACCOUNT_ID=a sinkwizard")
      try first.type("orders<C-q>")
      try first.wait(for: "A draft of it is kept")
      let left = try first.end(typing: "y")
      #expect(left.status == 130)
      #expect(left.errors.contains("--resume"))
      let second = try WizardRun(in: first.folder, ready: "A draft was kept")
      try second.type("dy<Del>")
      try second.wait(for: "delete it for good")
      try second.type("n<Enter>")
      try second.wait(for: "The draft is back")
      try second.type("<C-q>")
      try second.wait(for: "A draft of it is kept")
      #expect(try second.end(typing: "y").status == 130)
      let third = try WizardRun(in: first.folder, ready: "A draft was kept")
      try third.type("<Del>y")
      try third.terminal.wait("closes the list") { !$0.contains("was kept") }
      #expect(first.folder.bytes(of: Self.draft) == nil)
      #expect(try third.end(typing: "<C-q>").errors.isEmpty)
    }

    @Test func `two wizards at a time keep a draft each`() throws {
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
      ("{\"sinkwizard_draft\":9}", "of a later sinkwizard"), ("", "is damaged"),
      ("x", "is damaged"),
    ])
    func `what is no draft of this version is set aside`(text: String, sentence: String) throws {
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

    @Test func `links are not followed, and without a folder it goes on without drafts`() throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal(
        "mkdir -p .run/state elsewhere; ln -s ../../elsewhere .run/state/sinkwizard", in: folder)
      let wizard = try WizardRun(columns: 200, in: folder)
      try wizard.wait(for: "is not a folder of this user")
      try wizard.type("x<C-q>")
      try wizard.wait(for: "not saved anywhere")
      #expect(try wizard.end(typing: "y") == Outcome(status: 130, output: "", errors: ""))
      let names = try Program.runWithoutTerminal("ls elsewhere", in: folder)
      #expect(names.output.isEmpty)
    }
  }
}
