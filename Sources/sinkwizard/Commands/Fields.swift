import ArgumentParser
import SinkSpec

/// `sinkwizard fields`: prints the parameter reference.
struct Fields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", _superCommandName: SinkWizard.name,
    abstract: "Show the parameter reference: meaning, values, rules.",
    usage: "sinkwizard fields [<options>] [<pointer-or-word> ...]",
    discussion: """
      Examples:
        sinkwizard fields /config/rolling_policy
        sinkwizard fields bucket-name compression
        sinkwizard fields --json-schema > sink.schema.json

      Without arguments, prints everything. A pointer selects everything below it and may come \
      from a payload, such as /schema/fields/3/unit. Other words are searched in pointers, labels, \
      values and names of rules.

      \(ExitStatus.help([
        (0, "success"),
        (64, "invalid command line, or nothing has that name"),
        (73, "standard output could not be written"),
      ]))
      """)

  @Flag(help: "Print the request as JSON Schema 2020-12 instead.")
  var jsonSchema = false

  @Argument(
    help: ArgumentHelp("Print only matching entries.", valueName: "pointer-or-word"),
    completion: .custom { _, _, _ in FieldReference.searchTerms })
  var words: [String] = []

  @OptionGroup(visibility: .hidden) var common: CommonOptions

  func validate() throws {
    if jsonSchema, !words.isEmpty {
      throw ValidationError("--json-schema takes no names")
    }
  }

  func run() throws {
    if jsonSchema {
      try Console.print(RequestSchema.text)
    } else if words.isEmpty {
      try Console.print(FieldReference.text)
    } else {
      try Console.print(try matching())
    }
  }

  private func matching() throws -> String {
    do throws(FieldReference.UnknownWord) {
      return try FieldReference.text(matching: words)
    } catch {
      let meant = error.nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      Console.say("no parameter, value or rule is named \"\(error.word)\"\(meant)")
      throw ExitStatus.usage.code
    }
  }
}
