import ArgumentParser

/// `sinkwizard sinks`: what exists in the account.
struct Sinks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sinks",
    abstract: "See the sinks of the account.", subcommands: [ListSinks.self, GetSink.self])
}
