import Foundation
import Testing

extension EndToEnd {
  /// Tests input that tries to break the form.
  @Suite struct HostileTypingTests {
    private static let texts = [
      "👩‍👩‍👧‍👦 family", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} marks", "日本語テスト한국어",
      "abc\u{202E}gpj.exe", "\u{200B}\u{FEFF}\u{2066}hidden", "👍🏽🇩🇪🏳️‍🌈", "Ａ１ｶﾞ", "<C-x>;'\"\\$(x)`",
    ]

    @Test(arguments: texts, [80, 120])
    func `writes typed characters to the payload unchanged`(text: String, columns: Int) throws {
      let wizard = try WizardRun(columns: columns)
      try wizard.terminal.typeLiterally("[\(text)§")
      try wizard.wait(for: "§")
      try checkOneLine(wizard, columns)
      try wizard.type("<C-x>")
      #expect(try name(in: wizard.endConfirming()) == Array("[\(text)§".unicodeScalars))
    }

    @Test(arguments: texts)
    func `deletes one grapheme cluster per Backspace`(text: String) throws {
      let wizard = try WizardRun()
      try wizard.terminal.typeLiterally(text + "§")
      try wizard.wait(for: "§")
      try wizard.type(String(repeating: "<BS>", count: text.count + 1) + "ok")
      try wizard.type("<C-x>")
      #expect(try name(in: wizard.endConfirming()) == Array("ok".unicodeScalars))
    }

    @Test func `shows a character wider than its field`() throws {
      let wizard = try WizardRun(columns: 120, rows: 40)
      try wizard.type("<C-n>")
      try wizard.terminal.typeLiterally("👩‍👩‍👧‍👦")
      try wizard.terminal.wait("shows it in the form and in the request") { screen in
        screen.split(separator: "\n").contains { $0.contains("▸ Bucket") && $0.contains("👩") }
      }
    }

    @Test func `treats line breaks and keys in a paste as text`() throws {
      let wizard = try WizardRun()
      try wizard.terminal.paste("one\ntwo\r\n\u{18}three\u{11}\u{1B}[A\u{3}\u{1B}OP four\u{4}end")
      try wizard.wait(for: "end")
      try checkOneLine(wizard, 80)
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(outcome.status == 1)
      #expect(try name(in: outcome) == Array("one two  three fourend".unicodeScalars))
    }

    @Test func `keeps a paste of all kinds of characters intact`() throws {
      let wizard = try WizardRun(columns: 120)
      let text = Self.texts.joined(separator: " ")
      try wizard.terminal.paste(text + "§")
      try wizard.wait(for: "§")
      try wizard.type("<C-x>")
      #expect(try name(in: wizard.endConfirming()) == Array((text + "§").unicodeScalars))
    }

    @Test func `ignores a paste at a confirmation`() throws {
      let wizard = try WizardRun()
      try wizard.type("x<C-q>")
      try wizard.wait(for: "A draft without secrets is kept")
      try wizard.terminal.paste("yes, really\n")
      try wizard.type("n")
      try wizard.terminal.wait("closes the question") {
        !$0.contains("A draft without secrets is kept")
      }
      try wizard.type("<C-x>")
      #expect(try wizard.endConfirming().output.contains("\"name\": \"x\""))
    }

    @Test func `ignores a paste on a button`() throws {
      let folder = Folder()
      try folder.write(Payloads.json, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json", in: folder)
      try wizard.type("<A-5>")
      try wizard.wait(for: "Actions")
      try wizard.terminal.paste("a ? b\n")
      try wizard.type("<A-1>")
      try wizard.wait(for: "[1 Sink")
      #expect(try wizard.end(typing: "<C-x>").output == Payloads.json)
    }

    @Test func `treats keys that arrive together as keys`() throws {
      let wizard = try WizardRun()
      try wizard.terminal.send(bytes: Array("orders_of_the_day\t\t".utf8))
      try wizard.wait(for: "▸ Account ID")
      try wizard.type("<C-x>")
      #expect(try name(in: wizard.endConfirming()) == Array("orders_of_the_day".unicodeScalars))
    }

    @Test func `treats an unbracketed paste as text in a terminal that marks none`() throws {
      let folder = Folder()
      try folder.write(Payloads.json, to: "in.json")
      let wizard = try WizardRun("TERM=linux sinkwizard --from in.json", in: folder)
      wizard.losesOldText = true
      try wizard.type("<A-5>")
      try wizard.wait(for: "Actions")
      try wizard.terminal.pasteWithoutMarks("yes, I am quite sure\nand I mean it\n\n")
      try wizard.type("<A-1><C-a><C-k>")
      try wizard.wait(for: "[1 Sink")
      try wizard.terminal.pasteWithoutMarks("a name, and\nmore than a name\n")
      try wizard.wait(for: "a name, and more than a name")
      #expect(try wizard.terminal.screen.contains("► Name"))
      try wizard.type("<C-_>")
      try wizard.terminal.wait("takes all of it back") { !$0.contains("more than a name") }
      try wizard.type("<C-_>")
      try wizard.wait(for: "*  lines")
      #expect(try wizard.end(typing: "<C-x>").output == Payloads.json)
    }

    @Test func `joins the lines of a paste into a file name`() throws {
      let wizard = try WizardRun()
      try wizard.type("x<C-s>")
      try wizard.wait(for: "Save the payload")
      try wizard.terminal.paste("two\nlines.json")
      try wizard.type("<Enter>")
      try wizard.wait(for: "Saved to two lines.json")
      #expect(wizard.folder.names == [".run", "two lines.json"])
    }

    @Test func `drops invalid UTF-8`() throws {
      let wizard = try WizardRun()
      try wizard.terminal.paste(bytes: Data([0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x62]))
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      let scalars = try #require(try name(in: outcome))
      #expect(scalars.first == "a")
      #expect(scalars.last == "b")
      #expect(scalars.allSatisfy { $0.isASCII || $0 == "\u{FFFD}" })
    }

    @Test func `accepts a paste of 10,000 characters`() throws {
      let wizard = try WizardRun()
      let text = String(repeating: "0123456789", count: 1_000)
      try wizard.terminal.paste(text + "§")
      try wizard.wait(for: "§")
      try wizard.type("<C-x>")
      #expect(try name(in: wizard.endConfirming()) == Array((text + "§").unicodeScalars))
    }

    // MARK: Reading

    /// Checks that the frame around the form is intact, which shows that no text has left its line.
    private func checkOneLine(_ wizard: WizardRun, _ columns: Int) throws {
      let rows = try wizard.terminal.screen.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count == 25)
      #expect(rows[0].contains("1 Sink"))
      #expect(rows[1].count == columns)
      #expect(rows[1].wholeMatch(of: /╭─.*─╮(╭─.*─╮)?/) != nil)
      #expect(rows.count { $0.contains("Account ID") } == 1)
    }

    private func name(in outcome: Outcome) throws -> [Unicode.Scalar]? {
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      return ((object as? [String: Any])?["name"] as? String).map { Array($0.unicodeScalars) }
    }
  }
}
