import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Tests the whole program with random keys, bytes, pastes, clicks and sizes.
  @Suite struct RandomRunTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `restores the terminal, and prints whole payloads or none`(seed: UInt64)
      throws
    {
      var random = SplitMix64(seed: seed)
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "a")
      var wizard = try Self.start(in: folder, using: &random)
      for round in 0..<50 {
        do {
          try Self.disturb(wizard.terminal, using: &random)
        } catch {
          Issue.record("seed \(seed), round \(round): \(error)")
          return
        }
        guard Self.hasEnded(folder) else { continue }
        try check(wizard, "seed \(seed), round \(round)")
        wizard = try Self.start(in: folder, using: &random)
      }
      try wizard.terminal.resize(columns: 80, rows: 24)
      try wizard.terminal.wait("is left") { _ in
        if !Self.hasEnded(folder) { try wizard.terminal.send(bytes: [0x03]) }
        if !Self.hasEnded(folder) { try wizard.terminal.typeLiterally("y") }
        return Self.hasEnded(folder)
      }
      try check(wizard, "seed \(seed), at the end")
    }

    private static func start(in folder: Folder, using random: inout SplitMix64) throws -> WizardRun
    {
      let option = ["", " --mouse", " --from a", " --sandbox"].randomElement(using: &random) ?? ""
      return try WizardRun("sinkwizard" + option, columns: 100, rows: 30, in: folder)
    }

    private static func hasEnded(_ folder: Folder) -> Bool {
      folder.bytes(of: ".run/ended") != nil
    }

    private func check(_ wizard: WizardRun, _ comment: Comment) throws {
      // Restore a size that fits the previous screen.
      try wizard.terminal.resize(columns: 80, rows: 24)
      let (folder, terminal) = (wizard.folder, wizard.terminal)
      #expect(try !terminal.isOnAlternateScreen, comment)
      let history = try terminal.history
      #expect(history.contains("printed before"), comment)
      let modes = try #require(folder.text(of: ".run/tty-before"), comment)
      #expect(folder.text(of: ".run/tty-after") == modes, comment)
      let outcome = Outcome(
        status: Int(folder.text(of: ".run/status")?.dropLast() ?? "") ?? -1,
        output: folder.text(of: ".run/out") ?? "", errors: folder.text(of: ".run/err") ?? "")
      #expect([0, 1, 130].contains(outcome.status), comment)
      let isGivenOut = outcome.status != 130
      #expect(isGivenOut == !outcome.output.isEmpty, comment)
      if isGivenOut {
        #expect(throws: Never.self, comment) {
          try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        }
      }
      #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, comment)
    }

    /// Without slash and tilde, because the text may become a file name.
    private static let letters = Array("abcnyNd019 ._-%${}\"é日👩🏽\u{301}\u{202E}")
    private static let keys = [
      "<Tab>", "<S-Tab>", "<Enter>", "<Esc>", "<BS>", "<Up>", "<Down>", "<Left>", "<Right>",
      "<PgUp>", "<PgDn>", "<Home>", "<End>", "<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>",
      "<F8>", "<A-1>", "<A-2>", "<A-3>", "<A-4>", "<A-5>", "<A-n>", "<A-p>", "<A-_>", "<C-n>",
      "<C-p>",
      "<C-r>", "<C-t>", "<C-s>", "<C-o>", "<C-y>", "<A-w>", "<A-e>", "<A-i>", "<A-g>", "<A-s>",
      "<C-z>", "<C-x>", "<C-q>", "<F9>", "<A-t>", "<A-l>", "<A-v>", "<A-r>",
    ]
    /// Incomplete escape sequences.
    private static let parts = Array("\u{1B}\u{1B}[[]OP<;0129~MmRABZu?\u{7}\u{9}\u{D}\u{3}".utf8)

    private static func disturb(
      _ terminal: TmuxTerminal, using random: inout SplitMix64
    ) throws {
      func text(_ count: ClosedRange<Int>) -> String {
        String(
          (0..<Int.random(in: count, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          })
      }
      switch Int.random(in: 0..<12, using: &random) {
      case 0...1: try terminal.typeLiterally(text(1...12))
      case 2:
        let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
          random.once(in: 3)
            ? UInt8.random(in: 0...255, using: &random) : parts.randomElement(using: &random) ?? 0
        }
        try terminal.send(
          bytes: bytes.filter { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "~") })
      case 3: try terminal.paste(text(0...40) + "\n" + text(0...40))
      case 4:
        try terminal.resize(
          columns: .random(in: 20...160, using: &random), rows: .random(in: 3...60, using: &random))
      case 5...6:
        try terminal.point(
          button: [0, 0, 64, 65].randomElement(using: &random) ?? 0,
          row: .random(in: 0..<30, using: &random), column: .random(in: 0..<100, using: &random))
      default:
        let some = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          keys.randomElement(using: &random) ?? "<Tab>"
        }
        try terminal.type(some.joined())
      }
    }
  }
}
