import ArgumentParser
import SinkSpec

/// `sinkwizard fields`: the reference of every parameter.
struct Fields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Print the reference of every parameter: what it is, its values and its rules.",
    discussion: """
      Without a word it prints all of them. A pointer stands for all that is inside it, and may be \
      one from a payload: `sinkwizard fields /config/rolling_policy`, `sinkwizard fields \
      /schema/fields/3/unit`. Other words are looked for in pointers, labels, values and the names \
      of rules: `sinkwizard fields rolling`, `sinkwizard fields bucket-name`.

      Exit status: 0 it was printed; 64 the command line is wrong, or nothing has such a name; \
      73 standard output could not be written.
      """)

  @Flag(help: "Print the request as JSON Schema 2020-12 instead.")
  var jsonSchema = false

  @Argument(
    help: ArgumentHelp("Print only what has this name.", valueName: "pointer-or-word"))
  var words: [String] = []

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if jsonSchema, !words.isEmpty {
      throw ValidationError("--json-schema prints the whole request; it goes without names")
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
