import Testing

extension EndToEnd {
  /// Tests `sinkwizard preview`: output and exit status.
  @Suite struct PreviewTests {
    private static func run(
      _ command: String, _ payload: String = Payloads.parquet
    ) throws -> Outcome {
      let folder = Folder()
      try folder.write(payload, to: "in.json")
      return try Program.runWithoutTerminal(command, in: folder)
    }

    @Test(arguments: [
      "sinkwizard preview in.json", "sinkwizard preview <in.json", "sinkwizard preview - <in.json",
      "cat in.json | sinkwizard preview", "sinkwizard preview --as json in.json",
    ])
    func `prints a valid payload in reference order`(command: String) throws {
      for payload in [Payloads.parquet, Payloads.json, Payloads.catalog, Payloads.nested] {
        #expect(try Self.run(command, payload) == Outcome(status: 0, output: payload, errors: ""))
      }
    }

    private static let forms = [
      "json", "http", "curl", "terraform", "python", "wrangler", "cf", "typescript", "python-post",
    ]

    @Test(arguments: forms)
    func `prints a payload with errors, and reports them`(form: String) throws {
      let payload = #"{"type":"r2","name":"","config":{"token":"s3cret"},"new":1}"#
      let outcome = try Self.run("sinkwizard preview --as \(form) in.json", payload)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("new"))
      #expect(!outcome.output.contains("s3cret"))
      let errors = outcome.errors.split(separator: "\n")
      #expect(errors.first == "sinkwizard: in.json has 6 errors; the API would reject it")
      #expect(errors.dropFirst(4).first == "sinkwizard: `sinkwizard check` lists the other 3")
      let omitted =
        form == "terraform"
        ? [
          "sinkwizard: in.json: the Terraform resource cannot express /new; "
            + "use --partial to accept this"
        ]
        : []
      #expect(errors.dropFirst(5).map(String.init) == omitted)
    }

    @Test func `reports what Terraform cannot express unless it may be partial`() throws {
      let command = "sinkwizard preview --as terraform in.json"
      let outcome = try Self.run(command, Payloads.nested)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("    fields = []\n"))
      #expect(
        outcome.errors.hasPrefix(
          "sinkwizard: in.json: the Terraform resource cannot express /schema/fields/"))
      #expect(outcome.errors.hasSuffix("; use --partial to accept this\n"))
      let partial = try Self.run(command + " --partial", Payloads.nested)
      #expect(partial.status == 0)
      #expect(partial.output.contains("    fields = [\n"))
      #expect(partial.errors.isEmpty)
      let other = try Self.run("sinkwizard preview --partial in.json")
      #expect(other.status == 64)
      #expect(other.errors.contains("--partial needs --as terraform"))
    }

    @Test func `reports JSON syntax errors with their position`() throws {
      let outcome = try Self.run("sinkwizard preview in.json", "{\n  \"name\": \"x\",\n}\n")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("in.json:3:1: error: "))
      #expect(outcome.errors.hasSuffix(" [json-syntax]\n"))
    }

    @Test(arguments: [
      ("sinkwizard preview none.json", 66), ("sinkwizard preview .", 66),
      ("sinkwizard preview </dev/null", 66), ("sinkwizard preview ''", 64),
      ("sinkwizard preview in.json --as yaml", 64), ("sinkwizard preview in.json in.json", 64),
      ("sinkwizard preview in.json --base-url api.example", 64),
      ("CLOUDFLARE_BASE_URL='x y' sinkwizard preview in.json", 64),
      ("sinkwizard preview in.json >/dev/full", 73),
    ])
    func `rejects invalid arguments and files`(command: String, status: Int) throws {
      let outcome = try Self.run(command)
      #expect(outcome.status == status)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }

    @Test func `escapes control and bidirectional characters`() throws {
      let hostile = "{\"na\u{202E}me\": \"a\u{202E}\u{7F}\", \"type\": \"\u{1B}[31m\"}"
      let escaped = hostile.replacing("\u{1B}", with: "\\u001b")
      for form in Self.forms {
        let outcome = try Self.run("sinkwizard preview --as \(form) in.json", escaped)
        #expect(outcome.status == 1)
        for scalar in (outcome.output + outcome.errors).unicodeScalars {
          #expect(!"\u{202E}\u{7F}\u{1B}".unicodeScalars.contains(scalar), "\(form)")
        }
      }
      let name = try Self.run("sinkwizard preview $'a\\e\\u202e.json'")
      #expect(name.errors == "sinkwizard: a␛<U+202E>.json does not exist\n")
    }

    @Test(arguments: [
      ("", "https://api.cloudflare.com/client/v4/accounts/\(Program.account)/"),
      ("CLOUDFLARE_BASE_URL=https://b", "https://b/accounts/\(Program.account)/"),
      ("CLOUDFLARE_BASE_URL=https://b CLOUDFLARE_API_BASE_URL=https://a/", "https://a/accounts/"),
      ("CLOUDFLARE_ACCOUNT_ID=e", "/accounts/e/"),
      ("CLOUDFLARE_ACCOUNT_ID=", "/accounts/\"$CLOUDFLARE_ACCOUNT_ID\"/pipelines"),
    ])
    func `takes the base URL from the environment`(environment: String, url: String) throws {
      let outcome = try Self.run("\(environment) sinkwizard preview --as curl in.json")
      #expect(outcome.output.contains(url))
      let options = try Self.run(
        "\(environment) sinkwizard preview --as curl in.json --account-id 'o p' --base-url https://o"
      )
      #expect(options.output.contains(" https://o/accounts/o%20p/pipelines/v1/sinks "))
    }

    @Test func `shows secrets with --show-secrets`() throws {
      let payload = Payloads.parquet.replacing("${R2_SECRET_ACCESS_KEY}", with: "s3cret")
      let hidden = try Self.run("sinkwizard preview in.json", payload)
      #expect(hidden == Outcome(status: 0, output: Payloads.parquet, errors: ""))
      let shown = try Self.run("sinkwizard preview --show-secrets in.json", payload)
      #expect(shown == Outcome(status: 0, output: payload, errors: ""))
    }
  }
}
