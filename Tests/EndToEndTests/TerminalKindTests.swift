import Testing

extension EndToEnd {
  /// Tests terminals of all types, sizes and backgrounds.
  @Suite struct TerminalKindTests {
    @Test(arguments: [
      "xterm-256color", "tmux-256color", "screen", "linux", "vt100", "ansi", "xterm-kitty",
      "xterm-ghostty", "alacritty", "foot", "no-such-terminal",
    ])
    func `shows the wizard on every terminal type`(term: String) throws {
      let wizard = try WizardRun("TERM=\(term) sinkwizard")
      try wizard.type("orders<Tab>")
      // The Linux console has a different font.
      let focus = term == "linux" ? "► Type" : "▸ Type"
      let screen = try wizard.terminal.wait("has the second field") { $0.contains(focus) }
      let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows[1].count == 80 && rows[1].wholeMatch(of: /[╭┌]─.*─[╮┐]/) != nil, "\(screen)")
      #expect(rows[2].contains("Name") && rows[2].contains("orders"))
      try wizard.type("<C-x>")
      wizard.losesOldText = ["linux", "vt100"].contains(term)
      #expect(try wizard.endConfirming().output.contains("\"name\": \"orders\""))
    }

    @Test(arguments: [("dumb", "\"dumb\""), ("", "TERM is not set")])
    func `suggests --plain on an unusable terminal`(
      term: String, sentence: String
    ) throws {
      let wizard = try WizardRun("TERM=\(term) sinkwizard 2>.run/messages", ready: nil)
      let outcome = try wizard.end()
      let messages = try #require(wizard.folder.text(of: ".run/messages"))
      #expect(outcome.status == 64)
      #expect(messages.isOneSentence && messages.contains(sentence) && messages.contains("--plain"))
      #expect(try !wizard.terminal.screen.contains("1 Sink"))
    }

    @Test(arguments: [(1, 1), (2, 2), (59, 15), (500, 200)])
    func `survives every size`(columns: Int, rows: Int) throws {
      let wizard = try WizardRun(ready: "1 Sink")
      try wizard.type("orders")
      try wizard.wait(for: "orders")
      try wizard.terminal.resize(columns: columns, rows: rows)
      wizard.losesOldText = rows < 3
      try wizard.terminal.wait("has its size") { screen in
        screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows + 1
      }
      try wizard.type("<C-n><F1><C-z>")
      try wizard.terminal.resize(columns: 80, rows: 24)
      try wizard.terminal.wait("has room again") { screen in
        screen.split(separator: "\n", omittingEmptySubsequences: false).count == 25
          && screen.contains("[")
      }
      try wizard.type("<Esc>")
      try wizard.type("<A-1>")
      try wizard.wait(for: "[1 Sink")
      try wizard.type("<C-x>")
      #expect(try wizard.endConfirming().output.contains("\"name\": \"orders\""))
    }

    @Test func `shows focus and errors without colours`() throws {
      let wizard = try WizardRun("TERM=vt100 sinkwizard --color never")
      try wizard.type("a b<Tab>")
      let screen = try wizard.wait(for: "▸ Type")
      #expect(screen.contains("*! a b") && screen.contains("only letters"), "\(screen)")
    }

    @Test(arguments: [
      ("--theme dark", "", "38;5;111m"), ("--theme light", "", "38;5;25m"),
      ("", "COLORFGBG='15;0'", "38;5;111m"), ("", "COLORFGBG='0;15'", "38;5;25m"),
      ("", "", "38;5;111m"),
    ])
    func `chooses colours for the background`(
      option: String, environment: String, color: String
    ) throws {
      let wizard = try WizardRun("\(environment) sinkwizard \(option)")
      try wizard.wait(for: "▸ Name")
      #expect(try wizard.terminal.styledScreen.contains(color))
    }
  }
}
