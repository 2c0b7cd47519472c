import CloudflareAPI
import Screen
import SinkSpec
import TestSupport
import Testing
import Wizard
import WizardScreen

/// Tests the frame invariants with random keys, pastes and sizes.
@Suite struct RandomKeysTests {
  static let secret = "s3cr3t-N33DLE"

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func everyFrameKeepsItsInvariants(seed: UInt64) async throws {
    var operators = MonkeyOperator(seed: seed, submissions: try await Self.submissions())
    var driver = Driver(
      rows: 24, columns: 80, target: .available("the sandbox"), access: .available)
    driver.type(
      "<F4></config/credentials/access_key_id>\(Self.secret)</config/credentials/secret_access_key>\(Self.secret)<A-1>"
    )
    var parts = PaintedParts()
    if seed % 3 == 0 { driver.wizard.offer(try MonkeyOperator.drafts()) }
    for step in 0..<250 {
      let action = operators.action(with: driver)
      driver.effects = []
      driver.wizard.now = Timestamp(
        secondsSinceEpoch: driver.wizard.now.secondsSinceEpoch + Int64(step))
      driver.perform(action)
      if !driver.wizard.display.isMouseOn { driver.press(.function(4)) }
      let comment: Comment = "seed \(seed), step \(step), \(action)"
      FrameInvariants.check(driver.wizard, secret: Self.secret, comment)
      FrameInvariants.checkParts(driver.wizard, after: &parts, comment)
      if step % 5 == 0 { FrameInvariants.checkValidation(driver.wizard, comment) }
      if step % 5 == 2 { FrameInvariants.checkUndo(driver.wizard, comment) }
    }
    checkTakingAllBack(driver, "seed \(seed)")
  }

  /// Random keys prove something only if they reach every overlay.
  @Test func `reach every overlay`() async throws {
    let submissions = try await Self.submissions()
    var seen: Set<String> = []
    for seed in 100..<160 as Range<UInt64> where seen.count < 18 {
      var operators = MonkeyOperator(seed: seed, submissions: submissions)
      var driver = Driver(target: .available("the sandbox"), access: .available)
      driver.wizard.offer(try MonkeyOperator.drafts())
      for _ in 0..<200 {
        seen.insert(Self.state(of: driver.wizard))
        let action = operators.action(with: driver)
        driver.effects = []
        driver.perform(action)
      }
    }
    #expect(
      seen.sorted() == [
        "AccountPicker", "ChoiceList", "CreatedSinkReport", "DraftList", "ExportList",
        "FileNamePrompt", "FileReading", "FileReport", "HelpPage", "MarkedColumnChanges",
        "ProposalReview", "Question", "SampleReading", "SubmissionReport", "Submitting", "form",
        "request", "searching",
      ])
  }

  private static func state(of wizard: Wizard) -> String {
    if let overlay = wizard.overlay { return "\(type(of: overlay))" }
    guard wizard.requestPane.hasFocus else { return "form" }
    return wizard.requestPane.search == nil ? "request" : "searching"
  }

  private static func submissions() async throws -> [Submission] {
    [
      try await SubmissionKeysTests.submission([SubmissionKeysTests.created]),
      try await SubmissionKeysTests.submission([SubmissionKeysTests.lost]),
      try await SubmissionKeysTests.submission([
        SubmissionKeysTests.refused(
          #"{"message":"\u001b[2J","source":{"pointer":"/config/bucket"}}"#)
      ]),
    ]
  }

  /// Checks that undoing and redoing everything restores the same draft.
  private func checkTakingAllBack(_ driver: Driver, _ comment: Comment) {
    var wizard = driver.wizard
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    for _ in 0..<4 where wizard.overlay != nil { _ = wizard.handle(.key(.escape)) }
    guard wizard.overlay == nil else { return }
    let end = wizard.draft
    var taken = 0
    while taken < 1_000 {
      let before = wizard.draft
      _ = wizard.handle(.key(.control("_")))
      guard wizard.draft != before else { break }
      taken += 1
    }
    #expect(wizard.notice == .nothingToUndo, comment)
    for _ in 0..<taken { _ = wizard.handle(.key(.alt("_"))) }
    #expect(wizard.draft == end, comment)
  }

  static let keys: [Key] =
    "abnNy?z019_-%./ é日👩🏽‍🚀\u{301}\u{202E}\u{200B}\"\\{}$~".map { Key.character($0) }
    + "aewukbfdnpxqcosztyr_".map { Key.control($0) }
    + "12345bf0r_npcamgsei/tlvw".map { Key.alt($0) }
    + (1...9).map { Key.function($0) } + [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .altUp, .altDown, .altLeft, .altRight, .alt("\r"),
      .altBackspace, .altDelete, .enter, .enter, .tab, .function(7), .character("y"),
    ]
}
