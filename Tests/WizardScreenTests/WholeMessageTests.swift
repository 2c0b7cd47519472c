import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

@testable import WizardScreen

/// Tests that every message about the focused field is shown in full somewhere on the screen, at
/// any width.
@Suite struct WholeMessageTests {
  private static let sizes = [(16, 60), (24, 60), (24, 80), (30, 100), (40, 120), (60, 200)]

  /// Values for any parameter: valid, invalid, long, and with references.
  private static let texts = [
    "", " ", "a b", "My-Bucket", "0", "-1", "3", "12 apples", "1e400", "100 MiB", "20m",
    "year=%Y/%Q", "year=%Y/month=%m/day=%d/hour=%H", "${NOT_SET}", "${SET}", "{{ NAME }}", "$HOME",
    "//a//b/", "\u{202E}x", String(repeating: "long-", count: 60),
  ]

  private static let starts = ["", "</type><Right></format/type><Right>"]

  @Test(arguments: sizes, starts)
  func `shows every message of every parameter`(_ size: (rows: Int, columns: Int), start: String) {
    var driver = Driver(rows: size.rows, columns: size.columns, environment: ["SET"])
    driver.type(start)
    for parameter in SinkDescription.asked
    where driver.wizard.draft.applies(parameter) && !parameter.pointer.isWithin("/schema/fields")
      && !["/type", "/format/type"].contains(parameter.pointer)
    {
      driver.go(to: parameter.pointer)
      if driver.wizard.editing.editor == nil {
        for _ in driver.wizard.item.flatMap({ driver.wizard.options(of: $0) }) ?? [] {
          driver.type("<Right>")
          expectWholeMessages(driver)
        }
        continue
      }
      for text in Self.texts where text.count < size.rows * 10 {
        driver.type("<C-e><C-u>")
        driver.press(.paste(text))
        driver.type("<Tab><S-Tab>")
        expectWholeMessages(driver)
      }
      driver.type("<C-u>")
    }
  }

  @Test(arguments: sizes)
  func `shows every message of a column`(_ size: (rows: Int, columns: Int)) {
    var driver = Driver(rows: size.rows, columns: size.columns)
    driver.type("<A-4><Enter>")
    for text in Self.texts.dropFirst() {
      driver.press(.paste(text))
      driver.type("<Tab><S-Tab>")
      expectWholeMessages(driver)
      driver.type("<C-e><C-u>")
    }
  }

  private func expectWholeMessages(_ driver: Driver) {
    let wizard = driver.wizard
    guard let item = wizard.item else { return }
    let issues = wizard.spokenIssues(at: item)
    let note = FieldValue(item, in: wizard, issue: issues.first).note
    let rows = driver.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let guide = rows.drop { !$0.hasPrefix("╰") }.dropFirst().dropLast()
    let places = rows.map(String.init) + [guide.joined(separator: " ")]
    for message in issues.map(\.message) + (issues.isEmpty ? [note] : []) {
      let wanted = Self.withoutBlanks(message)
      #expect(
        places.contains { Self.withoutBlanks($0).contains(wanted) },
        "\(message)\n\(driver.screen)")
    }
  }

  private static func withoutBlanks(_ text: String) -> String {
    TerminalText.printable(text).filter { $0 != " " }
  }
}
