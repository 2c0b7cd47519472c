import ArgumentParser

/// `sinkwizard sinks`: the account's existing sinks.
struct Sinks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sinks", _superCommandName: SinkWizard.name,
    abstract: "List the account's sinks, or fetch one.",
    usage: "sinkwizard sinks <subcommand> [<options>]",
    discussion: """
      Examples:
        sinkwizard sinks list
        sinkwizard sinks get 0123456789abcdef0123456789abcdef > sink.json
      """,
    subcommands: [ListSinks.self, GetSink.self])
}
