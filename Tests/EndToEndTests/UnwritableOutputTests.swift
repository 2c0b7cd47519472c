import Testing

extension EndToEnd {
  /// Tests output that cannot be written: the payload is reported as lost, and the draft is kept.
  @Suite struct UnwritableOutputTests {
    private static let answers = [
      "orders", "", "0123105f4ecef8ad9ca31a8372d0c353", "", "lake", "/finish", "y",
    ]
    private static let draft = ".local/state/sinkwizard/draft-1.json"
    private static let kept = "a draft without secrets is kept"
    /// Makes descriptor 4 the write end of a pipe without a reader.
    private static let brokenPipe = "mkfifo .pipe; exec 3<>.pipe 4>.pipe 3<&-;"

    /// An obstacle to writing the payload: preceding commands, and redirections.
    struct Obstacle: Sendable, CustomTestStringConvertible {
      let testDescription: String
      var before = ""
      let redirection: String
      let reason: String
    }

    static let obstacles = [
      Obstacle(testDescription: "full device", redirection: ">/dev/full", reason: "No space left"),
      Obstacle(
        testDescription: "broken pipe", before: brokenPipe, redirection: ">&4",
        reason: "Broken pipe"),
      Obstacle(
        testDescription: "closed descriptor", redirection: ">&-", reason: "Bad file descriptor"),
      Obstacle(
        testDescription: "--output on a full device", redirection: "--output /dev/full >/dev/full",
        reason: "/dev/full could not be written"),
    ]

    @Test(arguments: obstacles)
    func `keeps the draft in line mode if the payload cannot be written`(
      obstacle: Obstacle
    ) throws {
      let folder = Folder()
      try folder.write(Self.answers.map { $0 + "\n" }.joined(), to: ".answers")
      let outcome = try Program.runWithoutTerminal(
        "\(obstacle.before) sinkwizard --plain <.answers \(obstacle.redirection)", in: folder)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains(obstacle.reason))
      #expect(outcome.errors.contains(Self.kept))
      #expect(outcome.errors.contains("--resume"))
      #expect(folder.text(of: Self.draft)?.contains("orders") == true)
      #expect(folder.text(of: ".local/state/sinkwizard/lock") == "")
      let resumed = try PlainRun.run(["/finish", "y"], "--resume", in: folder)
      #expect(resumed.output.contains(#""name": "orders""#))
      #expect(folder.bytes(of: Self.draft) == nil)
    }

    @Test(arguments: obstacles)
    func `keeps the draft if the payload cannot be written`(
      obstacle: Obstacle
    ) throws {
      let wizard = try WizardRun("\(obstacle.before) sinkwizard \(obstacle.redirection)")
      try wizard.type("orders<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains(obstacle.reason))
      #expect(outcome.errors.contains(Self.kept))
      #expect(wizard.folder.text(of: DraftTests.draft)?.contains("orders") == true)
      #expect(wizard.folder.text(of: ".run/state/sinkwizard/lock") == "")
    }

    @Test func `never writes secrets to a file in place of a closed standard output`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      try folder.write("another\n/finish\n", to: ".answers")
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard --plain --show-secrets --from in.json <.answers >&-", in: folder)
      #expect(outcome.status == 73)
      #expect(folder.text(of: ".local/state/sinkwizard/lock") == "")
    }

    @Test func `prints only the payload without standard error`() throws {
      let folder = Folder()
      try folder.write(Self.answers.map { $0 + "\n" }.joined(), to: ".answers")
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard --plain <.answers 2>&-", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains(#""name": "orders""#))
      #expect(folder.bytes(of: Self.draft) == nil)
      #expect(folder.text(of: ".local/state/sinkwizard/lock") == "")
      let wizard = try WizardRun("sinkwizard 2>&-")
      try wizard.type("orders<C-x>")
      let onScreen = try wizard.endConfirming()
      #expect(onScreen.output.contains(#""name": "orders""#))
      #expect(onScreen.status == 1)
      #expect(wizard.folder.text(of: ".run/state/sinkwizard/lock") == "")
    }

    @Test func `reads nothing without standard input`() throws {
      let folder = Folder()
      let plain = try Program.runWithoutTerminal("sinkwizard --plain <&-", in: folder)
      #expect(plain.status == 130)
      let check = try Program.runWithoutTerminal("sinkwizard check <&-", in: folder)
      #expect(check.status == 66)
      #expect(check.errors.contains("cannot be read: Bad file descriptor"))
      let wizard = try WizardRun("sinkwizard <&-")
      try wizard.type("orders<C-x>")
      #expect(try wizard.endConfirming().output.contains(#""name": "orders""#))
    }

    @Test func `prints a created sink even if its payload cannot be saved`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try PlainRun.run(
        ["/step 5", "submit", "y"], "--sandbox --from in.json --output /dev/full", in: folder,
        before: Program.keys)
      #expect(outcome.status == 73)
      #expect(outcome.output.contains(#""created_at""#))
      #expect(outcome.errors.contains("/dev/full could not be written"))
    }
  }
}
