import Foundation
import Testing

extension EndToEnd {
  /// Tests `sinkwizard check` of enough files to be validated on several threads.
  @Suite struct CheckManyFilesTests {
    /// Returns a folder with small, large, faulty and unreadable files, and their names.
    private static func files() throws -> (Folder, [String]) {
      let folder = Folder()
      let contents = [
        Payloads.parquet, "{}", "{\"name\": \"x\", \"tpye\": 1", Payloads.nested, "",
        Payloads.json.replacing("\"json\"", with: "\"jsno\""),
        Payloads.parquet + String(repeating: " ", count: 200_000),
      ]
      var names: [String] = []
      for number in 0..<40 {
        let name = "\(number).json"
        names.append(name)
        if number == 20 {
          try FileManager.default.createDirectory(
            atPath: folder.path(of: name), withIntermediateDirectories: false)
        } else if number != 30 {
          try folder.write(contents[number % contents.count], to: name)
        }
      }
      return (folder, names)
    }

    @Test(arguments: ["", "--format github", "--strict --color always"])
    func `prints the same as for one file after the other`(options: String) throws {
      let (folder, names) = try Self.files()
      let all = try Program.runWithoutTerminal(
        "sinkwizard check \(options) \(names.joined(separator: " "))", in: folder)
      let each = try Program.runWithoutTerminal(
        "for f in \(names.joined(separator: " ")); do sinkwizard check \(options) $f; done",
        in: folder)
      #expect(all.status == 66)
      #expect(all.output == each.output)
      let ownErrors = each.errors.split(separator: "\n").filter { !$0.contains(", no notes") }
      #expect(all.errors.split(separator: "\n").dropLast() == ownErrors[...])
    }

    @Test func `prints the files in order with --format json`() throws {
      let (folder, names) = try Self.files()
      let outcome = try Program.runWithoutTerminal(
        "sinkwizard check --format json \(names.joined(separator: " "))", in: folder)
      struct File: Decodable { let file: String }
      let files = try JSONDecoder().decode([File].self, from: Data(outcome.output.utf8))
      #expect(files.map(\.file) == names)
    }

    @Test func `reads pipes and standard input in order, among many files`() throws {
      let (folder, names) = try Self.files()
      let list = names.joined(separator: " ")
      let outcome = try Program.runWithoutTerminal(
        """
        mkfifo p; echo '{' >p &
        echo '[]' | sinkwizard check \(list) - p - \(list) -
        """, in: folder)
      let lines = outcome.output.split(separator: "\n").filter {
        $0.hasPrefix("p:") || $0.hasPrefix("-:")
      }
      #expect(
        lines == [
          "-:1:1: error: must be an object, got an array [type]",
          "p:2:1: error: expected a member's name or '}', found the end of the text [json-syntax]",
          "-:1:1: error: expected a JSON value, but the input is empty [json-syntax]",
          "-:1:1: error: expected a JSON value, but the input is empty [json-syntax]",
        ])
    }

    @Test func `validates on one thread if no other can be started`() throws {
      let (folder, names) = try Self.files()
      let command = "sinkwizard check \(names.joined(separator: " "))"
      let outcome = try Program.runWithoutTerminal(command, in: folder)
      let limited = try Program.runWithoutTerminal(
        """
        \(SurroundingsTests.asUser); chmod 644 *.json; chmod 755 20.json
        user bash -c 'ulimit -u 1; exec \(command)' </dev/null
        """, in: folder)
      #expect(limited == outcome)
    }

    @Test(arguments: ["-n 6", "-d 16000"])
    func `prints the same with few descriptors or little memory`(limit: String) throws {
      let folder = Folder()
      let names = (0..<60).map { "\($0).json" }
      for name in names {
        try folder.write("[" + String(repeating: "{},", count: 5_000) + "{}]", to: name)
      }
      let command = "sinkwizard check \(names.joined(separator: " "))"
      let outcome = try Program.runWithoutTerminal(command, in: folder)
      #expect(outcome.status == 1)
      #expect(
        try Program.runWithoutTerminal("ulimit \(limit); \(command)", in: folder) == outcome)
    }

    @Test func `ends with a sentence if the stack is too small for one of the files`() throws {
      let (folder, names) = try Self.files()
      let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
      try folder.write(deep, to: "deep.json")
      let outcome = try Program.runWithoutTerminal(
        "ulimit -s 64; sinkwizard check \(names.joined(separator: " ")) deep.json", in: folder)
      #expect(outcome.status == 71)
      #expect(outcome.errors.contains("out of memory or stack space"))
    }

    @Test func `stops at a closed pipe and at Ctrl-C`() throws {
      let (folder, names) = try Self.files()
      let many = Array(repeating: names.joined(separator: " "), count: 60).joined(separator: " ")
      let closed = try Program.runWithoutTerminal(
        "sinkwizard check \(many) 2>/dev/null | head -n 1; echo ${PIPESTATUS[0]}", in: folder)
      #expect(closed.output.hasSuffix("\n141\n"))
      #expect(closed.output.split(separator: "\n").count == 2)
      let interrupted = try Program.runWithoutTerminal(
        """
        set -m; mkfifo p; exec 3<>p; sinkwizard check \(many) p >out 2>&1 & pid=$!
        until [ -s out ]; do sleep 0.01; done
        kill -INT $pid; wait $pid; echo $?
        """, in: folder)
      #expect(interrupted.output == "130\n")
    }
  }
}
