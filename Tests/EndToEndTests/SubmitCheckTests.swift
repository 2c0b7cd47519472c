import Testing

extension EndToEnd {
  /// Tests `sinkwizard submit --check` against the sandbox.
  @Suite struct SubmitCheckTests {
    private static let account = "0123105f4ecef8ad9ca31a8372d0c353"

    @Test func `checks a payload without creating anything`() throws {
      let outcome = try SandboxTests.run(
        """
        sinkwizard submit --check --check-secrets in.json; echo $?
        sinkwizard submit --check catalog.json; echo $?
        sinkwizard sinks list
        """)
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      // The date in 90 days depends on when the test runs.
      #expect(
        lines.map { $0.hasPrefix("ok       token: user token, active until") ? "token" : $0 }
          == [
            "ok       environment: $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY set", "token",
            "ok       account \(Self.account): 0 of 20 sinks [/account_id]",
            "ok       name my_sink: free [/name]",
            "ok       bucket analytics-events: exists in jurisdiction eu [/config/bucket]",
            "ok       keys: accepted for reading the bucket; writing was not tested "
              + "[/config/credentials]",
            "unknown  permissions: the API does not list a token's permissions; "
              + "creating needs Pipelines Write",
            "0",
            "ok       environment: $R2_CATALOG_TOKEN set", "token",
            "ok       account \(Self.account): 0 of 20 sinks [/account_id]",
            "ok       name clicks: free [/name]",
            "ok       bucket lake: exists [/config/bucket]",
            "ok       catalog lake: enabled [/config/bucket]",
            "ok       table web.clicks.events: does not exist yet, nor does its namespace "
              + "[/config/table_name]",
            "unknown  catalog-token: --check-secrets tests them with one request [/config/token]",
            "unknown  permissions: the API does not list a token's permissions; "
              + "creating needs Pipelines Write",
            "0",
          ].map { $0.replacing("catalog-token", with: "catalog token") })
      #expect(
        outcome.errors == """
          sinkwizard: 6 ok, 0 warnings, 0 failed, 1 unknown; nothing was created
          sinkwizard: 7 ok, 0 warnings, 0 failed, 2 unknown; nothing was created
          sinkwizard: the account has no sinks

          """)
    }

    @Test func `fails with reasons and repairs, as JSON`() throws {
      let outcome = try SandboxTests.run(
        """
        sinkwizard submit in.json >created 2>&1 || exit
        sed 's/analytics-events/missing-logs/; s/"eu"/"us"/' in.json >bad.json
        R2_ACCESS_KEY_ID= sinkwizard submit --check --format json bad.json >checks 2>err; echo $?
        python3 - <<'END'
        import json
        for check in json.load(open("checks")):
            if check["state"] != "passed": print(check["check"], check["state"], check["repair"])
        END
        R2_ACCESS_KEY_ID=rejected sinkwizard submit --check --check-secrets in.json | grep keys:
        """)
      #expect(
        outcome.output == """
          1
          environment failed None
          name failed {'pointer': '/name', 'value': 'my_sink_2'}
          bucket failed None
          keys not-checked None
          permissions not-checked None
          failed   keys: rejected (HTTP 403): wrong, or without access to the bucket; new keys take \
          about a minute to work [/config/credentials]

          """)
    }

    @Test(arguments: ["refuse", "throttle", "fail", "drop-before", "nonsense", "stall"])
    func `claims nothing about an account that fails`(mode: String) throws {
      let outcome = try SandboxTests.run(
        "sinkwizard submit --check --timeout 1 in.json; echo $?",
        ["sinks", "token", "buckets"].map { "--fail \($0)=\(mode)" }.joined(separator: " "))
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.last == "1")
      #expect(lines.dropFirst().allSatisfy { !$0.hasPrefix("ok") }, "\(outcome.output)")
      #expect(lines.contains { $0.hasPrefix("failed   account ") })
    }

    @Test(arguments: [
      "--check --dry-run", "--check-secrets", "--format json", "--check --format yaml",
    ])
    func `rejects options that do not fit`(options: String) throws {
      let outcome = try SandboxTests.run("sinkwizard submit \(options) in.json")
      #expect(outcome.status == 64)
    }
  }
}
