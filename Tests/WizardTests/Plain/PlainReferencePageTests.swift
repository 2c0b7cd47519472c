import TestSupport
import Testing

@testable import Wizard

/// Tests the page of line-mode commands, which is generated from the commands.
@Suite struct PlainReferencePageTests {
  @Test func `the line-mode page is current`() throws {
    let page = ReferencePage(
      name: "line-mode", title: "Line mode", source: "PlainCommand",
      body: """
        `sinkwizard --plain` prompts for the same values as the form, one line at a time, and never
        redraws: for screen readers, dumb terminals, logs and pipes. Prompts go to standard error,
        answers come from standard input, the payload goes to standard output.

        Enter keeps the value in brackets. Answer a choice with its number, its name or the start of
        its name; the list is printed once. After an invalid answer, the program says what to type
        and asks again. Secrets are not echoed. Ctrl-C cancels the current request; otherwise it
        quits, with a confirmation if input would be lost. The end of the input also quits, and is
        never an answer; an unterminated last line is ignored. Drafts are saved as in the form and
        offered on a terminal; scripts use `--resume`.

        `?` explains the current question. These commands work at any prompt:

        \(table(aboutColumns: false))
        The schema step has more commands:

        \(table(aboutColumns: true))
        """)
    #expect(try page.isCurrent, "renew it: \(ReferencePage.renewal)")
  }

  private func table(aboutColumns: Bool) -> String {
    ReferencePage.head(["Command", "Action"])
      + PlainCommand.allCases.filter { $0.isAboutColumns == aboutColumns }.map {
        ReferencePage.row(["`\($0.usage)`", ReferencePage.escaped($0.help)])
      }.joined()
  }
}
