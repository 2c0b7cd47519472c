import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests when the wizard shows issues.
@Suite struct IssueVisibilityTests {
  private static let bucket = FormItem.parameter("/config/bucket")

  /// Returns a wizard with the focus on the bucket.
  private func wizardAtBucket() -> Wizard {
    var wizard = Wizard(now: Timestamp(secondsSinceEpoch: 0))
    _ = wizard.handle(.resized(rows: 24, columns: 80))
    press([.control("n")], &wizard)
    return wizard
  }

  private func press(_ keys: [Key], _ wizard: inout Wizard) {
    for key in keys { _ = wizard.handle(.key(key)) }
  }

  private func type(_ text: String, _ wizard: inout Wizard) {
    press(text.map { .character($0) }, &wizard)
  }

  private func rules(_ wizard: Wizard) -> [String] {
    wizard.spokenIssues(at: Self.bucket).map(\.rule)
  }

  @Test func `hides issues while a value is first typed`() {
    var wizard = wizardAtBucket()
    type("ab", &wizard)
    #expect(rules(wizard) == [])
    press([.tab], &wizard)
    #expect(rules(wizard) == ["bucket-name"])
  }

  @Test func `shows at once an error that more typing cannot fix`() {
    var wizard = wizardAtBucket()
    type("aB", &wizard)
    #expect(rules(wizard) == ["bucket-name"])
  }

  @Test func `clears an error as soon as the value is valid`() {
    var wizard = wizardAtBucket()
    type("ab", &wizard)
    press([.tab, .backTab], &wizard)
    #expect(rules(wizard) == ["bucket-name"])
    type("c", &wizard)
    #expect(rules(wizard) == [])
  }

  @Test func `marks a required value as to do, then as an error once visited`() {
    var wizard = wizardAtBucket()
    #expect(wizard.state(of: .destination).errors == 0)
    #expect(wizard.state(of: .destination).toDo == 4)
    press([.tab], &wizard)
    #expect(rules(wizard) == ["required"])
    #expect(wizard.state(of: .destination).errors == 1)
  }

  @Test func `counts all issues in the review`() {
    var wizard = wizardAtBucket()
    press([.alt("5")], &wizard)
    #expect(wizard.state(of: .review).toDo == 0)
    #expect(wizard.state(of: .review).errors == wizard.draftValidation.count(.error))
  }

  @Test func `goes to the field of an issue`() throws {
    var wizard = wizardAtBucket()
    type("NO", &wizard)
    press([.alt("5")], &wizard)
    for index in wizard.draftValidation.issues.indices {
      press([.alt("5")], &wizard)
      let issue = try #require(wizard.reviewIssue(index))
      press(Array(repeating: .down, count: index) + [.enter], &wizard)
      #expect(wizard.item.flatMap { wizard.pointer(of: $0) } == issue.pointer)
    }
  }

  @Test func `never blocks leaving a step`() {
    var wizard = wizardAtBucket()
    type("!!", &wizard)
    for step in [Step.format, .schema, .review] {
      press([.control("n")], &wizard)
      #expect(wizard.step == step)
    }
    for step in [Step.schema, .format, .destination, .sink] {
      press([.control("p")], &wizard)
      #expect(wizard.step == step)
    }
  }

  @Test func `binds each key once per context, with a label`() {
    for context in Keymap.Context.allCases {
      let keys = Keymap.bindings(in: context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(context)")
      #expect(Keymap.bindings(in: context).allSatisfy { !$0.labels.isEmpty && !$0.does.isEmpty })
    }
  }

  @Test func `distinguishes empty from not set`() {
    var wizard = wizardAtBucket()
    let path: Pointer = "/config/path"
    for _ in wizard.rows where wizard.item != .parameter(path) { press([.tab], &wizard) }
    #expect(wizard.draft[path] == .notSet)
    press([.alt("0")], &wizard)
    #expect(wizard.draft[path] == .text(""))
    #expect(wizard.payload.contains("\"path\": \"\""))
    press([.alt("0")], &wizard)
    #expect(wizard.draft[path] == .notSet)
    type("x", &wizard)
    press([.backspace], &wizard)
    #expect(wizard.draft[path] == .notSet)
  }

  @Test func `undoes typing in one field as one change`() {
    var wizard = wizardAtBucket()
    type("events", &wizard)
    press([.control("_")], &wizard)
    #expect(wizard.draft["/config/bucket"] == .notSet)
    press([.alt("_")], &wizard)
    #expect(wizard.draft["/config/bucket"] == .text("events"))
    #expect(wizard.editing.editor?.text == "events")
  }
}
