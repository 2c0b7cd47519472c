import ArgumentParser

/// The root command as completion scripts describe it: with the options of the wizard, because the
/// parser does not complete the options of a default subcommand.
struct CompletionRoot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: SinkWizard.configuration.commandName,
    abstract: SinkWizard.configuration.abstract,
    version: SinkWizard.version,
    subcommands: SinkWizard.configuration.subcommands)

  @OptionGroup var wizard: New

  /// Returns whether arguments request a completion script, or come from one.
  static func handles(_ arguments: [String]) -> Bool {
    guard let first = arguments.first else { return false }
    return first == "---completion" || first.hasPrefix("--generate-completion-script")
  }
}
