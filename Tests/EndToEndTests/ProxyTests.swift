import Testing

extension EndToEnd {
  /// Tests proxies in the environment: requests to loopback bypass them.
  @Suite struct ProxyTests {
    private static let peer = "python3 \(Program.peers)/proxy . bash -c"
    /// Every variable from which curl takes a proxy for plain HTTP, without an exception for loopback.
    private static let everyProxy =
      "http_proxy=$PROXY_URL all_proxy=$PROXY_URL ALL_PROXY=$PROXY_URL no_proxy= NO_PROXY="

    /// Runs a shell script without single quotes while a proxy listens at `$PROXY_URL`.
    private static func run(_ script: String, in folder: Folder) throws -> Outcome {
      try Program.run(
        ["setsid", "-w", "timeout", "-k", "1", "60", "bash", "-c", "cd; \(peer) '\(script)'"],
        in: folder, environment: SubmitRun.credentials)
    }

    @Test(arguments: ["127.0.0.1", "localhost"])
    func `submit reaches a server on this machine without a proxy`(host: String) throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try Self.run(
        """
        sinkwizard sandbox >url & sandbox=$!; trap "kill $sandbox" EXIT
        until [ -s url ]; do sleep 0.02; done
        base=$(head -n 1 url); base=${base/127.0.0.1/\(host)}
        \(Self.everyProxy) sinkwizard submit in.json --base-url $base
        """, in: folder)
      #expect(outcome.errors.contains("created sink my_sink"))
      #expect(outcome.status == 0)
      #expect(folder.text(of: "proxied") == "")
    }

    @Test func `line mode reaches its sandbox without a proxy`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      try folder.write("/step 5\nsubmit\ny\n", to: "answers")
      let outcome = try Self.run(
        "\(Self.everyProxy) \(Program.keys) sinkwizard --plain --sandbox --from in.json <answers",
        in: folder)
      #expect(outcome.output.contains(#""name": "my_sink""#))
      #expect(outcome.status == 0)
      #expect(folder.text(of: "proxied") == "")
    }

    @Test func `the wizard reaches its sandbox without a proxy`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun(
        "\(Self.peer) 'export \(Program.keys); \(Self.everyProxy) exec sinkwizard --sandbox --from in.json'",
        in: folder)
      try wizard.type("<A-5>")
      try wizard.wait(for: "[5 Review")
      try wizard.type("<Enter>")
      try wizard.wait(for: "y  create it")
      try wizard.type("y")
      try wizard.wait(for: "Created: my_sink")
      #expect(folder.text(of: "proxied") == "")
      #expect(try wizard.end(typing: "<Enter>").status == 0)
    }

    @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy"])
    func `names a proxy that rejects the connection, and sends it no secret`(variable: String)
      throws
    {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try Self.run(
        "\(variable)=$PROXY_URL sinkwizard submit in.json --base-url https://api.example.invalid",
        in: folder)
      #expect(
        outcome.errors.contains(
          "the proxy in $\(variable) rejected the connection (HTTP 403); nothing was sent"))
      #expect(outcome.status == 3)
      let received = try #require(folder.text(of: "proxied"))
      #expect(received.hasPrefix("CONNECT api.example.invalid:443 "))
      #expect(!received.contains("planted"))
    }

    @Test(arguments: [
      ("127.0.0.1:1", "is unreachable"), ("nowhere.invalid:1", "is unreachable"),
      ("127.0.0.1:99999", "is unreachable (its URL is not valid)"),
      ("[bad", "is unreachable (its URL is not valid)"),
    ])
    func `names an unreachable proxy without its password`(
      place: String, sentence: String
    ) throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try Self.run(
        """
        https_proxy=http://user:planted@\(place) sinkwizard submit in.json --timeout 3 \
        --base-url https://api.example.invalid
        """, in: folder)
      #expect(outcome.errors.contains("the proxy in $https_proxy \(sentence)"))
      #expect(outcome.errors.contains("nothing was sent"))
      #expect(!outcome.errors.contains("planted"))
      #expect(outcome.status == 3)
    }
  }
}
