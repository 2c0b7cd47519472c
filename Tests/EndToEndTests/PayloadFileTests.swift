import Foundation
import Testing

extension EndToEnd {
  /// Tests `--from` with unusable files, and with valid and invalid payloads.
  @Suite struct PayloadFileTests {
    /// An unusable file, and the shell command that creates it.
    struct BadFile: CustomTestStringConvertible {
      let name: String
      var making = ":"
      let says: String

      var testDescription: String { name.debugDescription }
    }

    static let badFiles = [
      BadFile(name: "missing", says: "missing does not exist"),
      BadFile(name: "folder", making: "mkdir folder", says: "folder is a directory"),
      BadFile(name: "file/x", making: "touch file", says: "Not a directory"),
      BadFile(name: "empty", making: "touch empty", says: "empty is empty"),
      BadFile(name: "huge", making: "truncate -s 101M huge", says: "has 105906176 bytes"),
      BadFile(name: "/dev/zero", says: "more than 104857600 bytes"),
      BadFile(
        name: "latin", making: #"printf '{"name":"\351"}' >latin"#, says: "not UTF-8 text: byte 10"),
      BadFile(
        name: "utf16", making: #"printf '\377\376{\0}\0' >utf16"#,
        says: "is UTF-16; convert it first"),
      BadFile(name: "nul", making: #"printf '{\0}' >nul"#, says: "byte 2 is NUL"),
      BadFile(name: "pipe", making: "mkfifo pipe", says: "a pipe without a writer"),
      BadFile(name: "/dev/null", says: "/dev/null is empty"),
      BadFile(name: "link", making: "ln -s nowhere link", says: "link does not exist"),
      BadFile(name: "loop", making: "ln -s loop loop", says: "symbolic links"),
      BadFile(
        name: "a\u{1B}[31m\u{202E}b\n", says: "a\u{241B}[31m<U+202E>b\u{240A} does not exist"),
      BadFile(name: String(repeating: "x", count: 300), says: "name too long"),
    ]

    @Test(arguments: badFiles)
    func `rejects a file that cannot be a payload`(file: BadFile) throws {
      let folder = Folder()
      _ = try Program.runWithoutTerminal(file.making, in: folder)
      let wizard = try WizardRun(
        "sinkwizard --from '\(file.name)' | tee copy", in: folder, ready: nil)
      let outcome = try wizard.end()
      #expect(outcome.status == 66)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isOneSentence)
      #expect(outcome.errors.lowercased().contains(file.says.lowercased()), "\(outcome.errors)")
      // No other output: the alternate screen was never opened.
      #expect(
        try wizard.terminal.history.trimmingCharacters(in: .newlines) == "printed before")
    }

    @Test func `rejects a terminal as standard input`() throws {
      let outcome = try WizardRun("sinkwizard --from -", ready: nil).end()
      #expect(outcome.status == 66)
      #expect(outcome.errors.isOneSentence)
      #expect(outcome.errors.contains("standard input is the terminal; name a file or pipe"))
    }

    @Test func `rejects an empty pipe`() throws {
      let outcome = try WizardRun("true | sinkwizard --from -", ready: nil).end()
      #expect(outcome.status == 66)
      #expect(outcome.errors.isOneSentence)
    }

    // MARK: Payloads

    @Test(arguments: [
      "sinkwizard --from in.json", "cat in.json | sinkwizard --from -",
      "sinkwizard --from - <in.json", "sinkwizard --from <(sleep 0.1; cat in.json)",
      "mkfifo p; cat in.json >p & sleep 0.2; sinkwizard --from p",
    ])
    func `prints a valid payload unchanged`(command: String) throws {
      for payload in [Payloads.parquet, Payloads.json, Payloads.catalog, Payloads.nested] {
        let folder = Folder()
        try folder.write(payload, to: "in.json")
        let wizard = try WizardRun(command, in: folder)
        try wizard.wait(for: "no issues found")
        let outcome = try wizard.end(typing: "<C-x>")
        #expect(outcome == Outcome(status: 0, output: payload, errors: ""))
      }
    }

    @Test func `keeps every character of a value`() throws {
      let folder = Folder()
      let value = #"a\u0001\u001b[31m \"q\" \\ / é e\u0301 日本 👩‍👩‍👧 \u202e \ufeff \ud83d\ude00 z"#
      let payload = Payloads.json.replacing("\"lines\"", with: "\"\(value)\"")
      try folder.write(payload, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", in: folder)
      let screen = try wizard.wait(for: "1 Sink")
      #expect(!screen.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
      let outcome = try wizard.end(typing: "<Enter><C-x>")
      #expect(try Self.name(in: outcome.output) == Self.name(in: payload))
    }

    private static func name(in payload: String) throws -> [UInt16]? {
      let object = try JSONSerialization.jsonObject(with: Data(payload.utf8))
      return ((object as? [String: Any])?["name"] as? String).map { Array($0.utf16) }
    }

    @Test func `reports JSON syntax errors with their position`() throws {
      let folder = Folder()
      try folder.write("{\n  \"name\": \"x\",\n}\n", to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", in: folder)
      let screen = try wizard.wait(for: "It could not be parsed")
      #expect(screen.contains("3:1:"))
      #expect(screen.contains("[json-syntax]"))
      try wizard.type("<Enter>")
      try wizard.terminal.wait("closes the report") { !$0.contains("It could not be parsed") }
      #expect(try wizard.end(typing: "<C-q>").status == 130)
      #expect(folder.text(of: "in.json") == "{\n  \"name\": \"x\",\n}\n")
    }

    @Test func `reports and keeps all wrong and unknown members`() throws {
      let folder = Folder()
      try folder.write(Self.wrong, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", columns: 120, rows: 40, in: folder)
      let report = try wizard.wait(for: "The whole file was loaded")
      for issue in [
        "2:11: /name:", "5:15: /config/bucket:", "7:5: /config/buckets:", "[unknown-member]",
        "8:44: /config/rolling_policy/interval_seconds:",
        "11:48: /format/compression:", "12:3: /extra:",
      ] {
        #expect(report.contains(issue), "\(issue) in\n\(report)")
      }
      try wizard.type("<Esc>")
      try wizard.terminal.wait("closes the report") { !$0.contains("The whole file was loaded") }
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(outcome.status == 1)
      #expect(try Self.object(outcome.output) == Self.object(Self.wrong))
    }

    private static func object(_ text: String) throws -> NSDictionary? {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    }

    private static let wrong = """
      {
        "name": 12345678901234567890123,
        "type": "r2",
        "config": {
          "bucket": "NOT A BUCKET",
          "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
          "buckets": [1, {"a": null}],
          "rolling_policy": {"interval_seconds": -1.5e3},
          "credentials": {"access_key_id": "${A}", "secret_access_key": "${B}"}
        },
        "format": {"type": "parquet", "compression": "zip"},
        "extra": "kept"
      }
      """
  }
}
