/// The command-line description that `--experimental-dump-help` prints.
struct CommandDump: Decodable {
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The full command, such as `sinkwizard sinks list`.
    var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// This command and its subcommands, without the built-in `help`.
    var all: [Command] {
      [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let shouldDisplay: Bool
    let sectionTitle: String?
    let isOptional: Bool
    let isRepeating: Bool
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?

    /// The argument as in a usage line, such as `--output <file>`.
    var usage: String {
      let value = "<\(valueName ?? "value")>" + (isRepeating ? " ..." : "")
      switch kind {
      case "positional": return value
      case "flag": return "--\(preferredName?.name ?? "")"
      default: return "--\(preferredName?.name ?? "") \(value)"
      }
    }
  }

  let command: Command
}
