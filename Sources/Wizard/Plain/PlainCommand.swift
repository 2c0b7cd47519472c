/// A slash command of line mode, accepted at any question in place of a value.
enum PlainCommand: String, CaseIterable {
  case help, back, step, list, issues, issue, request
  case value, unset, empty, env
  case columns, column, insert, duplicate, delete, up, down, `in`, out, details, change, event
  case open, `import`, sample, save, export, copy, undo, redo, finish, quit

  /// The interpretation of an input line.
  enum Reading: Equatable {
    case command(PlainCommand, String)
    /// A line that starts with a slash but is not a known command.
    case unknown
    case value(String)
  }

  /// The argument as the help shows it; nil if the command takes none.
  var argument: String? {
    switch self {
    case .step, .issue: "NUMBER"
    case .value: "TEXT"
    case .column: "NAME"
    case .change: "[TEXT]"
    case .open, .import, .sample, .save: "[FILE]"
    default: nil
    }
  }

  /// The description in the help.
  var help: String {
    switch self {
    case .help: "lists the commands; ? explains the question"
    case .back: "goes to the question before"
    case .step: "goes to a step, 1 to \(Step.allCases.count)"
    case .list: "says what is set"
    case .issues: "says what is wrong or doubtful, numbered"
    case .issue: "goes to one of these, and comes back after the answer"
    case .request: "prints the request as it is now, secrets masked"
    case .value: "takes the text as it is, also when it begins with a slash"
    case .unset: "leaves this out; removes what came from a file"
    case .empty: "sends an empty text"
    case .env: "takes this secret from the environment when the request is sent"
    case .columns: "says all columns, numbered"
    case .column:
      "goes to a column, by its name, user.id inside user, or its number, and comes back"
    case .insert: "adds a column after this one"
    case .duplicate: "adds a copy of this column after it"
    case .delete: "deletes this column"
    case .up: "moves this column up"
    case .down: "moves this column down"
    case .in: "moves this column into the struct or list before it"
    case .out: "moves this column out of its struct or list"
    case .details: "asks for all parameters of this column"
    case .change:
      "sets the type or required of all columns whose names hold the text, or deletes them"
    case .event: "prints a sample event, and the row that the format makes of it"
    case .open: "fills everything from a payload"
    case .import: "takes columns from a schema file"
    case .sample: "takes columns from sample events"
    case .save: "writes the payload to a file"
    case .export: "writes the request for another tool"
    case .copy: "puts the request on the terminal's clipboard, never with secrets"
    case .undo: "takes the last change back"
    case .redo: "brings it back"
    case .finish: "ends with the payload"
    case .quit: "ends without it; so does the end of input"
    }
  }

  /// Whether the command applies to columns.
  var isAboutColumns: Bool {
    switch self {
    case .columns, .column, .insert, .duplicate, .delete, .up, .down, .in, .out, .details, .change,
      .event:
      true
    default: false
    }
  }

  /// The command and its argument, as typed.
  var usage: String { "/\(rawValue)" + (argument.map { " \($0)" } ?? "") }

  /// Parses a line as a command or a value.
  static func read(_ line: String) -> Reading {
    let bare = line.drop { $0 == " " }
    guard bare.hasPrefix("/") else { return .value(line) }
    let words = bare.dropFirst().split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let word = words.first, let command = PlainCommand(rawValue: word.lowercased()) else {
      return .unknown
    }
    let rest = words.count > 1 ? String(words[1]) : ""
    if command == .value { return .value(rest) }
    let argument = rest.trimmingBlanks
    return argument.isEmpty || command.argument != nil ? .command(command, argument) : .unknown
  }
}

extension String {
  /// The text without leading and trailing blanks.
  var trimmingBlanks: String {
    let start = drop { $0 == " " }
    return String(
      start[..<(start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex)])
  }

  /// Returns the index for an item number, counted from `first`; nil if the text is not a valid
  /// number.
  func place(among count: Int, from first: Int = 1) -> Int? {
    guard let number = Int(self), number >= first, number < first + count else { return nil }
    return number - first
  }
}
