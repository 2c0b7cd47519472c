import Foundation
import Testing

extension EndToEnd {
  /// Tests `sinkwizard infer`: output and exit status.
  @Suite struct InferTests {
    private static func folder(more: String = "") throws -> Folder {
      let folder = Folder()
      try folder.write(Payloads.events + more, to: "events")
      return folder
    }

    @Test(arguments: [
      "sinkwizard infer events", "sinkwizard infer <events", "cat events | sinkwizard infer -",
      "gzip events; sinkwizard infer events.gz", "gzip <events | sinkwizard infer",
      "zstd -q events; sinkwizard infer events.zst", "zstd -q <events | sinkwizard infer -",
      "bzip2 events; sinkwizard infer events.bz2", "xz <events | sinkwizard infer",
      "(printf '\\x5a\\x2a\\x4d\\x18\\x02\\0\\0\\0ab'; zstd -qc events) >skip; sinkwizard infer skip",
      "(echo [; paste -sd, events; echo ]) >list; sinkwizard infer list",
      "tr -d '\\n' <events | sinkwizard infer",
    ])
    func `infers the same schema from files, pipes and compressed input`(command: String) throws {
      let outcome = try Program.runWithoutTerminal(command, in: Self.folder())
      #expect(outcome.status == 0 && outcome.output == Payloads.eventSchema, "\(outcome)")
      #expect(outcome.errors.hasSuffix(": warning: \(Self.smallSample)\n"))
    }

    @Test func `reports and skips unreadable events`() throws {
      let folder = try Self.folder(more: "{\"id\":\n7\n")
      let lines = """
        events:4:7: error: the line ends inside the event [event]
        events:5:1: error: expected a JSON object, found a number [event]

        """
      let lenient = try Program.runWithoutTerminal("sinkwizard infer events", in: folder)
      let small = "events: warning: \(Self.smallSample)\n"
      #expect(lenient == Outcome(status: 0, output: Payloads.eventSchema, errors: lines + small))
      let strict = try Program.runWithoutTerminal("sinkwizard infer --strict events", in: folder)
      #expect(strict.status == 1)
      #expect(strict.output.isEmpty)
      #expect(
        strict.errors == lines
          + "events: 2 events could not be read, so there is no schema (--strict)\n")
    }

    private static let smallSample =
      "required columns were seen in only 3 events; events without them may be dropped"

    @Test func `explains the type of each column`() throws {
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard infer --explain events", in: Self.folder())
      #expect(outcome.output == Payloads.eventSchema)
      #expect(
        outcome.errors == """
          events: 3 events, 3 columns
          events: warning: \(Self.smallSample)
            id: int64, required
                required: in all 3, a small sample · integer 3 · 1, 2 · all numbers are integers
            at: timestamp
                in 2 of 3 · time 2 · "2026-11-24T10:00:01Z", "2026-11-24T10:00:02Z" · all strings are RFC 3339 timestamps
            user: struct, required
                required: in all 3, a small sample · object 3 · all values are objects
              name: string, required
                  required: in all 3, a small sample · text 3 · "a1", "a2" · all values are strings

          """)
    }

    @Test(arguments: [
      ("missing", 66, "does not exist"), (".", 66, "is a directory"), ("/dev/null", 1, "no event"),
      ("empty", 1, "no event could be read"), ("<(printf '[]')", 1, "no event could be read"),
      ("--events 0 events", 64, "--events must be at least 1"),
      ("--at Records events", 64, "--at must be a JSON pointer"), ("''", 64, "file name is empty"),
    ])
    func `reports missing, empty and invalid input`(arguments: String, status: Int, says: String)
      throws
    {
      let folder = try Self.folder()
      try folder.write("", to: "empty")
      let outcome = try Program.runWithoutTerminal("sinkwizard infer \(arguments)", in: folder)
      #expect(outcome.status == status)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test(arguments: [
      (#"{"type": "record", "name": "R", "fields": []}"#, "is an Avro schema, not sample events"),
      (#"{"properties": {"a": {"type": "string"}}}"#, "is a JSON Schema, not sample events"),
      (#"[{"name": "a", "type": "string"}]"#, "is a schema file, not sample events"),
      (#"{"type": "enum", "name": "E", "symbols": []}"#, "is an Avro enum"),
      ("a: 1\nb: 2\n", "is YAML"), ("{}\n{}\n", "only events without members"),
      ("PK\u{3}\u{4}x", "is a zip archive"), ("{\n  \"a\": [1,]\n}\n", "events:2:11: error"),
    ])
    func `names what is no sample of events`(text: String, says: String) throws {
      let folder = Folder()
      try folder.write(text, to: "events")
      let outcome = try Program.runWithoutTerminal("sinkwizard infer events", in: folder)
      #expect(outcome.status == 1 || outcome.status == 66)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test func `reads the events inside documents`() throws {
      let folder = Folder()
      try folder.write(#"{"Records":[{"id":1},{"id":2}]}"# + "\n", to: "events")
      let hint = try Program.runWithoutTerminal("sinkwizard infer events", in: folder)
      #expect(hint.errors.contains("rerun with --at '/Records'"))
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard infer --at /Records events | tr -d ' \\n'", in: folder)
      #expect(outcome.output == #"{"fields":[{"type":"int64","name":"id","required":true}]}"#)
      let missing = try Program.runWithoutTerminal("sinkwizard infer --at /x events", in: folder)
      #expect(missing.status == 1 && missing.errors.contains("no objects at /x"))
    }

    @Test func `prints one line for many columns with the same warning`() throws {
      let folder = Folder()
      let members = (0..<40).map { "\"n\($0)\":null" }.joined(separator: ",")
      try folder.write(#"{"user":{"plan":null}}"# + "\n", to: "one")
      try folder.write("{\(members)}\n", to: "many")
      let one = try Program.runWithoutTerminal("sinkwizard infer one", in: folder)
      #expect(one.errors.contains("warning: user.plan: no event has a value"))
      let many = try Program.runWithoutTerminal("sinkwizard infer many", in: folder)
      #expect(many.errors.contains("warning: 40 columns (n0, n1, n2, …): no event has a value"))
      #expect(many.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: ["gzip -c", "zstd -qc"])
    func `infers from the readable part of truncated compressed events`(program: String) throws {
      let folder = try Self.folder()
      let outcome = try Program.runWithoutTerminal(
        """
        for i in $(seq 40000); do echo "{\\"id\\":$i,\\"code\\":\\"$RANDOM$RANDOM\\"}"; done >many
        \(program) many >whole; head -c 150000 whole >cut; sinkwizard infer cut
        """, in: folder)
      #expect(outcome.status == 66)
      #expect(outcome.output.contains(#""name": "code""#))
      #expect(outcome.errors.contains("cut is damaged or truncated"))
    }

    @Test func `reports a missing decompressor`() throws {
      let folder = try Self.folder()
      let outcome = try Program.runWithoutTerminal(
        "gzip events; PATH=\(Program.folder); sinkwizard infer events.gz", in: folder)
      #expect(outcome.status == 66)
      #expect(
        outcome.errors
          == "sinkwizard: events.gz is compressed with gzip, which is not installed\n")
    }

    @Test func `fails if standard output cannot be written`() throws {
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard infer events >/dev/full", in: Self.folder())
      #expect(outcome.status == 73)
    }

    @Test func `prints the schema so far when interrupted`() throws {
      let folder = try Self.folder()
      let script = """
        mkfifo pipe; exec 5<>pipe; cat events >&5
        for i in $(seq 20000); do echo '{"id":4,"user":{"name":"b"}}'; done >&5 &
        sinkwizard infer <pipe >out 2>err & infer=$!
        wait %1; kill -INT $infer; wait $infer; status=$?; cat out; exec 2>/dev/null; exit $status
        """
      let outcome = try Program.runWithoutTerminal("set -m; " + script, in: folder)
      #expect(outcome.status == 130 && outcome.output == Payloads.eventSchema)
    }

    @Test(arguments: [("INT", 130), ("TERM", 143)])
    func `stops printing to a full pipe on a signal`(signal: String, status: Int) throws {
      let folder = Folder()
      let members = (0..<2_000).map { "\"column_with_a_long_name_\($0)\":\($0)" }
      try folder.write("{\(members.joined(separator: ","))}\n", to: "wide")
      let script = """
        mkfifo pipe; exec 5<>pipe; sinkwizard infer wide >&5 2>err & infer=$!
        read -rn 1 -u 5; kill -\(signal) $infer; wait $infer
        """
      let outcome = try Program.runWithoutTerminal("set -m; " + script, in: folder)
      #expect(outcome.status == status)
    }

    @Test(arguments: ["INT", "TERM"])
    func `stops waiting for the first byte on a signal`(signal: String) throws {
      let script = """
        mkfifo pipe; exec 5<>pipe; sinkwizard infer <pipe 2>err & infer=$!
        until (( 0x$(awk '/SigCgt/ { print $2 }' /proc/$infer/status) & 0x4000 )); do :; done
        kill -\(signal) $infer; wait $infer
        """
      let folder = Folder()
      let outcome = try Program.runWithoutTerminal("set -m; " + script, in: folder)
      #expect(outcome.status == 130)
      #expect(
        folder.text(of: "err")?.contains("stopped reading standard input before the first event")
          == true)
    }

    @Test func `reports a pipe without a writer`() throws {
      let outcome = try Program.runWithoutTerminal(
        "mkfifo pipe; sinkwizard infer pipe", in: Folder())
      #expect(outcome.status == 66)
      #expect(outcome.errors == "sinkwizard: pipe is a pipe without a writer\n")
    }

    @Test func `infers lists and nested objects, with --epochs`() throws {
      let folder = Folder()
      try folder.write(#"{"at":1795464930,"tags":["a",null],"x":{"a b":1}}"# + "\n", to: "events")
      let outcome = try Program.runWithoutTerminal("sinkwizard infer --epochs events", in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(#""unit": "second""#))
      #expect(outcome.errors.contains("note: at: integers read as timestamps in seconds"))
      #expect(!outcome.errors.contains("\r") && !outcome.errors.contains("\u{1B}"))
    }
  }
}
