import Foundation
import SinkSpec
import TestSupport
import Testing

extension EndToEnd {
  /// Tests the pipeline that comes after a created sink: its stream, its SQL and its commands.
  @Suite struct NextStepsRunTests {
    /// Returns a shell command with a sandbox of its own, whose URL is in the environment.
    private static func served(_ options: String, _ command: String) -> String {
      """
      sinkwizard sandbox \(options) >.run/url 2>.run/served & trap "kill $!" EXIT; \
      until [ -s .run/url ]; do sleep 0.02; done; \
      export CLOUDFLARE_API_BASE_URL=$(head -n 1 .run/url) CLOUDFLARE_API_TOKEN=planted-token \
      \(Program.keys); \(command)
      """
    }

    /// Creates a sink in a sandbox, and chooses a stream for its pipeline.
    private static func created(_ options: String = "") throws -> WizardRun {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun(
        served(options, "sinkwizard --from in.json"), in: folder)
      try wizard.type("<A-5>")
      try wizard.wait(for: "[ Create sink ]")
      try wizard.type("<Enter>")
      try wizard.wait(for: "Create the sink")
      try wizard.type("y")
      try wizard.wait(for: "Created: my_sink")
      try wizard.type("s")
      return wizard
    }

    @Test func `picks a stream, checks the SQL, and prints the command on leaving`() throws {
      let wizard = try Self.created()
      try wizard.wait(for: "web_events")
      try wizard.type("web<Enter>")
      try wizard.wait(for: "not checked: v asks the API")
      try wizard.type("v")
      try wizard.wait(for: "✓ the API accepts it")
      let outcome = try wizard.end(typing: "<Enter>")
      #expect(outcome.status == 0 && outcome.output.contains("\"name\": \"my_sink\""))
      #expect(
        outcome.errors.contains(
          "npx wrangler pipelines create my_sink_pipeline "
            + "--sql='INSERT INTO my_sink SELECT * FROM web_events;'"))
      #expect(!outcome.errors.contains("planted"))
    }

    @Test(arguments: [
      ("refuse", "not checked: "), ("fail", "not checked: "), ("nonsense", "not checked: "),
      ("stall", "checking …"),
    ])
    func `stays usable if the SQL cannot be checked`(mode: String, words: String) throws {
      let wizard = try Self.created("--fail sql=\(mode)")
      try wizard.wait(for: "web_events")
      try wizard.type("<Enter>")
      try wizard.wait(for: "FROM web_events;")
      try wizard.type("v")
      try wizard.terminal.wait("shows the failure") {
        $0.contains(words) && !$0.contains("v asks the API")
      }
      #expect(try wizard.end(typing: "<Enter>").status == 0)
    }

    @Test(arguments: ["refuse", "stall"])
    func `takes a typed stream if the list cannot be read`(mode: String) throws {
      let wizard = try Self.created("--fail streams=\(mode)")
      if mode == "stall" {
        try wizard.wait(for: "loading …")
        try wizard.type("<Esc>")
      } else {
        try wizard.wait(for: "type the name of a stream")
        try wizard.type("nowhere<Enter>")
        try wizard.wait(for: "FROM nowhere;")
        try wizard.type("v")
        try wizard.wait(for: "line 1, column 35: table 'nowhere' not found")
      }
      try wizard.wait(for: "Created: my_sink")
      #expect(try wizard.end(typing: "<Enter>").status == 0)
    }

    @Test func `picks a stream and checks the SQL in line mode`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try PlainRun.run(
        ["/step 5", "submit", "y", "s", "web", "v", "s", "app", "v", "2", ""],
        "--sandbox --from in.json", in: folder, before: Program.keys)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("  1 web_events (4 columns)"))
      #expect(outcome.errors.components(separatedBy: "  the API accepts it").count == 3)
      #expect(outcome.errors.contains("--sql='INSERT INTO my_sink SELECT * FROM app_logs;'"))
    }

    /// Runs the printed commands: curl against a mock of the API, wrangler as a mock program.
    @Test func `creates the pipeline with the printed commands`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      try folder.write("/step 5\nsubmit\ny\n2\n3\n\n", to: "answers")
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "bin"), withIntermediateDirectories: true)
      try folder.write("#!/bin/bash\nprintf '%s\\n' \"$@\" >~/arguments\n", to: "bin/npx")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.path(of: "bin/npx"))
      let script = """
        cd; sinkwizard --plain --from in.json --base-url $BASE_URL <answers >made 2>said
        sed -n '/^CLOUDFLARE_ACCOUNT_ID=/,/--sql=/p' said >wrangler.sh
        sed -n '/^: "/,/"sql":/p' said >curl.sh
        PATH=~/bin:$PATH bash -euo pipefail wrangler.sh && bash -euo pipefail curl.sh
        """
      let outcome = try Program.run(
        ["python3", Program.peers + "/listener", folder.path, "bash", "-c", script], in: folder,
        environment: [
          "CLOUDFLARE_API_TOKEN": "t0ken!$'\"", "R2_ACCESS_KEY_ID": "k",
          "R2_SECRET_ACCESS_KEY": "s",
        ])
      #expect(outcome.status == 0, "\(outcome.errors) \(folder.text(of: "said") ?? "")")
      let head = folder.text(of: "2.head") ?? ""
      #expect(
        head.hasPrefix("POST /client/v4/accounts/\(Program.account)/pipelines/v1/pipelines HTTP"))
      #expect(head.contains("Authorization: Bearer t0ken!$'\"\n"))
      let body = try JSONDocument(parsing: Array(folder.bytes(of: "2.body") ?? Data()))
      let statement = "INSERT INTO my_sink SELECT * FROM your_stream;"
      #expect(body.value(at: "/sql").flatMap { body.string($0) } == statement)
      #expect(body.value(at: "/name").flatMap { body.string($0) } == "my_sink_pipeline")
      #expect(
        folder.text(of: "arguments")
          == "wrangler\npipelines\ncreate\nmy_sink_pipeline\n--sql=\(statement)\n")
    }
  }
}
