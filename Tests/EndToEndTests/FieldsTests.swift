import Testing

extension EndToEnd {
  /// Tests `sinkwizard fields`: output and exit status.
  @Suite struct FieldsTests {
    private func run(_ script: String) throws -> Outcome {
      try Program.runWithoutTerminal(script, in: Folder())
    }

    @Test func `prints every parameter, or matching ones`() throws {
      let all = try run("sinkwizard fields")
      #expect(all.status == 0)
      #expect(all.errors.isEmpty)
      #expect(all.output.hasPrefix("Sink\n====\n\n/account_id  text, required\n"))
      #expect(!all.output.contains("\u{1B}"))
      let some = try run("sinkwizard fields rolling /schema/fields/3/unit")
      #expect(some.status == 0)
      #expect(some.output.count < all.output.count / 4)
      for pointer in ["/config/rolling_policy/interval_seconds  ", "/schema/fields/*/unit  "] {
        #expect(some.output.contains(pointer))
      }
    }

    @Test func `prints a valid JSON Schema`() throws {
      let outcome = try run("sinkwizard fields --json-schema | python3 -m json.tool --indent 2")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      #expect(
        outcome.output.hasPrefix(
          "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    }

    @Test(arguments: [
      ("/config/bukcet", "/config/bukcet\"; did you mean \"/config/bucket\"?"),
      ("xyzzy-plugh", "xyzzy-plugh\""), ("''", "\""), ("rolling nothing-of-it", "nothing-of-it\""),
      (#"$'\e[31m\u202e'"#, "␛[31m<U+202E>\""),
    ])
    func `reports unknown names`(words: String, ending: String) throws {
      let outcome = try run("sinkwizard fields \(words)")
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isOneSentence)
      #expect(outcome.errors.hasPrefix("sinkwizard: no parameter, value or rule is named \""))
      #expect(outcome.errors.hasSuffix("\(ending)\n"))
    }

    @Test(arguments: ["--json-schema rolling", "--bogus", "--json-schema=1"])
    func `rejects an invalid command line`(arguments: String) throws {
      let outcome = try run("sinkwizard fields \(arguments)")
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }

    /// Closes the reading end before any output, with the default action of SIGPIPE and with
    /// SIGPIPE ignored.
    @Test(arguments: [("", 141), ("trap '' PIPE; ", 0)])
    func `ignores a closed pipe`(before: String, status: Int) throws {
      for arguments in ["fields", "fields --json-schema"] {
        let script = "\(before)exec 3> >(exec true); wait $!; sinkwizard \(arguments) >&3"
        #expect(try run(script) == Outcome(status: status, output: "", errors: ""))
      }
      let first = try run("sinkwizard fields | head -1")
      #expect(first == Outcome(status: 0, output: "Sink\n", errors: ""))
    }

    @Test func `reports a failed write to standard output`() throws {
      let outcome = try run("sinkwizard fields >/dev/full")
      #expect(outcome.status == 73)
      #expect(outcome.errors.isOneSentence)
    }

    @Test func `has its own help`() throws {
      let outcome = try run("sinkwizard fields --help")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      for word in ["--json-schema", "pointer-or-word", "64", "73"] {
        #expect(outcome.output.contains(word), "\(word)")
      }
      #expect(try run("sinkwizard --help").output.contains("fields"))
    }
  }
}
