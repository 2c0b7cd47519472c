/// A slash command of line mode, accepted at any question in place of a value.
enum PlainCommand: String, CaseIterable {
  case help, back, step, list, issues, issue, request
  case pick, check, value, example, preset, repair, unset, empty, env
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
    case .env: "[NAME]"
    case .preset: "NUMBER"
    case .repair: "[NUMBER]"
    case .check: "[KEYS]"
    case .column: "NAME"
    case .change: "[TEXT]"
    case .open, .import, .sample, .save: "[FILE]"
    default: nil
    }
  }

  /// The description in the help.
  var help: String {
    switch self {
    case .help: "list the commands; ? explains the question"
    case .back: "return to the previous question"
    case .step: "go to a step, 1 to \(Step.allCases.count)"
    case .list: "list the values that are set"
    case .issues: "list the issues, numbered"
    case .issue: "go to an issue, and return after the answer"
    case .request: "print the current request, secrets masked"
    case .pick:
      "list the account's values for this question (buckets, tables, sinks to start from, streams)"
    case .check:
      "check the account; with keys, also test the sink's own keys or token with one request"
    case .value: "enter the text as it is, even if it starts with a slash"
    case .unset: "clear this value, or remove an unknown property"
    case .empty: "send an empty string"
    case .example: "accept the default or example for this question"
    case .preset: "enter a common value for this question; ? lists them"
    case .repair: "repair this value, or an issue by its number, if a repair is known"
    case .env:
      "read this secret from the environment when the request is sent, from another variable if named"
    case .columns: "list the columns, numbered"
    case .column:
      "go to a column by name, path (user.id) or number, and return after the answers"
    case .insert: "add a column after this one"
    case .duplicate: "duplicate this column"
    case .delete: "delete this column"
    case .up: "move this column up"
    case .down: "move this column down"
    case .in: "move this column into the struct or list before it"
    case .out: "move this column out of its struct or list"
    case .details: "prompt for all parameters of this column"
    case .change:
      "set the type or required of all columns whose names contain the text, or delete them"
    case .event: "print a sample event, and the row stored for it"
    case .open: "load a payload file"
    case .import: "import columns from a schema file"
    case .sample: "infer columns from sample events"
    case .save: "save the payload to a file"
    case .export: "export the request for another tool"
    case .copy: "copy the request to the terminal's clipboard, without secrets"
    case .undo: "undo the last change"
    case .redo: "redo the last undone change"
    case .finish: "print the JSON and quit"
    case .quit: "quit without printing the JSON; so does the end of input"
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
  func itemIndex(among count: Int, from first: Int = 1) -> Int? {
    guard let number = Int(self), number >= first, number < first + count else { return nil }
    return number - first
  }
}
