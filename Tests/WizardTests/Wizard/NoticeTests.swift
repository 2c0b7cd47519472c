import Testing
import Wizard

/// Tests notices on the screen and in line mode.
@Suite struct NoticeTests {
  @Test func `names keys on screen and commands in line mode`() {
    let imported = Notice.imported(2, name: "events.ndjson")
    #expect(imported.text(for: .screen) == "2 columns from events.ndjson; Ctrl-_ undoes it")
    #expect(imported.text(for: .lines) == "2 columns from events.ndjson; /undo undoes it")
    #expect(Notice.noClipboard.text(for: .screen).hasSuffix("Ctrl-S saves to a file"))
    #expect(Notice.noClipboard.text(for: .lines).hasSuffix("/save saves to a file"))
  }

  @Test func `appends messages about drafts to an earlier notice`() {
    let drafts = Notice.drafts(
      ["two drafts were kept"], after: .opened(name: "a.json", replacesInput: false))
    #expect(
      drafts.text(for: .screen) == "a.json is open; no issues found; two drafts were kept")
    #expect(
      Notice.opened(name: "a.json", replacesInput: true).text(for: .lines)
        == "a.json is open; no issues found; /undo restores your input")
  }
}
