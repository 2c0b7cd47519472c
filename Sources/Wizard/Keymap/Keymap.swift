package import Screen

/// The single source of key bindings for key handling, the key bar and the help.
package enum Keymap {
  /// The part of the wizard that a binding applies to.
  package enum Context: Hashable, Sendable, CaseIterable {
    case everywhere, text, secret, choice, flag, field, columns, browsing, account, checking
    case unknownMember, button, request, searching

    package var title: String {
      switch self {
      case .everywhere: "Everywhere"
      case .text: "In a text field"
      case .secret: "In a secret field"
      case .choice: "On a choice"
      case .flag: "On a yes/no value"
      case .field: "In the list of columns"
      case .columns: "In the schema step"
      case .browsing: "In the schema step, outside a text field"
      case .account: "Where the account can list values"
      case .checking: "In the review, with an account"
      case .unknownMember: "On an unknown property"
      case .button: "On a button or an issue"
      case .request: "In the request"
      case .searching: "While typing a search"
      }
    }
  }

  /// A command with its keys.
  package struct Binding: Sendable {
    package let keys: [Key]
    /// The labels of the keys in the help, the footer's first.
    package let labels: [String]
    package let command: Command
    /// The description for the help.
    package let does: String
    /// The short description for the key bar; nil to omit it there.
    package let short: String?

    /// The binding as a footer item; nil if it is omitted there.
    var footerItem: FooterItem? {
      guard let short, let label = labels.first else { return nil }
      return .key(label, short, command)
    }
  }

  /// Returns the footer items, most important first.
  package static func footer(in contexts: [Context]) -> [FooterItem] {
    bindings(in: contexts, where: { $0.short != nil })
      .flatMap { $0.bindings.compactMap(\.footerItem) }
  }

  /// Returns the command of a key; the first context that binds the key wins.
  package static func command(for key: Key, in contexts: some Sequence<Context>) -> Command? {
    for context in contexts {
      if let command = table[context]?[key] { return command }
    }
    return nil
  }

  /// Returns whether a context binds a command.
  static func binds(_ command: Command, in context: Context) -> Bool {
    bindings(in: context).contains { $0.command == command }
  }

  /// Returns the bindings of each context, without bindings that an earlier context shadows.
  package static func bindings(
    in contexts: [Context], where isWanted: (Binding) -> Bool = { _ in true }
  ) -> [(context: Context, bindings: [Binding])] {
    contexts.enumerated().map { place, context in
      let working = bindings(in: context).filter { binding in
        guard isWanted(binding), let key = binding.keys.first else { return false }
        return command(for: key, in: contexts[..<place]) == nil
      }
      return (context, working)
    }
  }

  private static let table: [Context: [Key: Command]] = Dictionary(
    uniqueKeysWithValues: Context.allCases.map { context in
      let pairs = bindings(in: context).flatMap { binding in
        binding.keys.map { ($0, binding.command) }
      }
      return (context, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    })

  package static func bindings(in context: Context) -> [Binding] {
    switch context {
    case .everywhere: everywhere
    case .text: text
    case .secret: secret
    case .choice: choice
    case .flag: flag
    case .field: field
    case .columns: columns
    case .browsing: browsing
    case .account: account
    case .checking: checking
    case .unknownMember: unknownMember
    case .button: button
    case .request: request
    case .searching: searching
    }
  }

  static func binding(
    _ keys: [Key], _ labels: [String], _ command: Command, _ does: String, bar: String? = nil
  ) -> Binding {
    Binding(keys: keys, labels: labels, command: command, does: does, short: bar)
  }

  /// The bindings in every context, most important first for the key bar.
  private static let everywhere: [Binding] =
    [
      binding([.tab, .down], ["Tab", "↓"], .nextItem, "next field", bar: "next"),
      binding([.control("n")], ["Ctrl-N"], .nextStep, "next step", bar: "next step"),
      binding([.function(1)], ["F1"], .help, "these keys", bar: "help"),
      binding(
        [.control("x")], ["Ctrl-X"], .finish, "print the JSON, or write it to the --output file",
        bar: "print JSON"),
      binding(
        [.function(2)], ["F2"], .togglePreview,
        "move to the request to read and search it, and back",
        bar: "request"),
      binding(
        [.control("q"), .control("c")], ["Ctrl-Q", "Ctrl-C"], .leave,
        "quit without printing the JSON", bar: "quit"),
      binding([.control("_")], ["Ctrl-_", "Ctrl-/"], .undo, "undo", bar: "undo"),
      binding([.control("p")], ["Ctrl-P"], .previousStep, "previous step", bar: "step back"),
      binding([.backTab, .up], ["Shift-Tab", "↑"], .previousItem, "previous field", bar: "back"),
      binding(
        [.enter], ["Enter"], .accept, "accept and continue; after the last field, the next step"),
    ]
    + Step.allCases.map {
      binding(
        [.alt(Character(String($0.number)))], ["Alt-\($0.number)"], .goTo($0), "step \($0.title)")
    } + [
      binding([.alt("_")], ["Alt-_"], .redo, "redo"),
      binding(
        [.alt("n")], ["Alt-N"], .nextIssue,
        "next required value or issue, in any step; the review if there is none"),
      binding([.alt("p")], ["Alt-P"], .previousIssue, "previous issue"),
      binding(
        [.function(9)], ["F9"], .repair, "repair the issue at the focus, if a repair is known"),
      binding([.pageUp], ["PgUp"], .previewUp, "scroll the request up"),
      binding([.pageDown], ["PgDn"], .previewDown, "scroll the request down"),
      binding([.control("s")], ["Ctrl-S"], .save, "save the payload to a file"),
      binding([.control("o")], ["Ctrl-O"], .open, "open a payload from a file"),
      binding([.alt("w")], ["Alt-W"], .copy, "copy the request to the terminal's clipboard"),
      binding(
        [.control("t")], ["Ctrl-T"], .export, "export: curl, Terraform, SDKs, wrangler, cf, HTTP"),
      binding(
        [.function(4)], ["F4"], .toggleMouse,
        "mouse on or off: click and wheel; Shift then selects text"),
      binding(
        [.control("l")], ["Ctrl-L"], .repaint,
        "repaint the screen, for example after a system message"),
      binding([.control("z")], ["Ctrl-Z"], .suspend, "suspend; fg resumes"),
    ]

  private static let text: [Binding] = [
    binding([.left, .control("b")], ["←", "Ctrl-B"], .left, "one character left"),
    binding(
      [.right, .control("f")], ["→", "Ctrl-F"], .right,
      "one character right; in an empty field, take the default or example"),
    binding([.home, .control("a")], ["Home", "Ctrl-A"], .lineStart, "beginning of the line"),
    binding([.end, .control("e")], ["End", "Ctrl-E"], .lineEnd, "end of the line"),
    binding([.alt("b"), .controlLeft], ["Alt-B", "Ctrl-←"], .wordLeft, "one word left"),
    binding([.alt("f"), .controlRight], ["Alt-F", "Ctrl-→"], .wordRight, "one word right"),
    binding([.backspace], ["Backspace"], .deleteBackward, "delete the previous character"),
    binding(
      [.delete, .control("d")], ["Del", "Ctrl-D"], .deleteForward,
      "delete the character at the cursor"),
    binding(
      [.control("w"), .altBackspace], ["Ctrl-W"], .deleteWord, "delete back to the previous space"),
    binding([.control("u")], ["Ctrl-U"], .deleteToStart, "delete to the beginning"),
    binding([.control("k")], ["Ctrl-K"], .deleteToEnd, "delete to the end"),
    binding(
      [.control("y")], ["Ctrl-Y"], .yank, "insert what Ctrl-U, Ctrl-K or Ctrl-W deleted last"),
    binding([.alt("v")], ["Alt-V"], .choosePreset, "list common values, if there are any"),
    binding([.alt("0")], ["Alt-0"], .setEmpty, "send an empty string, or unset it again"),
  ]

  private static let secret: [Binding] = [
    binding(
      [.alt("r")], ["Alt-R"], .chooseVariable,
      "list the environment variables to read it from: ${NAME}", bar: "variables"),
    binding([.control("r")], ["Ctrl-R"], .reveal, "show or hide the secret", bar: "show"),
  ]

  private static let choice: [Binding] = [
    binding([.right], ["→"], .nextChoice, "next value; letters jump to a value", bar: "change"),
    binding([.left], ["←"], .previousChoice, "previous value"),
    binding(
      [.character(" "), .alt("v")], ["Space", "Alt-V"], .chooseFromList, "list the values",
      bar: "list"),
    binding([.backspace, .delete], ["Backspace"], .setEmpty, "not set"),
  ]

  private static let flag: [Binding] = [
    binding(
      [.right, .character(" ")], ["→", "Space"], .nextChoice, "yes, no or not set", bar: "yes/no"),
    binding([.left], ["←"], .previousChoice, "previous value"),
    binding([.backspace, .delete], ["Backspace"], .setEmpty, "not set"),
  ]

  private static let field: [Binding] = [
    binding(
      [.enter], ["Enter"], .accept, "next column; a new one after the last", bar: "next/new column"),
    binding([.up], ["↑"], .fieldAbove, "column above"),
    binding([.down], ["↓"], .fieldBelow, "column below"),
    binding([.function(7), .insert], ["F7", "Ins"], .addField, "add a column below", bar: "add"),
    binding([.function(5)], ["F5"], .duplicateField, "duplicate the column", bar: "copy"),
    binding(
      [.function(8), .altDelete], ["F8", "Alt-Del"], .deleteField,
      "delete the column, or all marked columns",
      bar: "delete"),
    binding([.function(6)], ["F6"], .fieldDetails, "all parameters of the column", bar: "details"),
    binding([.altUp], ["Alt-↑"], .moveFieldUp, "move the column up", bar: "move"),
    binding([.altDown], ["Alt-↓"], .moveFieldDown, "move the column down"),
    binding([.altRight], ["Alt-→"], .nestField, "move into the struct or list above", bar: "nest"),
    binding([.altLeft], ["Alt-←"], .unnestField, "move out of the struct or list"),
  ]

  private static let columns: [Binding] = [
    binding([.function(7), .insert], ["F7", "Ins"], .addField, "add a column at the end"),
    binding(
      [.alt("i")], ["Alt-I"], .importSchema,
      "import columns: JSON Schema, Avro, Iceberg, wrangler, the API", bar: "import"),
    binding(
      [.alt("e")], ["Alt-E"], .sample, "infer columns from sample events", bar: "from events"),
    binding(
      [.function(3)], ["F3"], .toggleSample,
      "a sample event and its stored row, instead of the request", bar: "sample"),
    binding(
      [.alt("/")], ["Alt-/"], .search,
      "show only columns whose name contains a text; Esc shows all",
      bar: "filter"),
    binding([.alt("c")], ["Alt-C"], .fold, "show or hide the column's children"),
    binding([.alt("a")], ["Alt-A"], .foldAll, "show or hide the children of all columns"),
    binding([.altPageUp], ["Alt-PgUp"], .pageUp, "a page of columns up"),
    binding([.altPageDown], ["Alt-PgDn"], .pageDown, "a page of columns down"),
    binding([.alt("m")], ["Alt-M"], .mark, "mark or unmark the column", bar: "mark"),
    binding(
      [.alt("g")], ["Alt-G"], .markAll,
      "mark all columns, or all that match the filter; again to unmark"),
    binding(
      [.alt("s")], ["Alt-S"], .changeMarked,
      "set the type or required of the marked columns, or delete them"
    ),
  ]

  private static let browsing: [Binding] = [
    binding([.character("/")], ["/"], .search, "the same as Alt-/")
  ]

  private static let account: [Binding] = [
    binding(
      [.alt("l")], ["Alt-L"], .pick,
      "list accounts, buckets, namespaces, tables, sinks to start from, or streams with columns",
      bar: "list")
  ]

  private static let checking: [Binding] = [
    binding(
      [.alt("t")], ["Alt-T"], .checkAccount,
      "check the account again; with one request, also test the sink's own keys or token",
      bar: "test keys"),
    binding([.control("r")], ["Ctrl-R"], .refresh, "check the account again", bar: "check again"),
  ]

  private static let request: [Binding] = [
    binding([.character("/")], ["/"], .inRequest(.search), "search; Esc ends it", bar: "search"),
    binding(
      [.escape], ["Esc", "F2"], .inRequest(.form), "back to the form", bar: "back to the form"),
    binding([.character("n")], ["n"], .inRequest(.nextMatch), "next match", bar: "next match"),
    binding([.character("N")], ["N"], .inRequest(.previousMatch), "previous match"),
    binding(
      [.enter], ["Enter"], .inRequest(.field), "go to the line's field", bar: "to the field"),
    binding(
      [.tab, .backTab], ["Tab"], .inRequest(.formBeside),
      "back to the form, keeping the request wide where both fit"),
    binding([.up], ["↑"], .inRequest(.up), "line above"),
    binding([.down], ["↓"], .inRequest(.down), "line below"),
    binding([.pageUp], ["PgUp"], .inRequest(.pageUp), "a page up"),
    binding(
      [.pageDown, .character(" ")], ["PgDn", "Space"], .inRequest(.pageDown), "a page down"),
    binding([.home], ["Home"], .inRequest(.first), "first line"),
    binding([.end], ["End"], .inRequest(.last), "last line"),
    binding(
      [.function(3)], ["F3"], .toggleSample, "in the schema step: a sample event, or the request"),
  ]
}
