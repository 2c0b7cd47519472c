import Foundation
import Testing

extension EndToEnd {
  /// Tests `sinkwizard check`: output and exit status.
  @Suite struct CheckTests {
    private static func check(_ arguments: String, in folder: Folder) throws -> Outcome {
      try Program.runWithoutTerminal("sinkwizard check \(arguments)", in: folder)
    }

    @Test func `accepts a valid payload`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "good.json")
      #expect(
        try Self.check("good.json", in: folder)
          == Outcome(
            status: 0, output: "",
            errors: "sinkwizard: 1 payload: no errors, no warnings, no notes\n"))
    }

    @Test func `reports every issue with its position, in file order`() throws {
      let folder = Folder()
      try folder.write(
        """
        {
          "name": "é", "name": 5,
          "type": "r2",
          "config": {
            "bucket": "ü", "bukcet": 1,
            "rolling_policy": {"interval_seconds": 0}
          },
          "format": {"type": "parquet"}
        }
        """, to: "a b.json")
      let outcome = try Self.check("'a b.json'", in: folder)
      #expect(
        outcome.output == """
          a b.json:2:11: warning: /name: only letters, digits and underscores work in SQL, got "é" [sink-name-characters]
          a b.json:2:16: error: /name: duplicate member; which value counts is undefined [duplicate-member]
          a b.json:2:24: error: /name: must be a string, got 5 [type]
          a b.json:4:13: error: /config/account_id: is required [required]
          a b.json:4:13: error: /config/credentials: is required [required]
          a b.json:5:15: warning: /config/bucket: bucket names can only have a–z, 0–9 and hyphens, got "ü" [bucket-name]
          a b.json:5:20: error: /config/bukcet: unknown property; did you mean "bucket"? [unknown-member]
          a b.json:6:44: error: /config/rolling_policy/interval_seconds: must be at least 1, got 0 [minimum]

          """)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == "sinkwizard: 1 payload, 1 not valid: 6 errors, 2 warnings, no notes\n")
    }

    @Test(
      arguments: [
        ([], 1, 1), ([0x7B], 1, 2),
        ([0xFF, 0xFE, 0x7B, 0], 1, 1), ([0x7B, 0, 0x7D, 0], 1, 2),
        ([0x0A, 0x22, 0xC3, 0x22], 2, 2),
        (Array(repeating: 0x5B, count: 100_000), 1, 513),
        (Array(repeating: 0x20, count: 100_000), 1, 100_001), ([0x7F, 0x45, 0x4C, 0x46], 1, 1),
      ] as [([UInt8], Int, Int)])
    func `reports JSON syntax errors with their position`(bytes: [UInt8], line: Int, column: Int)
      throws
    {
      let folder = Folder()
      try folder.write(Data(bytes), to: "x")
      let outcome = try Self.check("x", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("x:\(line):\(column): error: "))
      #expect(outcome.output.hasSuffix(" [json-syntax]\n"))
      #expect(outcome.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }

    @Test func `validates a payload behind a byte order mark, with a warning`() throws {
      let folder = Folder()
      try folder.write("\u{FEFF}" + Payloads.parquet, to: "x")
      let outcome = try Self.check("x", in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("x:1:1: warning: the file starts with a byte order mark"))
      #expect(outcome.output.hasSuffix(" [byte-order-mark]\n"))
    }

    @Test func `validates the other files when some cannot be read`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "good.json")
      try folder.write("{}", to: "bad.json")
      let outcome = try Program.runWithoutTerminal(
        "mkdir d; mkfifo p; ln -s loop loop; sinkwizard check none d p loop good.json bad.json",
        in: folder)
      #expect(outcome.status == 66)
      #expect(outcome.output.contains("bad.json:1:1: error: /name: is required [required]\n"))
      let lines = outcome.errors.split(separator: "\n")
      #expect(
        lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
          "sinkwizard: none", "sinkwizard: d", "sinkwizard: p", "sinkwizard: loop",
          "sinkwizard: 2",
        ])
      #expect(
        lines.last
          == "sinkwizard: 2 payloads, 1 not valid, 4 files not read: 2 errors, 2 warnings, no notes"
      )
    }

    @Test func `reads pipes and standard input`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "good.json")
      for script in [
        "sinkwizard check <good.json", "cat good.json | sinkwizard check -",
        "sinkwizard check <(cat good.json)",
        "mkfifo p; cat good.json >p & sinkwizard check p",
      ] {
        #expect(try Program.runWithoutTerminal(script, in: folder).status == 0, "\(script)")
      }
      let outcome = try Program.runWithoutTerminal("echo '[]' | sinkwizard check", in: folder)
      #expect(outcome.output == "-:1:1: error: must be an object, got an array [type]\n")
    }

    @Test func `rejects warnings with --strict only`() throws {
      let folder = Folder()
      try folder.write(
        Payloads.parquet.replacing("my_sink", with: "my-sink"), to: "warned.json")
      #expect(try Self.check("warned.json", in: folder).status == 0)
      let strict = try Self.check("--strict warned.json", in: folder)
      #expect(strict.status == 1)
      #expect(strict.errors.contains("1 not valid: no errors, 1 warning"))
    }

    @Test func `prints JSON with --format json`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "good.json")
      try folder.write("{\"name\": \"\u{202E}\", \"x\\u0001\": 1}", to: "b\u{1B}\"ad\u{2066}.json")
      let outcome = try Self.check("--format json good.json b*.json none", in: folder)
      #expect(outcome.status == 66)
      #expect(outcome.output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
      #expect(!outcome.output.unicodeScalars.contains { ("\u{2000}"..."\u{20FF}").contains($0) })
      struct File: Decodable, Equatable {
        struct Problem: Decodable, Equatable {
          let severity, pointer, rule, message: String
          let line, column: Int
        }
        let version: Int
        let file: String
        let valid: Bool
        let issues: [Problem]
      }
      let files = try JSONDecoder().decode([File].self, from: Data(outcome.output.utf8))
      #expect(files.map(\.file) == ["good.json", "b\u{1B}\"ad\u{2066}.json", "none"])
      #expect(files.map(\.valid) == [true, false, false])
      #expect(files.map(\.version) == [1, 1, 1])
      #expect(files[0].issues.isEmpty)
      #expect(files[1].issues.map(\.rule).contains("unknown-member"))
      #expect(files[1].issues.last?.pointer == "/x\u{1}")
      #expect(files[1].issues.last?.column == 15)
      #expect(files[2].issues.map(\.rule) == ["unreadable"])
    }

    @Test func `prints workflow commands with --format github`() throws {
      let folder = Folder()
      try folder.write(
        Payloads.parquet.replacing("my_sink", with: "50%\u{85}").replacing("r2\"", with: "r3\""),
        to: "a,b:c.json")
      let outcome = try Self.check("--format github a,b:c.json none", in: folder)
      #expect(outcome.status == 66)
      let lines = outcome.output.split(separator: "\n")
      #expect(
        lines.contains { $0.hasPrefix("::error file=a%2Cb%3Ac.json,line=3,col=11,title=choice::") })
      #expect(
        lines.contains {
          $0.hasPrefix("::warning file=a%2Cb%3Ac.json,line=2,") && $0.hasSuffix("got \"%25\"")
        })
      #expect(lines.last == "::error file=none,title=unreadable::does not exist")
    }

    @Test func `leaves out the issues of ignored rules`() throws {
      let folder = Folder()
      try folder.write(
        Payloads.parquet.replacing("my_sink", with: "my-sink"), to: "warned.json")
      let outcome = try Self.check(
        "--strict --ignore sink-name-characters --ignore required warned.json", in: folder)
      #expect(
        outcome
          == Outcome(
            status: 0, output: "",
            errors: "sinkwizard: 1 payload: no errors, no warnings, no notes\n"))
    }

    @Test(arguments: [
      ("sink-name-charactres", "did you mean \"sink-name-characters\"?"),
      ("''", "no rule is named"),
      ("json-syntax", "cannot be ignored"),
    ])
    func `refuses to ignore unknown rules and syntax errors`(rule: String, reason: String) throws {
      let outcome = try Program.runWithoutTerminal(
        "echo '{' | sinkwizard check --ignore \(rule)", in: Folder())
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(reason))
    }

    @Test func `escapes control characters from payloads`() throws {
      let folder = Folder()
      let name = "\u{1B}[2J\u{202E}\n.json"
      try folder.write("{\"\\u001b[31m\u{2067}\": 1, \"type\": \"\u{9B}31m\u{200B}\"}", to: name)
      let outcome = try Self.check("*.json", in: folder)
      for text in [outcome.output, outcome.errors] {
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n"
              || ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
          })
      }
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.contains(".json:1:") })
    }

    @Test func `shows the source line on a terminal, with secrets masked`() throws {
      let folder = Folder()
      try folder.write(
        """
        {"name": "my_sink", "type": "r2",
        \t"config": {"bucket": "分析", "token": "planted1", "account_id": "",
          "credentials": {"access_key_id": "planted2{{X}}", "secret_access_key": "${B}"}}}
        """, to: "x.json")
      try folder.write("{\"token\": \"planted3\n\"}", to: "y.json")
      let terminal = try TmuxTerminal(
        "sinkwizard check x.json y.json; echo ended $?; exec cat", columns: 70, rows: 60,
        in: folder)
      let screen = try terminal.wait(for: "ended 1")
      #expect(
        screen.contains(
          """
              2 |  "config": {"bucket": "分析", "token": "••••••••", "account_i…
                |                       ^
          """), "\(screen)")
      #expect(!screen.contains("planted"))
    }

    @Test func `uses colours as --color says`() throws {
      let folder = Folder()
      for (arguments, isColored) in [
        ("", false), ("--color always", true), ("--color never", false),
      ] {
        let outcome = try Program.runWithoutTerminal(
          "echo '{}' | sinkwizard check \(arguments)", in: folder)
        #expect(outcome.output.contains("\u{1B}") == isColored, "\(arguments)")
      }
    }

    @Test func `reports a failed write to standard output`() throws {
      let outcome = try Program.runWithoutTerminal(
        "echo '{}' | sinkwizard check >/dev/full", in: Folder())
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("standard output could not be written"))
    }

    @Test(
      arguments: [
        ("a b c", ["a", "b", "c"]), ("a b --strict c d", ["a", "b", "c", "d"]),
        ("--color never a b c", ["a", "b", "c"]), ("a --color=never b c", ["a", "b", "c"]),
        ("-- a -x --strict c", ["a", "-x", "--strict", "c"]), ("a a a", ["a", "a", "a"]),
        ("--account-id x a - b", ["a", "-", "b"]), ("- a b", ["-", "a", "b"]),
        ("--format text a b c", ["a", "b", "c"]), ("-- -h.json", ["-h.json"]),
      ] as [(String, [String])])
    func `accepts files between options`(arguments: String, files: [String]) throws {
      let folder = Folder()
      for file in files where file != "-" { try folder.write("[]", to: file) }
      let outcome = try Program.runWithoutTerminal(
        "echo '[]' | sinkwizard check \(arguments)", in: folder)
      let named = outcome.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
      #expect(named.map(String.init) == files)
    }

    @Test(arguments: ["-h.json", "-dash.json", "good.json -h.json"])
    func `rejects a file name that looks like options`(arguments: String) throws {
      let folder = Folder()
      try folder.write("[]", to: "-h.json")
      let outcome = try Self.check(arguments, in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isOneSentence)
    }

    @Test func `validates 2,000 files`() throws {
      let folder = Folder()
      for number in 0..<2000 {
        try folder.write(number % 2 == 0 ? Payloads.parquet : "{}", to: "\(number).json")
      }
      let outcome = try Self.check("*.json", in: folder)
      #expect(outcome.errors.hasPrefix("sinkwizard: 2,000 payloads, 1,000 not valid: 2,000 errors"))
      #expect(outcome.output.split(separator: "\n").count == 4000)
    }
  }
}
