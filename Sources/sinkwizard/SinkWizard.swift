import ArgumentParser
import CProcess

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

  static func main() {
    cp_keep_memory_private()
    cp_end_at_crashes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let name = FileArguments.oddName(among: arguments) {
      Console.say("\(name) begins with a dash: a file of that name is ./\(name)")
      exit(withError: ExitStatus.usage.code)
    }
    main(FileArguments.bundled(arguments))
  }
}
