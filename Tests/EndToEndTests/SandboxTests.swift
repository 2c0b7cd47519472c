import Testing

extension EndToEnd {
  /// Tests `sinkwizard sandbox` with the other commands.
  @Suite struct SandboxTests {
    /// Runs a script while a sandbox serves; exits with the sandbox's status unless the script fails.
    static func run(_ script: String, _ options: String = "") throws -> Outcome {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      try folder.write(Payloads.catalog, to: "catalog.json")
      let environment = SubmitRun.credentials.merging(["R2_CATALOG_TOKEN": "planted-token"]) { $1 }
      let around = """
        cd
        sinkwizard sandbox \(options) >url 2>sandbox.err & sandbox=$!
        trap 'kill $sandbox' EXIT
        until [ -s url ]; do sleep 0.02; done
        export CLOUDFLARE_BASE_URL=$(head -n 1 url)
        \(script)
        """
      return try Program.run(
        ["setsid", "-w", "timeout", "-k", "1", "60", "bash", "-c", around], in: folder,
        environment: environment)
    }

    @Test func `lists and returns created sinks`() throws {
      let outcome = try Self.run(
        """
        sinkwizard sinks list || exit
        sinkwizard submit in.json >created.json && sinkwizard submit <catalog.json >>created.json
        sinkwizard sinks list | tee list
        grep -c '' list
        for name in my_sink:in clicks:catalog; do
          id=$(awk "/ ${name%:*} /{print \\$1}" list)
          sinkwizard sinks get $id >got.json && sinkwizard check got.json
          cmp got.json ${name#*:}.json && grep -c "\\"id\\": \\"$id\\"" created.json
        done
        """)
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(
        lines.map { $0.dropFirst().prefix(3).joined(separator: " ") } == [
          "NAME TYPE BUCKET", "my_sink r2 analytics-events", "clicks r2_data_catalog lake", "", "",
          "",
        ])
      #expect(lines.suffix(3) == [["3"], ["1"], ["1"]])
      #expect(outcome.errors.hasPrefix("sinkwizard: the account has no sinks\n"))
      #expect(!"\(outcome)".contains("planted"))
    }

    @Test(arguments: [
      ("refuse", 2, 1), ("fail", 3, 1), ("drop-before", 3, 1), ("drop-after", 0, 2),
      ("nonsense", 3, 1), ("stall", 3, 1), ("throttle", 2, 1),
    ])
    func `simulates failures, and reports whether the sink exists`(
      mode: String, status: Int, rows: Int
    ) throws {
      let outcome = try Self.run(
        """
        sinkwizard submit in.json --timeout 2 >created.json; echo $?
        sinkwizard sinks list >list; grep -c my_sink created.json list
        """, "--fail \(mode)")
      let found = rows - 1
      #expect(outcome.output == "\(status)\ncreated.json:\(found)\nlist:\(found)\n")
      #expect(!"\(outcome)".contains("planted"))
    }

    @Test func `reports an unknown sink and a forbidden account`() throws {
      let outcome = try Self.run(
        """
        sinkwizard sinks get nothing; echo $?
        sinkwizard sinks get ''; echo $?
        CLOUDFLARE_API_TOKEN= sinkwizard sinks list; echo $?
        CLOUDFLARE_BASE_URL=http://127.0.0.1:1 timeout -s INT 1 sinkwizard sinks list; echo $?
        sinkwizard sinks list --base-url ${CLOUDFLARE_BASE_URL%/client*}; echo $?
        """)
      #expect(outcome.output == "2\n64\n64\n124\n2\n")
      #expect(
        outcome.errors.hasPrefix(
          "sinkwizard: the account has no sink nothing; `sinkwizard sinks list` lists them\n"))
    }

    @Test(arguments: ["INT", "TERM"])
    func `stops on a signal`(signal: String) throws {
      let outcome = try Self.run("kill -\(signal) $sandbox; wait $sandbox; echo $?; trap - EXIT")
      #expect(outcome == Outcome(status: 0, output: "0\n", errors: ""))
    }

    @Test func `reports a port in use`() throws {
      let outcome = try Self.run(
        """
        port=${CLOUDFLARE_BASE_URL%/client*}; port=${port##*:}
        sinkwizard sandbox --port $port; echo $?
        """)
      #expect(outcome.output == "64\n")
      #expect(outcome.errors.isOneSentence)
      #expect(outcome.errors.contains("could not listen on port "))
    }

    @Test(arguments: [
      ("sinkwizard sandbox --port 65536", 64), ("sinkwizard sandbox --fail often", 64),
      ("sinkwizard sandbox >/dev/full", 73),
    ])
    func `rejects invalid arguments`(command: String, status: Int) throws {
      let outcome = try Program.runWithoutTerminal(command, in: Folder())
      #expect(outcome.status == status)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
