import Testing
import Wizard

/// What notices say on the screen and in line mode.
@Suite struct NoticeTests {
  @Test func `names commands as the interface does`() {
    let imported = Notice.imported(2, name: "events.ndjson")
    #expect(imported.text(for: .screen) == "2 columns from events.ndjson; Ctrl-_ undoes it")
    #expect(imported.text(for: .lines) == "2 columns from events.ndjson; /undo undoes it")
    #expect(Notice.noClipboard.text(for: .screen).hasSuffix("Ctrl-S saves to a file"))
    #expect(Notice.noClipboard.text(for: .lines).hasSuffix("/save saves to a file"))
  }

  @Test func `follows an earlier notice with what was found about drafts`() {
    let drafts = Notice.drafts(["two drafts were kept"], after: .opened(name: "a.json"))
    #expect(
      drafts.text(for: .screen) == "a.json is open; no issues found; two drafts were kept")
  }
}
