import TestSupport
import Testing

extension EndToEnd {
  /// Tests wizards that read the account, which is a sandbox.
  @Suite struct AccountRunTests {
    @Test func `creates a sink whose bucket is picked`() throws {
      let wizard = try WizardRun(
        "env -u CLOUDFLARE_ACCOUNT_ID \(Program.keys) sinkwizard --sandbox")
      try wizard.type("clicks<A-n><A-l>")
      try wizard.wait(for: "eu-events")
      try wizard.type("eu-ev<Enter>")
      try wizard.terminal.wait("closes the list") {
        !$0.contains("analytics") && $0.contains("eu-events")
      }
      try wizard.type("<A-n><Right><A-n><Right><A-n>")
      try wizard.wait(for: "[ Create sink ]")
      try wizard.type("<Enter>")
      try wizard.wait(for: "Create the sink clicks")
      try wizard.type("y")
      try wizard.wait(for: "Created: clicks")
      let outcome = try wizard.end(typing: "<Enter>")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.output.contains("\"bucket\": \"eu-events\""))
      #expect(outcome.output.contains("\"jurisdiction\": \"eu\""))
    }

    @Test func `starts from an existing sink`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun(
        Program.withSandbox(
          "",
          """
          sinkwizard submit in.json >.run/made && \
          sinkwizard --from-sink my_sink >.run/again; status=$?; cat .run/again; (exit $status)
          """), in: folder)
      try wizard.wait(for: "9/128")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.status == 0)
      #expect(outcome.output == Payloads.parquet.replacing("my_sink", with: "my_sink_2"))
      #expect(!outcome.errors.contains("planted"))
    }

    @Test func `stays usable while a list stalls`() throws {
      let wizard = try WizardRun(
        Program.withSandbox(
          "--fail buckets=stall", "sinkwizard --account-id 0123105f4ecef8ad9ca31a8372d0c353"))
      try wizard.type("<A-2><A-l>")
      try wizard.wait(for: "loading …")
      try wizard.type("<Esc>")
      try wizard.terminal.wait("closes the list") { !$0.contains("Buckets") }
      try wizard.type("typed-instead")
      try wizard.wait(for: "typed-instead")
      try wizard.type("<C-q>")
      try wizard.wait(for: "quit without printing it")
      #expect(try wizard.end(typing: "y").status == 130)
    }

    @Test(arguments: [
      ("--from-sink none", 2, "the account has no sink none"),
      ("--from-sink ''", 64, "--from-sink needs an ID or a name"),
      ("--from-sink a --sandbox", 64, "cannot be used together"),
      ("--from-sink a --offline", 64, "cannot be used together"),
      ("--from-sink a --resume", 64, "cannot be used together"),
      ("--offline --sandbox", 64, "cannot be used together"),
    ])
    func `explains why there is no sink to start from`(
      options: String, status: Int, sentence: String
    ) throws {
      let outcome = try SandboxTests.run("sinkwizard \(options)")
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(sentence))
    }
  }
}
