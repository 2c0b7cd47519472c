/// What can be answered to any question instead of a value, beginning with a slash.
///
/// A line that is none of these is a value, also when it begins with a slash.
enum PlainCommand: String, CaseIterable {
  case help, back, list, request, step, unset, empty, env, delete, details
  case open, `import`, sample, save, export, undo, redo, finish, quit

  /// What follows the command, in the help; nil when nothing does.
  var argument: String? {
    switch self {
    case .step: "NUMBER"
    case .open, .import, .sample, .save: "FILE"
    default: nil
    }
  }

  /// What it does.
  var help: String {
    switch self {
    case .help: "explains the question; ? does too"
    case .back: "goes to the question before"
    case .list: "says what is set, and what is wrong"
    case .request: "prints the request as it is now, secrets masked"
    case .step: "goes to a step, 1 to 5"
    case .unset: "leaves this out; removes what came from a file"
    case .empty: "sends an empty text"
    case .env: "takes this secret from the environment when the request is sent"
    case .delete: "deletes this column"
    case .details: "asks for the metadata key and the SQL name of this column too"
    case .open: "fills everything from a payload"
    case .import: "takes columns from a schema file"
    case .sample: "takes columns from sample events"
    case .save: "writes the payload to a file"
    case .export: "writes the request for another tool"
    case .undo: "takes the last change back"
    case .redo: "brings it back"
    case .finish: "ends with the payload on standard output"
    case .quit: "ends without it; so does the end of input"
    }
  }

  /// A line as a command with what follows it; nil when it is a value.
  static func read(_ line: String) -> (command: PlainCommand, argument: String)? {
    if line == "?" { return (.help, "") }
    guard line.hasPrefix("/") else { return nil }
    let words = line.dropFirst().split(separator: " ", maxSplits: 1)
    guard let word = words.first, let command = PlainCommand(rawValue: String(word)) else {
      return nil
    }
    let argument = words.count > 1 ? String(words[1]) : ""
    return argument.isEmpty || command.argument != nil ? (command, argument) : nil
  }
}
