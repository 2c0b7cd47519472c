import Testing

extension EndToEnd {
  /// Tests exit statuses and output streams.
  @Suite struct CommandLineTests {
    @Test func `asks before finishing with errors, and reports them`() throws {
      let wizard = try WizardRun()
      try wizard.type("x<C-x>")
      try wizard.wait(for: "3 errors")
      let outcome = try wizard.end(typing: "y")
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("{\n  \"name\": \"x\",\n  \"type\": \"r2\""))
      #expect(
        outcome.errors == "sinkwizard: the payload has 3 errors; the API would reject it\n")
    }

    @Test(arguments: ["<C-q>", "<C-c>", "<C-c><C-c>"])
    func `exits with status 130 from an untouched form`(keys: String) throws {
      let outcome = try WizardRun().end(typing: keys)
      #expect(outcome == Outcome(status: 130, output: "", errors: ""))
    }

    @Test(arguments: ["y", "<C-c>", "<C-q>"])
    func `keeps a draft when leaving a changed form`(answer: String) throws {
      let wizard = try WizardRun()
      try wizard.type("x<C-q>")
      try wizard.wait(for: "A draft without secrets is kept")
      try wizard.type("n")
      try wizard.terminal.wait("closes the question") {
        !$0.contains("A draft without secrets is kept")
      }
      try wizard.type("<C-c>")
      try wizard.wait(for: "A draft without secrets is kept")
      let outcome = try wizard.end(typing: answer)
      #expect(outcome.status == 130)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("a draft without secrets is kept"))
    }

    @Test(arguments: ["TERM", "HUP"])
    func `restores the terminal after a signal`(signal: String) throws {
      let wizard = try WizardRun("bash -c 'echo $$ >.run/pid; exec sinkwizard'")
      try wizard.type("x")
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      _ = try Program.run(["bash", "-c", "kill -\(signal) \(pid)"], in: wizard.folder)
      let outcome = try wizard.end()
      #expect(outcome.status == (signal == "TERM" ? 143 : 129))
      #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
      ("chekc sink.json", "\"chekc\" is not a command; did you mean \"check\"?"),
      ("help nope", "\"nope\" is not a command; `sinkwizard --help` lists the commands"),
      ("sinks lits", "\"lits\" is not a command; did you mean \"list\"?"),
      ("sink.json", "\"sink.json\" is not a command; to open a payload, use --from"),
    ])
    func `suggests a command for an unknown one`(arguments: String, sentence: String) throws {
      let outcome = try Program.runWithoutTerminal("sinkwizard \(arguments)", in: Folder())
      #expect(outcome == Outcome(status: 64, output: "", errors: "sinkwizard: \(sentence)\n"))
    }

    @Test func `reads its arguments where /proc is not mounted`() throws {
      let outcome = try Program.runWithoutTerminal(
        "unshare --user --map-root-user --mount bash -c 'mount -t tmpfs none /proc; "
          + "exec sinkwizard check --strict none.json'", in: Folder())
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("none.json does not exist"))
    }

    @Test(arguments: [
      "--bogus", "bogus", "--color maybe", "--from", "--output ''", "--from ''",
    ])
    func `rejects an invalid command line`(arguments: String) throws {
      let outcome = try Program.runWithoutTerminal("sinkwizard \(arguments)", in: Folder())
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
      #expect(!outcome.errors.contains("\u{1B}"))
    }

    @Test func `reports a missing terminal`() throws {
      let outcome = try Program.runWithoutTerminal("sinkwizard </dev/null", in: Folder())
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isOneSentence)
      #expect(outcome.errors.contains("needs a terminal"))
    }

    @Test(arguments: ["--version", "--help", "new --help", "help new"])
    func `prints help and version without a terminal`(arguments: String) throws {
      let outcome = try Program.runWithoutTerminal("sinkwizard \(arguments)", in: Folder())
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(outcome.errors.isEmpty)
    }

    @Test func `lists its environment and exit statuses in the help`() throws {
      let help = try Program.runWithoutTerminal("sinkwizard new --help", in: Folder()).output
      let variables = ["CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_API_TOKEN", "NO_COLOR", "ESCDELAY"]
      for variable in variables { #expect(help.contains(variable), "\(variable)") }
      for status in ["0", "1", "64", "66", "73", "130"] {
        #expect(help.split { !$0.isNumber }.contains(Substring(status)), "\(status)")
      }
    }

    @Test func `prefers --account-id over the environment`() throws {
      let given = try WizardRun("sinkwizard --account-id ffffffffffffffffffffffffffffffff")
      try given.wait(for: "ffffffffffffffffffffffffffffffff")
      #expect(try given.end(typing: "<C-q>").status == 130)
      let none = try WizardRun("env -u CLOUDFLARE_ACCOUNT_ID sinkwizard")
      #expect(try !none.terminal.screen.contains(Program.account))
      #expect(try none.end(typing: "<C-q>").status == 130)
    }
  }
}
