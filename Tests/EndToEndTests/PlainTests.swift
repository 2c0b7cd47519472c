import Foundation
import Testing

extension EndToEnd {
  /// Tests line mode without a terminal.
  @Suite struct PlainTests {
    private static let journeys: [(answers: String, payload: String)] = [
      (
        """
        my_sink|||analytics-events||eu|events/raw|/env|/env|ev|uuid_v7|pq|%Y/%m/%d/%H|100 MiB|90s\
        |1h30m||zstd|128MiB|||||finish
        """, Payloads.parquet
      ),
      (
        "lines|||raw||||key|secret||||||||json|string|unix_millis|yes||||||finish", Payloads.json
      ),
      (
        "clicks|r2_d||lake||web.clicks|events|/env|||2m|||||||||finish",
        Payloads.catalog
      ),
      (
        """
        n|||buck||||/env|/env|/step 4|id|int64|y|at|ti||mic|tags|list||string|items|l||stru|sku|||n\
        |int32|||raw|json|/details||kafka_key|TEXT|/finish
        """, Payloads.nested
      ),
    ]

    /// Expects the payloads that the same answers produce on the full screen; see
    /// ``JourneyRunTests``.
    @Test(arguments: journeys)
    func `builds the same payload as the full screen`(
      answers: String, payload: String
    ) throws {
      let lines = answers.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let outcome = try PlainRun.run(lines)
      #expect(outcome.output == payload, "\(outcome.errors)")
      #expect(outcome.status == 0)
      #expect(!outcome.errors.contains("\u{1B}"))
    }

    @Test func `writes the payload to a file, and accepts CRLF`() throws {
      let folder = Folder()
      let lines = "clicks|2||lake||web.clicks|events|/env|||2m|/finish".split(
        separator: "|", omittingEmptySubsequences: false)
      let bytes = Data(lines.map { $0 + "\r\n" }.joined().utf8)
      let outcome = try PlainRun.run(bytes: bytes, "--output sink.json", in: folder)
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      #expect(folder.text(of: "sink.json") == Payloads.catalog)
      #expect(folder.mode(of: "sink.json") == 0o600)
    }

    // MARK: End of input

    @Test func `leaves without input`() throws {
      let outcome = try PlainRun.run([])
      #expect(outcome.status == 130 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("Name, required: "))
    }

    @Test func `keeps a draft at the end of input`() throws {
      let folder = Folder()
      let payload = try PlainRun.run(["x", "", "", "/finish"], in: folder)
      #expect(payload.status == 130 && payload.output.isEmpty)
      #expect(
        payload.errors.hasSuffix(
          "sinkwizard: a draft without secrets is kept; run sinkwizard --resume to continue\n"))
      let next = try PlainRun.run(["/list"], in: folder)
      #expect(next.errors.contains("A draft was kept; use --resume to continue"))
      #expect(!next.errors.contains("Step 1, Name: x"))
      let resumed = try PlainRun.run(["/list", "/finish", "y"], "--resume", in: folder)
      #expect(resumed.status == 1)
      #expect(resumed.errors.contains("Step 1, Name: x"))
      #expect(resumed.output.contains("\"name\": \"x\""))
    }

    @Test func `ignores an unterminated last line`() throws {
      let outcome = try PlainRun.run(bytes: Data("x\n\n\n/finish\ny".utf8))
      #expect(outcome.status == 130 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("in the middle of a line; that line was ignored"))
    }

    // MARK: Invalid lines

    private static let hostile: [(Data, String)] = [
      (Data([0xFF, 0xC3, 0x28]), "That line is not UTF-8 text"),
      (Data(repeating: 0x61, count: 1 << 20) + Data("b".utf8), "longer than 1048576 bytes"),
      (Data(repeating: 0x61, count: 3 << 20), "longer than 1048576 bytes"),
      (Data("a\0b".utf8), "control characters, such as an arrow"),
      (Data("\u{1B}[31mred\u{1B}]52;c;eA==\u{7}".utf8), "control characters, such as an arrow"),
      (Data("\u{9B}31m".utf8), "control characters, such as an arrow"),
      (Data("/\u{202E}finish".utf8), "/<U+202E>finish is not a command"),
    ]

    @Test(arguments: hostile)
    func `rejects an invalid line and asks again`(
      line: Data, sentence: String
    ) throws {
      let bytes = line + Data("\nright\n/finish\ny\n".utf8)
      let outcome = try PlainRun.run(bytes: bytes)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("\"name\": \"right\""))
      #expect(outcome.errors.contains(sentence))
      let seen = outcome.errors.unicodeScalars.filter { $0 != "\n" }
      #expect(seen.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) })
    }

    @Test func `accepts a line of a million bytes`() throws {
      let outcome = try PlainRun.run([String(repeating: "x", count: 1 << 20), "", "/finish", "y"])
      #expect(outcome.status == 1)
      #expect(outcome.output.utf8.count > 1 << 20)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `exits with a status for random answers`(seed: UInt64) throws {
      var random = SeededLines(seed: seed)
      let outcome = try PlainRun.run(bytes: random.bytes(lines: 400), "--sandbox")
      #expect([0, 1, 130].contains(outcome.status), "seed \(seed): \(outcome.errors.suffix(600))")
      #expect(!outcome.errors.contains("\u{1B}"))
    }

    // MARK: Files and the sandbox

    @Test func `fixes the issues of a payload by their numbers`()
      throws
    {
      let folder = Folder()
      try folder.write(Payloads.json.replacing("\"raw\"", with: "\"R\""), to: "in.json")
      let outcome = try PlainRun.run(
        ["/issues", "/issue 1", "raw", "/step 5", "finish"], "--from in.json", in: folder)
      #expect(outcome.output == Payloads.json)
      #expect(outcome.errors.contains("in.json"))
      #expect(outcome.errors.contains("  1 warning: Bucket: "))
      #expect(outcome.errors.contains("Step 5 of 5: Review"))
    }

    @Test func `imports columns from sample events and schema files`() throws {
      let folder = Folder()
      try folder.write(Payloads.events, to: "e.ndjson")
      try folder.write(#"{"fields":[{"name":"z","type":"bool"}]}"#, to: "f.json")
      let outcome = try PlainRun.run(
        ["/sample e.ndjson", "y", "/columns", "/import f.json", "n", "/finish", "y"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("3 columns from e.ndjson; /undo undoes it"))
      #expect(outcome.errors.contains("  3 user struct required (name string required)"))
      #expect(outcome.errors.contains("The columns are unchanged"))
      #expect(outcome.output.contains("\"name\": \"user\""))
    }

    @Test func `creates a sink in the sandbox, and rejects a duplicate name`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try PlainRun.run(
        [
          "/step 5", "submit", "y", "b", "/step 2", "", "", "", "other", "/step 5", "submit", "y",
          "", "name2", "", "", "/step 5", "submit", "y", "",
        ], "--sandbox --from in.json", in: folder, before: Program.keys)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("Created: my_sink"))
      #expect(outcome.errors.contains("The API rejected the request"))
      #expect(outcome.errors.contains("already exists"))
      #expect(outcome.output.contains("\"name\": \"name2\""))
      #expect(!outcome.output.contains("R2_"))
    }

    @Test(arguments: [
      ("refuse", "The API rejected the request"), ("drop-after", "Created: my_sink"),
      ("nonsense", "Probably not created"), ("fail", "Probably not created"),
    ])
    func `reports every outcome of a request`(mode: String, sentence: String) throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try PlainRun.run(
        ["/step 5", "submit", "y", "", "/finish"], "--from in.json", in: folder,
        // The sink is looked up for half a minute.
        before: Program.withSandbox("--fail \(mode)", ""), limit: 60)
      #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
      #expect(!outcome.errors.contains("planted") && !outcome.output.contains("planted"))
      #expect(outcome.errors.components(separatedBy: "Sending;").count == 2)
      // The draft of a request whose outcome is unknown is kept, even once the payload was printed.
      let isUnknown = sentence == "Probably not created"
      #expect(outcome.errors.contains("a draft without secrets is kept") == isUnknown)
      #expect((folder.bytes(of: ".local/state/sinkwizard/draft-1.json") != nil) == isUnknown)
    }

    // MARK: Command line

    @Test func `rejects --from - in line mode`() throws {
      let outcome = try PlainRun.run([], "--from -")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--from must name a file"))
    }

    @Test func `appears in the help, and in the message about a missing terminal`() throws {
      let help = try Program.runWithoutTerminal("sinkwizard new --help", in: Folder())
      #expect(help.output.contains("--plain"))
      #expect(help.output.contains("/finish"))
      let none = try Program.runWithoutTerminal("sinkwizard", in: Folder())
      #expect(none.status == 64 && none.errors.contains("--plain"))
    }

    @Test func `never submits with --preview-only`() throws {
      let outcome = try PlainRun.run(["/step 5", "submit", "/quit"], "--preview-only")
      #expect(outcome.status == 130)
      #expect(outcome.errors.contains("Invalid answer \"submit\"."))
      #expect(!outcome.errors.contains("create, print"))
    }
  }
}
