import ArgumentParser
import Glibc
import Surface
import System

/// The program: one command with what it can do as subcommands.
@main
struct SinkWizard: ParsableCommand {
  static let version = "0.1.0"
  /// What the program calls itself towards the API.
  static let userAgent = "sinkwizard/\(version)"

  static let configuration = CommandConfiguration(
    commandName: "sinkwizard",
    abstract: "Create a Cloudflare Pipelines sink: every parameter, checked as it is typed.",
    discussion: """
      The wizard draws on the terminal, never on standard output: `sinkwizard | jq .` works. \
      Its options, such as --from and --output, go without a subcommand too; \
      `sinkwizard new --help` lists them.

      \(ExitStatus.help)

      Commands that speak with the API: \(ExitStatus.helpForAPI)
      """,
    version: version,
    subcommands: [
      New.self, Check.self, Preview.self, Submit.self, Infer.self, Fields.self, Sinks.self,
      ServeSandbox.self,
    ],
    defaultSubcommand: New.self)

  /// Ends the program as the parser of arguments does, but for what is foreign in its messages:
  /// arguments stand in them as they were given.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    guard !code.isSuccess else { exit(withError: error) }
    let text = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.printable(String($0)) }.joined(separator: "\n")
    if !text.isEmpty { FileContents.writeAll(Array((text + "\n").utf8), to: 2) }
    exit(withError: code)
  }

  static func main() {
    StandardDescriptors.open()
    // A file that may not grow any more is told of as every other one that cannot be written.
    signal(SIGXFSZ, SIG_IGN)
    ProcessHardening.protectMemory()
    ProcessHardening.endAtCrashes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let name = FileArguments.oddName(among: arguments) {
      Console.say("\(name) begins with a dash: a file of that name is ./\(name)")
      exit(withError: ExitStatus.usage.code)
    }
    do {
      var command = try parseAsRoot(FileArguments.bundled(arguments))
      try command.run()
    } catch {
      end(error)
    }
  }
}
