import Foundation
import Testing

extension EndToEnd {
  /// Tests line mode on a terminal.
  @Suite struct PlainTerminalTests {
    private static let command = "bash -c 'echo $$ >.run/pid; exec sinkwizard --plain 2>/dev/tty'"

    private func begin(
      _ command: String = Self.command, in folder: Folder = Folder(),
      ready: String = "Name, required"
    ) throws -> WizardRun {
      let run = try WizardRun(command, columns: 100, rows: 200, in: folder, ready: ready)
      run.terminal.showsScreen = false
      return run
    }

    /// Answers all prompts before that for the first secret.
    private func goToSecret(_ wizard: WizardRun) throws {
      try wizard.type("x<Enter><Enter><Enter>lake<Enter><Enter><Enter><Enter>")
      try wizard.wait(for: "Access key ID, required:")
    }

    private func isEchoing(_ wizard: WizardRun) throws -> Bool {
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      let modes = try Program.run(
        ["bash", "-c", "stty -a </proc/\(pid)/fd/0"], in: wizard.folder)
      return !modes.output.contains("-echo ")
    }

    private func waitForEcho(_ wizard: WizardRun, _ isOn: Bool) throws {
      try wizard.terminal.wait("has echo \(isOn ? "on" : "off")") { _ in
        try isEchoing(wizard) == isOn
      }
    }

    @Test(arguments: ["xterm-256color", "dumb", "vt100"])
    func `fills in a sink on any terminal without cursor movement`(term: String) throws {
      let wizard = try begin("TERM=\(term) sinkwizard --plain 2>/dev/tty")
      try wizard.type("clicks<Enter>2<Enter><Enter>lake<Enter><Enter>web.clicks<Enter>")
      try wizard.type("events<Enter>/env<Enter><Enter><Enter>2m<Enter>/step 5<Enter>")
      try wizard.wait(for: "print, save")
      let screen = try wizard.terminal.screen
      #expect(!screen.contains("^["))
      let outcome = try wizard.end(typing: "finish<Enter>")
      #expect(outcome == Outcome(status: 0, output: Payloads.catalog, errors: ""))
    }

    @Test func `echoes answers, but not secrets`() throws {
      let wizard = try begin()
      try goToSecret(wizard)
      try waitForEcho(wizard, false)
      try wizard.type("planted-key<Enter>planted-secret<Enter>")
      try wizard.wait(for: "That is 14 characters.")
      try wizard.wait(for: "Name prefix, optional")
      try waitForEcho(wizard, true)
      try wizard.type("/request<Enter>/list<Enter>/finish<Enter>")
      let outcome = try wizard.end()
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("${R2_ACCESS_KEY_ID}"))
      let history = try wizard.terminal.history
      #expect(!history.contains("planted"))
      #expect(history.contains("Step 2, Access key ID: set"))
    }

    @Test(arguments: [
      ("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131),
    ])
    func `restores the echo after a signal at a secret`(signal: String, status: Int) throws {
      let wizard = try begin()
      try goToSecret(wizard)
      try waitForEcho(wizard, false)
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      _ = try Program.run(["bash", "-c", "kill -\(signal) \(pid)"], in: wizard.folder)
      if signal == "INT" {
        try wizard.wait(for: "A draft without secrets is kept")
        try wizard.type("y<Enter>")
      }
      // `end()` also compares the terminal's modes with those at the start.
      #expect(try wizard.end().status == status)
      #expect(wizard.folder.text(of: DraftTests.draft)?.contains("lake") == true)
    }

    @Test func `restores the echo at the end of input`() throws {
      let wizard = try begin()
      try goToSecret(wizard)
      #expect(try wizard.end(typing: "<C-d>").status == 130)
    }

    @Test func `restores the echo while suspended at a secret`() throws {
      let wizard = try begin("bash --norc -i 2>/dev/tty", ready: "#")
      try wizard.type("sinkwizard --plain >.run/payload<Enter>")
      try wizard.wait(for: "Name, required")
      try goToSecret(wizard)
      try wizard.type("<C-z>")
      try wizard.wait(for: "Stopped")
      try wizard.type("stty -a | grep -o '[ -]echo ' | tr ' ' = >/dev/tty<Enter>")
      try wizard.wait(for: "\n=echo=\n")
      try wizard.type("fg<Enter>")
      try wizard.terminal.wait("asks again") {
        $0.components(separatedBy: "Access key ID, required:").count == 3
      }
      try wizard.type("planted-key<Enter>")
      try wizard.wait(for: "That is 11 characters.")
      try wizard.type("/quit<Enter>y<Enter>")
      try wizard.wait(for: "a draft without secrets is kept")
      #expect(try !wizard.terminal.history.contains("planted"))
      #expect(try wizard.end(typing: "exit<Enter>").status == 130)
    }

    @Test func `asks on Ctrl-C only if something would be lost`() throws {
      let empty = try begin()
      #expect(try empty.end(typing: "<C-c>").status == 130)
      let wizard = try begin()
      try wizard.type("x<Enter>")
      try wizard.wait(for: "Type, required [r2]:")
      try wizard.type("<C-c>")
      try wizard.wait(for: "y or n:")
      try wizard.type("n<Enter>")
      try wizard.wait(for: "Type, required [r2]:\n")
      try wizard.type("<C-c>")
      try wizard.terminal.wait("asks again") {
        $0.components(separatedBy: "y or n:").count == 3
      }
      #expect(try wizard.end(typing: "<C-c>").status == 130)
    }

    @Test func `stops a request on Ctrl-C, and reports the outcome`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try begin(
        Program.withSandbox("--fail stall", "sinkwizard --plain --from in.json 2>/dev/tty"),
        in: folder)
      try wizard.type("/step 5<Enter>submit<Enter>y<Enter>")
      try wizard.wait(for: "Sending; Ctrl-C stops it")
      try wizard.type("<C-c>")
      try wizard.terminal.wait("shows the outcome") { screen in
        ["The sink may exist", "Nothing was sent", "not created"].contains { screen.contains($0) }
      }
      try wizard.type("<Enter>/quit<Enter>")
      try wizard.terminal.wait("leaves or asks") { screen in
        screen.contains("y or n:") || wizard.folder.bytes(of: ".run/ended") != nil
      }
      if wizard.folder.bytes(of: ".run/ended") == nil { try wizard.type("y<Enter>") }
      #expect(try wizard.end().status == 130)
      #expect(try !wizard.terminal.history.contains("planted"))
    }

    @Test func `offers drafts, and resumes one`() throws {
      let folder = Folder()
      let first = try begin(in: folder)
      try first.type("orders<Enter>/quit<Enter>y<Enter>")
      #expect(try first.end().status == 130)
      let second = try begin(in: folder, ready: "Saved drafts:")
      try second.type("1<Enter>")
      try second.wait(for: "Draft restored")
      try second.type("/list<Enter>")
      try second.wait(for: "Step 1, Name: orders")
      try second.type("/finish<Enter>y<Enter>")
      #expect(try second.end().output.contains("\"name\": \"orders\""))
      #expect(folder.bytes(of: DraftTests.draft) == nil)
    }

    @Test func `prints ASCII to a terminal without UTF-8`() throws {
      let wizard = try begin("LC_ALL=C sinkwizard --plain 2>/dev/tty")
      try wizard.type("/step 4<Enter>id<Enter>")
      let screen = try wizard.wait(for: "id: Type, required")
      #expect(screen.contains("int32: 32-bit integers"))
      #expect(screen.unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test func `copies the request if there is a clipboard`() throws {
      let wizard = try begin()
      try wizard.type("orders<Enter>/copy<Enter>")
      try wizard.terminal.wait("has it") { _ in
        try wizard.terminal.clipboard.contains("\"name\": \"orders\"")
      }
    }
  }
}
