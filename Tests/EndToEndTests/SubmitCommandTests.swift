import Testing

extension EndToEnd {
  /// Tests `sinkwizard submit`: exactly one sink, or a clear error.
  @Suite struct SubmitCommandTests {
    private static let reading = "sinkwizard submit in.json --base-url $BASE_URL --confirm-time 0"

    private static func matches(_ messages: [String], _ expected: [String]) -> Bool {
      messages.count == expected.count
        && zip(messages, expected).allSatisfy { line, pattern in
          pattern.hasSuffix("…") ? line.hasPrefix(pattern.dropLast()) : line == pattern
        }
    }

    @Test(arguments: SubmitCase.all)
    func `reports every outcome`(_ row: SubmitCase) throws {
      let run = try SubmitRun(
        "\(Self.reading) \(row.options)", meeting: row.behaviour, answer: row.answer)
      #expect(run.outcome.status == row.status)
      #expect(run.posts == row.posts)
      #expect(Self.matches(run.messages, row.messages), "\(run.outcome.errors)")
      #expect(run.outcome.output.isEmpty == (row.status != 0))
      if row.posts > 0 { #expect(run.commandLines.contains("submit\0in.json\0")) }
      for secret in SubmitRun.secrets {
        #expect(!"\(run.outcome)\(run.commandLines)".contains(secret))
        #expect(run.bodies.contains(secret) == (row.posts > 0 && secret != "planted-token"))
      }
    }

    @Test func `prints the created sink with secrets as references`() throws {
      let run = try SubmitRun(meeting: "answer", answer: SubmitCase.created.answer)
      #expect(
        run.outcome.output == """
          {
            "id": "s1",
            "name": "my_sink",
            "config": {
              "credentials": {
                "access_key_id": "${R2_ACCESS_KEY_ID}",
                "secret_access_key": "${R2_SECRET_ACCESS_KEY}"
              }
            }
          }

          """)
    }

    @Test(arguments: ["early", "headers"])
    func `sends nothing if the connection closes early`(behaviour: String) throws {
      let run = try SubmitRun("\(Self.reading) --timeout 3", meeting: behaviour)
      // Whether the body is sent is a race, but no complete request arrives.
      #expect(run.outcome.status == 3)
      #expect(run.posts == 0)
      #expect(run.outcome.output.isEmpty)
    }

    // MARK: Before sending

    struct Stop: Sendable, CustomTestStringConvertible {
      var environment: [String: String] = [:]
      var options = ""
      var status = 64
      let sentence: String
      var testDescription: String { sentence }
    }

    @Test(arguments: [
      Stop(
        environment: [
          "CLOUDFLARE_API_TOKEN": "", "CLOUDFLARE_EMAIL": "", "CLOUDFLARE_API_KEY": "",
        ],
        sentence: "CLOUDFLARE_API_TOKEN is empty; set it to your credentials"),
      Stop(
        environment: ["CLOUDFLARE_API_TOKEN": "", "CLOUDFLARE_EMAIL": "a@b.example"],
        sentence: "CLOUDFLARE_EMAIL is set but CLOUDFLARE_API_KEY is not; "
          + "an API key needs both"),
      Stop(
        environment: ["CLOUDFLARE_API_TOKEN": "", "CLOUDFLARE_API_KEY": "planted-token"],
        sentence: "CLOUDFLARE_API_KEY is set but CLOUDFLARE_EMAIL is not; "
          + "an API key needs both"),
      Stop(
        environment: ["CLOUDFLARE_API_TOKEN": "planted-token\n"],
        sentence: "character 14 of CLOUDFLARE_API_TOKEN is a line break, "
          + "which is not allowed in credentials; copy the value again"),
      Stop(
        environment: ["CLOUDFLARE_API_TOKEN": "planted-token€"],
        sentence: "character 14 of CLOUDFLARE_API_TOKEN is U+20AC, "
          + "which is not allowed in credentials; copy the value again"),
      Stop(
        environment: ["CLOUDFLARE_ACCOUNT_ID": ""],
        sentence: "no account: set CLOUDFLARE_ACCOUNT_ID, or give --account-id"),
      Stop(options: "--account-id ''", sentence: "--account-id is empty"),
      Stop(
        options: "--base-url http://api.example.com",
        sentence: "--base-url must begin with https://: "
          + "plain http:// is allowed only for this machine"),
      Stop(
        options: "--base-url api.example.com",
        sentence: "--base-url must begin with https://, "
          + "such as https://api.cloudflare.com/client/v4"),
      Stop(
        environment: ["R2_ACCESS_KEY_ID": ""],
        sentence: "R2_ACCESS_KEY_ID is not set or empty; the payload references it as a secret"),
      Stop(
        environment: ["R2_ACCESS_KEY_ID": "", "R2_SECRET_ACCESS_KEY": ""],
        sentence: "R2_ACCESS_KEY_ID and R2_SECRET_ACCESS_KEY are not set or empty; "
          + "the payload references them as secrets"),
    ])
    func `reports invalid input in one line, and sends nothing`(_ row: Stop) throws {
      let run = try SubmitRun(
        "\(Self.reading) \(row.options)", meeting: "stall",
        environment: SubmitRun.credentials.merging(row.environment) { $1 })
      #expect(
        run.outcome
          == Outcome(status: row.status, output: "", errors: "sinkwizard: \(row.sentence)\n"))
      #expect(run.requests.isEmpty)
    }

    @Test func `reports missing credentials`() throws {
      let keys = SubmitRun.credentials.filter { $0.key != "CLOUDFLARE_API_TOKEN" }
      let run = try SubmitRun(meeting: "stall", environment: keys)
      #expect(
        run.outcome
          == Outcome(
            status: 64, output: "",
            errors: "sinkwizard: no credentials: set CLOUDFLARE_API_TOKEN, "
              + "or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY\n"))
      #expect(run.requests.isEmpty)
    }

    @Test func `prefers a token over a key, and says so`() throws {
      let both = ["CLOUDFLARE_EMAIL": "a@b.example", "CLOUDFLARE_API_KEY": "planted-key"]
      let run = try SubmitRun(
        meeting: "answer", answer: SubmitCase.created.answer,
        environment: SubmitRun.credentials.merging(both) { $1 })
      #expect(run.outcome.status == 0)
      #expect(
        run.messages == [
          "using CLOUDFLARE_API_TOKEN; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are ignored",
          "created sink my_sink (ID s1)",
        ])
    }

    @Test func `does not send a payload with errors`() throws {
      let run = try SubmitRun(
        meeting: "stall", payload: Payloads.parquet.replacing("\"type\": \"r2\",\n", with: ""))
      #expect(run.outcome.status == 1)
      #expect(run.requests.isEmpty)
      #expect(run.outcome.errors.hasPrefix("in.json:1:1: error: /type: "))
      #expect(run.outcome.errors.hasSuffix("sinkwizard: in.json has 1 error; nothing was sent\n"))
    }

    @Test func `prints warnings and submits`() throws {
      let run = try SubmitRun(
        meeting: "answer", answer: SubmitCase.created.answer,
        payload: Payloads.parquet.replacing("\"eu\"", with: "\"mars\""))
      #expect(run.outcome.status == 0)
      #expect(run.outcome.errors.hasPrefix("in.json:"))
      #expect(run.outcome.errors.contains(": warning: /config/jurisdiction: "))
      #expect(run.posts == 1)
    }

    @Test(arguments: [
      ("sinkwizard submit none.json", 66), ("sinkwizard submit </dev/null", 66),
      ("sinkwizard submit ''", 64), ("sinkwizard submit in.json --timeout 0", 64),
      ("sinkwizard submit in.json --if-absent --check", 64),
      ("sinkwizard submit in.json --if-absent --dry-run", 64),
      ("sinkwizard submit in.json --timeout x", 64), ("echo '{' | sinkwizard submit", 1),
    ])
    func `rejects invalid arguments and files`(command: String, status: Int) throws {
      let run = try SubmitRun("\(command) --base-url $BASE_URL", meeting: "stall")
      #expect(run.outcome.status == status)
      #expect(run.outcome.output.isEmpty)
      #expect(!run.outcome.errors.isEmpty)
      #expect(run.requests.isEmpty)
    }

    @Test func `needs no credentials or secrets for a dry run`() throws {
      let run = try SubmitRun("\(Self.reading) --dry-run", meeting: "stall", environment: [:])
      #expect(run.outcome.status == 0)
      #expect(run.outcome.output == Payloads.parquet)
      #expect(run.messages.count == 1)
      #expect(
        run.messages.first?.hasPrefix("nothing was sent; the request would go to http://127.")
          == true)
      #expect(run.requests.isEmpty)
    }

    @Test(arguments: ["", "--account-id ''"])
    func `needs no account for a dry run`(option: String) throws {
      let run = try SubmitRun(
        "env -u CLOUDFLARE_ACCOUNT_ID \(Self.reading) --dry-run \(option)", meeting: "stall",
        environment: [:])
      #expect(run.outcome.status == 0)
      #expect(run.outcome.output == Payloads.parquet)
      #expect(
        run.messages == [
          "nothing was sent; set CLOUDFLARE_ACCOUNT_ID or give --account-id to create the sink"
        ])
      let invalid = try SubmitRun(
        "env -u CLOUDFLARE_ACCOUNT_ID \(Self.reading) --dry-run \(option)", meeting: "stall",
        payload: Payloads.parquet.replacing("\"bucket\"", with: "\"bukcet\""), environment: [:])
      #expect(invalid.outcome.status == 1 && invalid.requests.isEmpty)
    }

    // MARK: Interruption

    private static func interrupting(_ signal: String, when condition: String) -> String {
      """
      \(reading) 2>err & child=$!
      until \(condition); do sleep 0.02; done
      kill -\(signal) $child; wait $child; status=$?; cat err >&2; exit $status
      """
    }

    @Test(arguments: ["INT", "TERM", "HUP"])
    func `reports an unknown outcome when interrupted`(
      signal: String
    ) throws {
      let run = try SubmitRun(
        Self.interrupting(signal, when: "grep -qs POST requests"), meeting: "stall")
      #expect(run.outcome.status == 130)
      #expect(
        run.messages == [
          "the request was sent, but the request was cancelled; the sink may exist"
        ])
      #expect(run.posts == 1)
    }

    @Test func `finds a sink that is stored after the time limit`() throws {
      let run = try SubmitRun(
        "sinkwizard submit in.json --base-url $BASE_URL --timeout 1", meeting: "late")
      #expect(run.outcome.status == 0)
      #expect(run.posts == 1)
      #expect(run.messages.contains("it is not there yet; checking again in 1 s"))
      #expect(run.messages.last == "sink my_sink was created (found in the account with ID s9)")
    }

    @Test func `stops waiting to retry when interrupted`() throws {
      let run = try SubmitRun(
        Self.interrupting("INT", when: "grep -q retrying err"), meeting: "answer",
        answer: "HTTP/1.1 429 X\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n")
      #expect(run.outcome.status == 130)
      #expect(run.posts == 1)
      #expect(run.messages.first?.hasSuffix("retrying in 50 s") == true)
    }
  }
}
