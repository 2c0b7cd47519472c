import Testing

extension EndToEnd {
  /// Submitting from the wizard: to the embedded sandbox, and where nothing answers.
  @Suite struct SubmittingTests {
    /// A wizard at the question whether to create the sink.
    private static func asked(_ command: String, _ payload: String) throws -> WizardRun {
      let folder = Folder()
      try folder.write(payload, to: "in.json")
      let wizard = try WizardRun("\(command) --from in.json", in: folder)
      try wizard.type("<A-5>")
      try wizard.wait(for: "[ Submit ]")
      try wizard.type("<Enter>")
      return wizard
    }

    @Test(arguments: [Payloads.parquet, Payloads.json, Payloads.catalog, Payloads.nested])
    func `the sandbox takes every kind of sink, and no account is needed`(payload: String) throws {
      let wizard = try Self.asked("env -u CLOUDFLARE_ACCOUNT_ID sinkwizard --sandbox", payload)
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

    @Test func `the name of a sink that exists is refused at its field`() throws {
      let wizard = try Self.asked("sinkwizard --sandbox", Payloads.parquet)
      try wizard.type("y")
      try wizard.wait(for: "Created: ")
      // Another sink of the same name: the path differs.
      try wizard.type("<Esc></config/path>x")
      try wizard.wait(for: "[2 Destination")
      try wizard.type("<A-5>")
      try wizard.wait(for: "[5 Review")
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

    @Test func `without credentials it says so, and the payload can still be had`() throws {
      let wizard = try Self.asked("sinkwizard", Payloads.parquet)
      try wizard.wait(for: "Not sent: no credentials")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.output == Payloads.parquet)
      #expect(outcome.status == 0)
    }

    /// A wizard that submits to a sandbox that misbehaves.
    private static func submitted(to mode: String) throws -> WizardRun {
      let wizard = try asked(
        """
        sinkwizard sandbox --fail \(mode) >.run/url 2>.run/served & until [ -s .run/url ]; \
        do sleep 0.05; done; CLOUDFLARE_API_BASE_URL=$(cat .run/url) R2_ACCESS_KEY_ID=planted1 \
        R2_SECRET_ACCESS_KEY=planted2 CLOUDFLARE_API_TOKEN=planted3 sinkwizard
        """, Payloads.parquet)
      try wizard.wait(for: "127.0.0.1?")
      try wizard.type("y")
      return wizard
    }

    @Test(
      arguments: [
        ("refuse", "The API rejected the request"), ("fail", "Probably not created"),
        ("drop-before", "Probably not created"), ("nonsense", "Probably not created"),
      ] as [(String, String)])
    func `what goes wrong is told, and the form is intact`(mode: String, title: String) throws {
      let wizard = try Self.submitted(to: mode)
      let screen = try wizard.wait(for: title)
      #expect(!screen.contains("planted"))
      try wizard.type("<Enter>")
      try wizard.terminal.wait("closes it") { !$0.contains(title) }
      try wizard.type("<C-x>")
      if mode == "refuse" {
        try wizard.wait(for: "print the payload")
        try wizard.type("y")
      }
      let outcome = try wizard.end()
      #expect(outcome.output == Payloads.parquet)
    }

    @Test func `an answer that was lost is looked up, and the sink is there`() throws {
      let wizard = try Self.submitted(to: "drop-after")
      try wizard.wait(for: "Created: my_sink")
      let outcome = try wizard.end(typing: "<Enter>")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\"name\": \"my_sink\""))
      #expect(!outcome.output.contains("planted"))
    }

    @Test func `an answer that does not come is not waited for longer than wanted`() throws {
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

    @Test func `a base URL in the environment that is none leaves the payload to be had`() throws {
      let wizard = try Self.asked(
        "env CLOUDFLARE_API_TOKEN=t CLOUDFLARE_BASE_URL=ftp://x sinkwizard", Payloads.parquet)
      try wizard.wait(for: "Not sent: CLOUDFLARE_BASE_URL")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.parquet, errors: ""))
    }

    @Test func `where nothing answers it tries again until it is stopped, and nothing is sent`()
      throws
    {
      let wizard = try Self.asked(
        """
        env R2_ACCESS_KEY_ID=planted1 R2_SECRET_ACCESS_KEY=planted2 CLOUDFLARE_API_TOKEN=planted3 \
        CLOUDFLARE_API_BASE_URL=http://127.0.0.1:1 sinkwizard
        """, Payloads.parquet)
      try wizard.wait(for: "127.0.0.1?")
      try wizard.type("y")
      try wizard.wait(for: "Waiting")
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
