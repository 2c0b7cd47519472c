import ArgumentParser
import SinkSpec

/// A command line that names an unknown subcommand.
///
/// The argument parser would pass the word to the default subcommand, and suggest nothing.
struct UnknownCommand {
  private let word: String
  private let nearest: String?

  /// Finds an unknown subcommand among the arguments; nil if there is none.
  init?(among arguments: [String], of root: any ParsableCommand.Type) {
    var command = root
    for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let next = known.first(where: { $0.configuration.commandName == word }) else {
        self.word = word
        nearest = NearestName.of(word, among: known.compactMap { $0.configuration.commandName })
        return
      }
      command = next
    }
    return nil
  }

  /// The error, with a suggestion.
  var sentence: String {
    let hint =
      nearest.map { "did you mean \"\($0)\"?" }
      ?? (word.hasSuffix(".json")
        ? "to open a payload, use --from" : "`sinkwizard --help` lists the commands")
    return "\"\(word)\" is not a command; \(hint)"
  }
}
