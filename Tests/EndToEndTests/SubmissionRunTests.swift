import Testing

extension EndToEnd {
  /// Tests submitting from the wizard: to the built-in sandbox, and without a server.
  @Suite struct SubmissionRunTests {
    /// Starts a wizard and opens the confirmation before submitting.
    private static func asked(_ command: String, _ payload: String) throws -> WizardRun {
      let folder = Folder()
      try folder.write(payload, to: "in.json")
      let wizard = try WizardRun("\(command) --from in.json", in: folder)
      try wizard.type("<A-5>")
      try wizard.wait(for: "[ Create sink ]")
      try wizard.type("<Enter>")
      return wizard
    }

    @Test(arguments: [Payloads.parquet, Payloads.json, Payloads.catalog, Payloads.nested])
    func `creates every kind of sink in the sandbox without an account`(payload: String) throws {
      let wizard = try Self.asked(
        "env -u CLOUDFLARE_ACCOUNT_ID \(Program.keys) sinkwizard --sandbox", payload)
      try wizard.wait(for: "Create the sink")
      try wizard.type("y")
      try wizard.wait(for: "Created: ")
      let outcome = try wizard.end(typing: "<Enter>")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("\"id\": \""))
      #expect(outcome.output.contains("\"created_at\": \""))
      #expect(!outcome.output.contains("R2_"))
    }

    /// Creates a sink, changes its path, and waits until the review has checked the name again.
    private static func reviewedAgain() throws -> WizardRun {
      let wizard = try asked("\(Program.keys) sinkwizard --sandbox", Payloads.parquet)
      try wizard.type("y")
      try wizard.wait(for: "Created: ")
      try wizard.type("<Esc></config/path>x")
      try wizard.wait(for: "[2 Destination")
      try wizard.type("<A-5>")
      try wizard.wait(for: "? permissions")
      return wizard
    }

    @Test func `shows a duplicate name at its field`() throws {
      let wizard = try Self.reviewedAgain()
      try wizard.wait(for: "▸ [ Create sink ]")
      try wizard.type("<Enter>")
      try wizard.wait(for: "Create the sink")
      try wizard.type("y")
      try wizard.wait(for: "The API rejected the request")
      try wizard.type("<Enter>")
      try wizard.wait(for: "[1 Sink")
      #expect(try wizard.terminal.screen.contains("already exists"))
      try wizard.type("2<A-5>")
      try wizard.wait(for: "No issues")
      try wizard.type("<C-q>")
      try wizard.wait(for: "A draft without secrets is kept")
      let outcome = try wizard.end(typing: "y")
      #expect(outcome.output.contains("\"id\": \""))
      #expect(outcome.errors.contains("--resume"))
      #expect(wizard.folder.text(of: DraftTests.draft)?.contains("\"/name\"") == true)
    }

    @Test func `repairs a duplicate name in the review`() throws {
      let wizard = try Self.reviewedAgain()
      try wizard.wait(for: "Enter repairs")
      try wizard.type("<Up>")
      try wizard.wait(for: "▸ ✗ name")
      try wizard.type("<Enter>")
      try wizard.wait(for: "my_sink_2: free")
    }

    @Test func `prints the payload without credentials`() throws {
      let wizard = try Self.asked("sinkwizard", Payloads.parquet)
      try wizard.wait(for: "Not sent: no credentials")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.output == Payloads.parquet)
      #expect(outcome.status == 0)
    }

    /// Starts a wizard that submits to a sandbox with a simulated failure.
    private static func submitted(to mode: String) throws -> WizardRun {
      let wizard = try asked(
        Program.withSandbox("--fail \(mode)", "sinkwizard"), Payloads.parquet)
      try wizard.wait(for: "127.0.0.1?")
      try wizard.type("y")
      return wizard
    }

    @Test(
      arguments: [
        ("refuse", "The API rejected the request"), ("fail", "Probably not created"),
        ("drop-before", "Probably not created"), ("nonsense", "Probably not created"),
      ] as [(String, String)])
    func `reports failures, and keeps the form intact`(mode: String, title: String) throws {
      let wizard = try Self.submitted(to: mode)
      if mode != "refuse" {
        try wizard.wait(for: "checking again in")
        try wizard.type("<Esc>")
      }
      let screen = try wizard.wait(for: title)
      #expect(!screen.contains("planted"))
      try wizard.type("<Enter>")
      try wizard.terminal.wait("closes it") { !$0.contains(title) }
      try wizard.type("<C-x>")
      if mode == "refuse" {
        try wizard.wait(for: "print the JSON")
        try wizard.type("y")
      }
      let outcome = try wizard.end()
      #expect(outcome.output == Payloads.parquet)
    }

    @Test func `finds the sink after a lost response`() throws {
      let wizard = try Self.submitted(to: "drop-after")
      try wizard.wait(for: "Created: my_sink")
      let outcome = try wizard.end(typing: "<Enter>")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\"name\": \"my_sink\""))
      #expect(!outcome.output.contains("planted"))
    }

    @Test func `stops waiting for a response on Esc`() throws {
      let wizard = try Self.submitted(to: "stall")
      try wizard.wait(for: "Esc cancel")
      try wizard.wait(for: "1 s")
      try wizard.terminal.resize(columns: 100, rows: 30)
      try wizard.type("<Esc>")
      try wizard.wait(for: "The sink may exist")
      try wizard.type("a")
      try wizard.wait(for: "probably not created")
      try wizard.type("<Enter>")
      #expect(try wizard.end(typing: "<C-q>").status == 130)
    }

    @Test func `prints the payload with an invalid base URL in the environment`() throws {
      let wizard = try Self.asked(
        "env CLOUDFLARE_API_TOKEN=t CLOUDFLARE_BASE_URL=ftp://x sinkwizard", Payloads.parquet)
      try wizard.wait(for: "Not sent: CLOUDFLARE_BASE_URL")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.parquet, errors: ""))
    }

    @Test func `retries an unreachable server until stopped`()
      throws
    {
      let wizard = try Self.asked(
        """
        env R2_ACCESS_KEY_ID=planted1 R2_SECRET_ACCESS_KEY=planted2 CLOUDFLARE_API_TOKEN=planted3 \
        CLOUDFLARE_API_BASE_URL=http://127.0.0.1:1 sinkwizard
        """, Payloads.parquet)
      try wizard.wait(for: "127.0.0.1?")
      try wizard.type("y")
      try wizard.wait(for: "Retrying in")
      try wizard.type("<Esc>")
      let screen = try wizard.wait(for: "Nothing was sent")
      #expect(!screen.contains("planted"))
      try wizard.type("<Enter>")
      let outcome = try wizard.end(typing: "<C-q>")
      #expect(outcome.status == 130)
      #expect(!(outcome.output + outcome.errors).contains("planted"))
    }
  }
}
