import Foundation
import Testing

extension EndToEnd {
  /// Tests the layout of `--help`.
  @Suite struct HelpTests {
    private static let commands = [
      "", "new", "check", "preview", "submit", "infer", "fields", "sinks", "sinks list",
      "sinks get", "sandbox",
    ]

    /// The shared options that each command uses; it accepts and hides the others.
    private static let sharedOptions: [(command: String, used: Set<String>)] = [
      ("new", ["account-id", "base-url", "show-secrets", "color", "theme"]),
      ("check", ["account-id", "show-secrets", "color", "theme"]),
      ("preview", ["account-id", "base-url", "show-secrets"]),
      ("submit", ["account-id", "base-url", "show-secrets", "color", "theme"]),
      ("infer", []), ("fields", []), ("sandbox", []),
      ("sinks list", ["account-id", "base-url"]), ("sinks get", ["account-id", "base-url"]),
    ]

    private func run(_ command: String) throws -> Outcome {
      try Program.runWithoutTerminal("sinkwizard \(command)", in: Folder())
    }

    @Test(arguments: commands)
    func `leads with examples, fits 80 columns and ends in references`(command: String) throws {
      let help = try run("\(command) --help")
      #expect(help.status == 0 && help.errors.isEmpty)
      let paragraphs = help.output.components(separatedBy: "\n\n")
      #expect(paragraphs[0].hasPrefix("OVERVIEW: "))
      #expect(paragraphs[1].hasPrefix("Examples:\n  sinkwizard"))
      let lines = help.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(lines.suffix(3).first == "SEE ALSO:")
    }

    @Test(arguments: sharedOptions)
    func `hides the shared options a command ignores`(
      command: String, used: Set<String>
    ) throws {
      let help = try run("\(command) --help").output
      let all = ["account-id", "base-url", "show-secrets", "color", "theme"]
      let listed = all.filter { help.contains("  --\($0) ") }
      #expect(Set(listed) == used)
    }

    @Test func `accepts the shared options a command ignores`() throws {
      let options =
        "--account-id a --base-url https://b.test --show-secrets --color never --theme dark"
      #expect(try run("fields \(options)").output == run("fields").output)
      #expect(try run("infer \(options) <<<'{\"a\":1}'").status == 0)
    }

    @Test func `lists the exit statuses of each request that a command can send`() throws {
      for command in ["new", "submit", "sinks list", "sinks get"] {
        let help = try run("\(command) --help").output
        #expect(help.contains("\n  2    ") && help.contains("\n  3    "), "\(command)")
      }
    }

    @Test func `reports a failed write`() throws {
      #expect(try run("--help >/dev/full").status == 73)
    }
  }
}
