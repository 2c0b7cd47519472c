import Foundation
import Testing

@testable import WizardFlow

/// Whether the commands are told where an operator looks for them.
@Suite struct PlainHelpTests {
  @Test(arguments: PlainCommand.allCases)
  func `every command is in the README and in the help`(command: PlainCommand) throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../README.md")
    let text = try String(decoding: Data(contentsOf: readme), as: UTF8.self)
    #expect(text.contains("`/\(command.rawValue)`") || text.contains("`/\(command.rawValue) "))
    var talk = Talk()
    talk.answer("/step 4", "/help")
    #expect(talk.hasSaid("  \(command.usage): \(command.help)"))
  }

  @Test func `commands for columns are told where there are columns`() {
    var talk = Talk()
    talk.answer("/help")
    #expect(!talk.hasSaid("/duplicate") && talk.hasSaid("In step 4 there are more"))
  }
}
