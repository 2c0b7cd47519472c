import Testing

extension EndToEnd {
  /// Tests a system that lacks threads, descriptors, memory or stack, and malformed arguments and
  /// environment variables.
  @Suite struct SurroundingsTests {
    /// Runs a command as an ordinary user, because process limits do not apply to root.
    static let asUser = """
      chmod 755 .; user() { if [ "$(id -u)" = 0 ]; then \
      setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent "$@"; \
      else "$@"; fi; }
      """

    @Test(arguments: [
      "--plain", "sandbox", "infer in.json", "submit in.json --base-url http://127.0.0.1:1",
      "sinks list --base-url http://127.0.0.1:1",
    ])
    func `ends with a sentence if no thread can be started`(command: String) throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try Program.runWithoutTerminal(
        """
        \(Self.asUser); export CLOUDFLARE_API_TOKEN=t \(Program.keys); chmod 644 in.json
        user bash -c 'ulimit -u 1; exec sinkwizard \(command)' </dev/null
        """, in: folder)
      #expect(outcome.status == 71)
      #expect(outcome.errors.contains("cannot start threads: "))
      #expect(outcome.errors.contains("ulimit -u"))
    }

    @Test(arguments: [4, 8, 16])
    func `ends with a sentence if there are few descriptors`(count: Int) throws {
      let outcome = try Program.runWithoutTerminal(
        "ulimit -n \(count); sinkwizard --plain </dev/null", in: Folder())
      #expect(outcome.status == 71)
      #expect(outcome.errors.contains("allow at least 32 (ulimit -n)"))
    }

    @Test func `raises a low limit of descriptors`() throws {
      let outcome = try Program.runWithoutTerminal(
        "ulimit -S -n 10; sinkwizard --plain </dev/null", in: Folder())
      #expect(outcome.status == 130)
    }

    @Test(arguments: ["ulimit -v 150000", "ulimit -s 64"])
    func `ends with a sentence if memory or stack runs out`(limit: String) throws {
      let folder = Folder()
      let many = String(repeating: "0,", count: 8_000_000)
      let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
      try folder.write(limit.contains("-v") ? "[\(many)0]" : deep, to: "in.json")
      let outcome = try Program.runWithoutTerminal("\(limit); sinkwizard check in.json", in: folder)
      #expect(outcome.status == 71)
      #expect(outcome.errors.contains("out of memory or stack space"))
      #expect(!outcome.errors.contains("Thread 0"))
    }

    @Test(arguments: ["--help", "--version", "help new", "--generate-completion-script bash"])
    func `reports help that cannot be written`(arguments: String) throws {
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard \(arguments) >/dev/full", in: Folder())
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("standard output could not be written"))
    }

    @Test(arguments: [#"$'--x\ny=3'"#, #"check --format $'a\nb'"#, #"$'foo\nbar'"#])
    func `escapes line breaks of wrong arguments`(arguments: String) throws {
      let outcome = try Program.runWithoutTerminal("sinkwizard \(arguments)", in: Folder())
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("␊"))
    }

    @Test func `refuses a secret that is not UTF-8`() throws {
      let run = try SubmitRun(
        #"R2_SECRET_ACCESS_KEY=$'\xff\xfe' sinkwizard submit in.json --base-url $BASE_URL"#,
        meeting: "stall")
      #expect(run.outcome.status == 64)
      #expect(run.messages.first == "R2_SECRET_ACCESS_KEY is not UTF-8 text; treated as unset")
      #expect(run.requests.isEmpty)
    }

    @Test func `writes a file beside the leftovers of an earlier run`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      // With `exec` the program has the shell's process ID.
      let outcome = try Program.runWithoutTerminal(
        """
        printf '/finish\\n' >.answers; touch out.json.$$.new
        exec sinkwizard --plain --from in.json --output out.json <.answers
        """, in: folder)
      #expect(outcome.status == 0)
      #expect(folder.text(of: "out.json") == Payloads.parquet)
    }

    @Test func `shows that no draft is kept until one is kept again`() throws {
      let wizard = try WizardRun("sinkwizard")
      try wizard.type("a")
      try wizard.terminal.wait("keeps a draft") { _ in
        wizard.folder.text(of: DraftTests.draft)?.contains("\"a\"") == true
      }
      let drafts = wizard.folder.path(of: ".run/state/sinkwizard")
      let aside = try Program.run(["mv", drafts, drafts + "-aside"], in: wizard.folder)
      #expect(aside.status == 0)
      try wizard.type("b")
      try wizard.wait(for: "No draft is kept: ")
      try wizard.type("c")
      try wizard.terminal.wait("still says so") {
        $0.contains("No draft is kept") && !$0.contains("No draft is kept: ")
      }
      let back = try Program.run(["mv", drafts + "-aside", drafts], in: wizard.folder)
      #expect(back.status == 0)
      try wizard.type("d")
      try wizard.wait(for: "The draft is kept again")
      #expect(try wizard.end(typing: "<C-q>y").status == 130)
    }
  }
}
