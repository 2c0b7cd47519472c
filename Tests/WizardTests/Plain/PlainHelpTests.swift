import Testing

@testable import Wizard

/// The help of line mode.
@Suite struct PlainHelpTests {
  @Test(arguments: PlainCommand.allCases)
  func `the help lists every command`(command: PlainCommand) {
    var talk = PlainTranscript()
    talk.answer("/step 4", "/help")
    #expect(talk.hasSaid("  \(command.usage): \(command.help)"))
  }

  @Test func `commands for columns are told where there are columns`() {
    var talk = PlainTranscript()
    talk.answer("/help")
    #expect(!talk.hasSaid("/duplicate") && talk.hasSaid("Step 4 has more commands"))
  }
}
