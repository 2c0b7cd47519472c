import Testing

@testable import Wizard

/// Tests the help of line mode.
@Suite struct PlainHelpTests {
  @Test(arguments: PlainCommand.allCases)
  func `lists every command`(command: PlainCommand) {
    var transcript = PlainTranscript()
    transcript.answer("/step 4", "/help")
    #expect(transcript.hasPrinted("  \(command.usage): \(command.help)"))
  }

  @Test func `lists column commands in the schema step`() {
    var transcript = PlainTranscript()
    transcript.answer("/help")
    #expect(
      !transcript.hasPrinted("/duplicate") && transcript.hasPrinted("Step 4 has more commands"))
  }
}
