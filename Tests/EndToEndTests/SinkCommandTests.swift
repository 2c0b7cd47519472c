import Testing

extension EndToEnd {
  /// Tests `sinkwizard sinks` and `submit --if-absent`, with a sandbox as the account.
  @Suite struct SinkCommandTests {
    private static let create = "sinkwizard submit in.json >created.json 2>/dev/null || exit"

    @Test func `prints a sink by its name or its ID`() throws {
      let outcome = try SandboxTests.run(
        """
        \(Self.create)
        sinkwizard sinks get my_sink | cmp - in.json
        sinkwizard sinks get $(sinkwizard sinks list --format json | python3 -c '
        import json, sys; print(json.load(sys.stdin)[0]["id"])') | cmp - in.json
        for name in my_sin MY_SINK; do sinkwizard sinks get $name; echo $?; done
        """)
      let missing = ["my_sin", "MY_SINK"].map {
        "sinkwizard: the account has no sink \($0); `sinkwizard sinks list` lists them\n"
      }
      #expect(outcome == Outcome(status: 0, output: "2\n2\n", errors: missing.joined()))
    }

    @Test func `lists sinks as JSON, all or those of a name`() throws {
      let outcome = try SandboxTests.run(
        """
        sinkwizard sinks list --format json
        \(Self.create)
        sinkwizard submit catalog.json >/dev/null 2>&1
        count() { python3 -c '
        import json, sys; print(*[sink["name"] for sink in json.load(sys.stdin)])'; }
        sinkwizard sinks list --format json | count
        sinkwizard sinks list --format json --name clicks | count
        sinkwizard sinks list --name my_sink | wc -l
        sinkwizard sinks list --name my_sin; echo $?
        sinkwizard sinks list --name my_sin --format json; echo $?
        """)
      #expect(outcome.output == "[]\nmy_sink clicks\nclicks\n2\n0\n[]\n0\n")
      #expect(
        outcome.errors == "sinkwizard: the account has no sinks\n"
          + String(repeating: "sinkwizard: the account has no sink named my_sin\n", count: 2))
      #expect(!"\(outcome)".contains("planted"))
    }

    @Test func `lists several sinks of one name, and fails`() throws {
      func sink(_ id: String) -> String {
        #"{"id":"\#(id)","name":"twin","type":"r2","created_at":"2027-01-15T08:00:00Z"}"#
      }
      let run = try SubmitRun(
        "sinkwizard sinks get twin --base-url $BASE_URL", meeting: "stall",
        list: #"{"success":true,"result":[\#(sink("s1")),\#(sink("s2"))]}"#)
      #expect(
        run.outcome
          == Outcome(
            status: 64, output: "",
            errors: """
              sinkwizard: 2 sinks are named twin; give the ID of one:
                s1  2027-01-15T08:00:00Z
                s2  2027-01-15T08:00:00Z

              """))
    }

    @Test(arguments: [
      ("sinks list --format yaml", "--format"), ("sinks list --name ''", "--name is empty"),
      ("sinks get ''", "ID or name is empty"), ("sinks get", "Missing expected argument"),
    ])
    func `rejects invalid arguments`(command: String, sentence: String) throws {
      let outcome = try SandboxTests.run("sinkwizard \(command)")
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(sentence))
    }

    // MARK: --if-absent

    @Test func `creates a sink once, and accepts an equal one`() throws {
      let outcome = try SandboxTests.run(
        """
        sinkwizard submit --if-absent in.json >one.json; echo $?
        unset R2_ACCESS_KEY_ID
        sinkwizard submit --if-absent in.json >two.json; echo $?
        cmp one.json two.json
        sinkwizard submit --if-absent catalog.json >/dev/null; echo $?
        sinkwizard submit --if-absent catalog.json | grep -c '"name": "clicks"'
        sinkwizard sinks list | wc -l
        """)
      #expect(outcome.output == "0\n0\n0\n1\n3\n")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("sinkwizard: created sink my_sink (ID "))
      #expect(lines[1].hasPrefix("sinkwizard: sink my_sink exists (ID "))
      #expect(lines[1].hasSuffix(") and equals the payload; nothing was sent"))
      #expect(!"\(outcome)".contains("planted"))
    }

    @Test func `prints the differences of another sink of that name`() throws {
      let outcome = try SandboxTests.run(
        """
        \(Self.create)
        sed 's/analytics-events/eu-events/; s/"zstd"/"gzip"/' in.json >other.json
        sinkwizard submit --if-absent other.json; echo $?
        sinkwizard submit in.json; echo $?
        """)
      #expect(outcome.output == "1\n4\n")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("sinkwizard: a different sink my_sink exists (ID ") == true)
      #expect(lines.first?.hasSuffix("); nothing was created") == true)
      #expect(
        lines.contains(
          #"sinkwizard: /config/bucket: "eu-events" in the payload, "analytics-events" in the sink"#
        ))
      #expect(!outcome.errors.contains("/config/credentials"))
    }

    @Test func `compares with a sink created in the meantime`() throws {
      let taken = #"{"success":false,"errors":[{"code":1003,"message":"taken"}]}"#
      let run = try SubmitRun(
        "sinkwizard submit --if-absent in.json --base-url $BASE_URL", meeting: "answer",
        answer: "HTTP/1.1 409 X\r\nContent-Length: \(taken.utf8.count)\r\n\r\n\(taken)")
      #expect(run.outcome.status == 4)
      #expect(run.requests.map { $0.prefix(4) } == ["GET ", "GET ", "POST", "GET "])
    }

    @Test func `reports that the account cannot be read, and creates nothing`() throws {
      let outcome = try SandboxTests.run(
        "sinkwizard submit --if-absent in.json; echo $?", "--fail sinks=refuse")
      #expect(outcome.output == "2\n")
      #expect(outcome.errors.hasPrefix("sinkwizard: the API rejected the request: "))
    }

    // MARK: --trace

    @Test func `traces requests and responses without secrets`() throws {
      let run = try SubmitRun(
        "sinkwizard submit --trace in.json --base-url $BASE_URL", meeting: "echo")
      #expect(run.outcome.status == 2 && run.outcome.output.isEmpty)
      let lines = run.outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first?.hasPrefix("> GET http://127.0.0.1:") == true)
      #expect(lines.contains { $0.hasPrefix("> POST http://127.0.0.1:") })
      for line in [
        "> Authorization: ••••••••", #">   "name": "my_sink","#, "< Set-Cookie: ••••••••",
        "< X-Echo-Authorization: ••••••••", "< Authorization: Bearer ••••••••",
      ] {
        #expect(lines.contains(Substring(line)), "\(line): \(run.outcome.errors)")
      }
      #expect(lines.contains { $0.hasPrefix("< HTTP 400 to POST http://127.0.0.1:") })
      #expect(!run.outcome.errors.contains("planted"))
      #expect(SubmitRun.secrets.dropFirst().allSatisfy(run.bodies.contains))
    }

    @Test(arguments: ["sinks list", "sinks get my_sink", "submit --check in.json"])
    func `traces reading commands`(command: String) throws {
      let outcome = try SandboxTests.run(
        "\(Self.create); sinkwizard \(command) --trace >out; grep -c my_sink out")
      #expect(outcome.errors.contains("> GET http://127.0.0.1:"))
      #expect(outcome.errors.contains("< HTTP 200 to GET http://127.0.0.1:"))
      #expect(outcome.output != "0\n")
      #expect(!outcome.errors.contains("planted"))
    }

    // MARK: Progress

    @Test func `shows that it waits on a terminal, and clears the line`() throws {
      let folder = Folder()
      let wizard = try WizardRun(
        """
        sinkwizard sandbox --fail sinks=stall >.run/url 2>&1 & trap "kill $!" EXIT
        until [ -s .run/url ]; do sleep 0.02; done
        export CLOUDFLARE_API_BASE_URL=$(head -n 1 .run/url) CLOUDFLARE_API_TOKEN=planted-token
        sinkwizard sinks list 2>/dev/tty
        """, in: folder, ready: "waiting for 127.0.0.1, 1 s")
      wizard.terminal.showsScreen = false
      try wizard.type("<C-c>")
      let outcome = try wizard.end()
      #expect(outcome.status == 130)
      #expect(try !wizard.terminal.history.contains("waiting for"))
    }

    @Test func `shows which of several files it checks, and clears the line`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun(
        """
        truncate -s 40M big.json; mkfifo next
        { until [ -e go ]; do sleep 0.02; done; cat in.json; } >next &
        sinkwizard check big.json next 2>/dev/tty
        """, in: folder, ready: "checking 1 of 2: big.json")
      wizard.terminal.showsScreen = false
      try folder.write("", to: "go")
      let outcome = try wizard.end()
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("big.json:1:1: error: "))
      let shown = try wizard.terminal.history
      #expect(!shown.contains("checking"))
      #expect(shown.contains("\nsinkwizard: 2 payloads, 1 not valid: 1 error"))
    }

    @Test func `shows no progress in a pipe`() throws {
      let outcome = try SandboxTests.run(
        "timeout -s INT 2.5 sinkwizard sinks list", "--fail sinks=stall")
      #expect(!outcome.errors.contains("waiting"))
      #expect(outcome.status == 124)
    }
  }
}
