import Testing

extension EndToEnd {
  /// Tests resizing, suspending and resuming.
  @Suite struct ScreenChangeTests {
    @Test func `keeps all input when resized`() throws {
      let wizard = try WizardRun()
      try wizard.type("my_si<C-n>anal<C-p>")
      try wizard.terminal.resize(columns: 60, rows: 16)
      try wizard.terminal.wait("fills the smaller window") { screen in
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return rows.count == 17 && rows[1].count == 60 && screen.contains("my_si ")
      }
      try wizard.type("nk")
      try wizard.wait(for: "my_sink")
      try wizard.terminal.resize(columns: 40, rows: 10)
      try wizard.wait(for: "needs 60 columns")
      try wizard.terminal.wait("shows the size message") { !$0.contains("my_sink") }
      try wizard.terminal.resize(columns: 120, rows: 40)
      try wizard.wait(for: "\"name\": \"my_sink\"")
      try wizard.type("<C-n><End>ytics")
      let screen = try wizard.wait(for: "\"bucket\": \"analytics\"")
      #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count == 41)
      #expect(screen.split(separator: "\n")[1].wholeMatch(of: /╭─.*─╮╭─.*─╮/) != nil)
      try wizard.type("<C-x>")
      #expect(try wizard.endConfirming().output.contains("\"name\": \"my_sink\""))
    }

    @Test func `draws the last of many sizes`() throws {
      let wizard = try WizardRun()
      try wizard.type("kept")
      for size in stride(from: 20, through: 130, by: 11) {
        try wizard.terminal.resize(columns: size, rows: 5 + size / 4)
      }
      try wizard.terminal.resize(columns: 100, rows: 30)
      try wizard.terminal.wait("has the last size") { screen in
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return rows.count == 31 && rows[1].count == 100 && screen.contains("\"name\": \"kept\"")
      }
    }

    @Test(arguments: [("<F1>", "Esc close"), ("<C-s>", "Save the payload"), ("<C-o>", "Open a")])
    func `closes an overlay on Esc without delay`(keys: String, shows: String) throws {
      let wizard = try WizardRun()
      try wizard.type(keys)
      try wizard.wait(for: shows)
      let started = ContinuousClock.now
      try wizard.type("<Esc>")
      try wizard.terminal.wait("closes it") { !$0.contains(shows) }
      #expect(ContinuousClock.now - started < .seconds(2))
      #expect(try wizard.end(typing: "<C-q>").status == 130)
    }

    @Test func `Esc on the form does nothing`() throws {
      let wizard = try WizardRun()
      try wizard.type("ab")
      let before = try wizard.wait(for: "2/128")
      try wizard.type("<Esc>")
      try wizard.type("<F1>")
      try wizard.wait(for: "Esc close")
      try wizard.type("<Esc>")
      try wizard.terminal.wait("is as it was before") { $0 == before }
      try wizard.type("<C-x>")
      #expect(try wizard.endConfirming().output.contains("\"name\": \"ab\""))
    }

    @Test(arguments: [("", "6/128"), ("<F1>", "Help · "), ("<C-t>", "Terraform")])
    func `removes a message of the system on Ctrl-L`(keys: String, shows: String) throws {
      let wizard = try WizardRun()
      try wizard.type("orders" + keys)
      var before = ""
      try wizard.terminal.wait("rests") { screen in
        defer { before = screen }
        return screen.contains(shows) && screen == before
      }
      try wizard.terminal.write("\r\nBroadcast message from root@host\r\n\r\n")
      try wizard.wait(for: "Broadcast message")
      try wizard.type("<C-l>")
      try wizard.terminal.wait("is as it was before") { $0 == before }
    }

    @Test func `suspends on Ctrl-Z, and redraws after fg`() throws {
      let folder = Folder()
      let terminal = try TmuxTerminal(
        "PS1='ready> ' exec bash --norc --noprofile -i", columns: 90, rows: 24, in: folder)
      try terminal.wait(for: "ready>")
      try terminal.type("sinkwizard >out; echo status $?<Enter>")
      try terminal.wait(for: "1 Sink")
      try terminal.type("my_sink<Tab>")
      let before = try terminal.wait(for: "▸ Type")
      for _ in 0..<2 {
        try terminal.type("<C-z>")
        let shell = try terminal.wait(for: "Stopped")
        #expect(!shell.contains("1 Sink"))
        try terminal.type("echo $((6 * 7)); stty -a | grep -o ' echo '<Enter>")
        try terminal.wait(for: "42\n echo")
        try terminal.type("clear; fg<Enter>")
        try terminal.wait("is the same again") { $0 == before }
      }
      try terminal.type("<C-x>")
      try terminal.wait(for: "despite the errors?")
      try terminal.type("y")
      try terminal.wait(for: "ready>")
      #expect(folder.text(of: "out")?.contains("\"name\": \"my_sink\"") == true)
    }

    /// Starts a wizard in a shell with job control, types keys, and waits for a text.
    private static func job(_ keys: String, shows: String) throws -> TmuxTerminal {
      let terminal = try TmuxTerminal(
        "PS1='ready> ' exec bash --norc --noprofile -i", columns: 90, rows: 24, in: Folder())
      try terminal.wait(for: "ready>")
      try terminal.type("sh -c 'echo $$ >pid; exec sinkwizard'; echo status $?<Enter>")
      try terminal.wait(for: "1 Sink")
      try terminal.type(keys)
      try terminal.wait(for: shows)
      return terminal
    }

    @Test(arguments: [("my_sink<F1>", "Esc close"), ("my_sink<C-q>", "is kept"), ("x", "1/128")])
    func `fills a window resized while the job was stopped`(
      keys: String, shows: String
    ) throws {
      let terminal = try Self.job(keys, shows: shows)
      for (columns, rows) in [(120, 40), (70, 18), (90, 24)] {
        try terminal.type("<C-z>")
        try terminal.wait(for: "Stopped")
        try terminal.resize(columns: columns, rows: rows)
        try terminal.type("clear; fg<Enter>")
        try terminal.wait("fills the window") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return lines.count == rows + 1 && lines[0].contains("1 Sink")
            && lines[1].count == columns && screen.contains(shows)
        }
      }
    }

    private static let untilStopped =
      "until jobs | grep -q Stopped; do sleep 0.1; done; echo it ''waits"

    @Test func `redraws after an external stop, and waits in the background`() throws {
      let terminal = try Self.job("my_sink", shows: "7/128")
      _ = try Program.run(["bash", "-c", "cd; kill -STOP $(cat pid)"], in: terminal.folder)
      try terminal.wait(for: "Stopped")
      try terminal.type("clear; fg<Enter>")
      try terminal.wait("is painted again") { $0.contains("1 Sink") && $0.contains("7/128") }
      try terminal.type("s")
      try terminal.wait(for: "my_sinks")
      try terminal.type("<C-z>")
      try terminal.wait(for: "Stopped")
      try terminal.type("clear; bg; \(Self.untilStopped)<Enter>")
      let screen = try terminal.wait(for: "it waits")
      #expect(!screen.contains("1 Sink"))
      try terminal.type("fg<Enter>")
      try terminal.wait(for: "my_sinks")
    }

    @Test func `leaves the shell's line intact when started in the background`() throws {
      let terminal = try TmuxTerminal(
        "PS1='ready> ' exec bash --norc --noprofile -i", columns: 90, rows: 24, in: Folder())
      try terminal.wait(for: "ready>")
      try terminal.type("clear; sinkwizard & \(Self.untilStopped)<Enter>")
      let screen = try terminal.wait(for: "it waits")
      #expect(!screen.contains("1 Sink"))
      try terminal.type("fg<Enter>")
      try terminal.wait(for: "1 Sink")
      try terminal.type("<C-q>")
      try terminal.wait("is the shell's") { !$0.contains("1 Sink") }
      try terminal.type("stty -a | grep -o ' echo ' | tr ' ' =<Enter>")
      try terminal.wait(for: "=echo=")
    }
  }
}
