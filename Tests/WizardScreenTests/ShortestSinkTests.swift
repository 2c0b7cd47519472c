import SinkSpec
import Testing
import Wizard

/// Tests that the simplest useful sink takes few keys, all of them named on the screen.
@Suite struct ShortestSinkTests {
  /// Presses a key after checking that the screen names it with a label.
  private static func press(_ key: String, _ label: String, in driver: inout Driver) {
    #expect(driver.screen.contains(label), "\(driver.screen)")
    driver.type(key)
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `creates an r2 sink in at most eight keys besides typed values`(size: (Int, Int)) {
    var driver = Driver(
      rows: size.0, columns: size.1, environment: ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"],
      target: .available("api.example"))
    let keys = [
      ("my_sink", ""), ("<A-n>", "Alt-N next required (3)"), ("analytics-events", ""),
      ("<A-n>", "Alt-N next required (2)"), ("<Right>", "→ reference"),
      ("<A-n>", "Alt-N next required (1)"), ("<Right>", "→ reference"),
      ("<A-n>", "Alt-N review"), ("<Enter>", "Enter press"), ("y", "y  create it"),
    ]
    for (key, label) in keys { Self.press(key, label, in: &driver) }
    #expect(keys.count(where: { !$0.1.isEmpty }) <= 8)
    guard case .submit(let submission)? = driver.effects.last else {
      Issue.record("not sent")
      return
    }
    #expect(submission.request.text(secrets: .referenced).contains("${R2_SECRET_ACCESS_KEY}"))
  }
}
