import Screen
import SinkDraft
import SinkExport
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Tests that clicks and the wheel have the effect of the keys for the clicked target.
@Suite struct MouseTests {
  private static func driver(rows: Int = 40, columns: Int = 120) -> Driver {
    var driver = Driver(rows: rows, columns: columns)
    driver.type("<F4>")
    return driver
  }

  @Test func `is off by default, and explains text selection when enabled`() {
    var driver = Driver()
    driver.point(row: 4, column: 10)
    #expect(driver.wizard.item == .parameter("/name"))
    driver.type("<F4>")
    #expect(driver.wizard.display.isMouseOn)
    #expect(driver.screen.contains("hold Shift to select text"))
    driver.type("<F4>")
    #expect(!driver.wizard.display.isMouseOn)
    #expect(driver.screen.contains("select text as usual"))
  }

  @Test func `focuses a field and places the cursor at the clicked character`() {
    var driver = Self.driver()
    driver.type("abcdef<A-2>日本bucket<Tab>")
    driver.point(at: "日本bucket", character: 2)
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    driver.type("X")
    #expect(driver.wizard.draft["/config/bucket"] == .text("日X本bucket"))
    driver.point(at: "日X本bucket", character: 12)
    driver.type("Y")
    #expect(driver.wizard.draft["/config/bucket"] == .text("日X本bucketY"))
    driver.point(at: "Path")
    #expect(driver.wizard.item == .parameter("/config/path"))
  }

  @Test func `hits the visible character of scrolled text`() {
    var driver = Self.driver(rows: 24, columns: 80)
    driver.type(String(repeating: "0123456789", count: 12))
    let editor = driver.wizard.editing.editor
    driver.point(at: "456789 ", character: 2)
    driver.type("X")
    #expect(editor?.cursor == 120)
    #expect(driver.wizard.draft["/name"].text.hasSuffix("45X6789"))
  }

  @Test func `reveals and changes nothing on a masked secret`() {
    var driver = Self.driver()
    driver.type("</config/credentials/access_key_id>N33DLE<Tab>")
    driver.point(at: "Access key ID", character: 24)
    #expect(driver.wizard.item == .parameter("/config/credentials/access_key_id"))
    #expect(!driver.screen.contains("N33DLE"))
    #expect(driver.wizard.draft["/config/credentials/access_key_id"] == .text("N33DLE"))
  }

  @Test func `focuses a choice, opens its list, and selects a value`() {
    var driver = Self.driver()
    driver.type("<A-3>")
    driver.point(at: "Compression")
    #expect(driver.wizard.overlay == nil)
    driver.point(at: "Compression")
    driver.point(at: "gzip")
    #expect(driver.wizard.overlay == nil)
    #expect(driver.wizard.draft["/format/compression"] == .text("gzip"))
    driver.point(at: "‹ gzip ›")
    driver.type("<S-Tab>")
    driver.point(at: "Compression")
    driver.point(at: "Compression")
    driver.point(at: "Esc close")
    #expect(driver.wizard.overlay == nil)
  }

  @Test func `goes to a clicked step, and focuses a clicked cell`() {
    var driver = Self.driver()
    driver.point(at: "4 Schema")
    #expect(driver.wizard.step == .schema)
    driver.point(at: "[ Add a column ]")
    driver.type("one<Tab>int32<Enter>two<Tab>bool")
    driver.point(at: "int32")
    #expect(driver.wizard.item == .field(driver.wizard.draft.fields[0].id, .type))
    driver.point(at: "one", character: 1)
    driver.type("X")
    #expect(driver.wizard.draft.fields[0].name == .text("oXne"))
  }

  @Test func `sends keys to the clicked field while a filter is open`() {
    var driver = Self.driver()
    driver.type("<A-4><Enter>one<Enter>two<Enter>three<A-/>t")
    driver.point(at: "three", character: 5)
    driver.type("X")
    #expect(driver.wizard.draft.fields.map(\.name.text) == ["one", "two", "threeX"])
    #expect(driver.wizard.columns.search?.editor.text == "t")
  }

  @Test func `goes to the field of a clicked issue`() {
    var driver = Self.driver()
    driver.type("<A-5>")
    driver.point(at: "Bucket: is required")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
  }

  @Test func `goes to the field of a clicked request line`() {
    var driver = Self.driver()
    driver.type("name<A-3>")
    driver.point(at: "\"name\": \"name\"")
    #expect(driver.wizard.item == .parameter("/name"))
    driver.point(at: "\"bucket\"")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    let before = driver.wizard.item
    driver.point(row: 2, column: 65)
    #expect(driver.wizard.item == before)
    #expect(driver.wizard.notice == .noFieldOnLine)
  }

  @Test func `scrolls the pane under the wheel, and returns to the focus on the next key`() {
    var driver = Self.driver(rows: 16, columns: 120)
    driver.type("<A-2>")
    driver.point(.wheelDown, row: 5, column: 5)
    #expect(driver.wizard.navigation.topRow == 3)
    #expect(!driver.screen.contains("▸"))
    driver.type("x")
    #expect(driver.screen.contains("▸ Bucket"))
    let top = driver.wizard.requestPane.topLine
    driver.point(.wheelDown, row: 5, column: 100)
    #expect(driver.wizard.requestPane.topLine != top)
    #expect(driver.screen.contains("▸ Bucket"))
    driver.type("<F1>")
    driver.point(.wheelDown, row: 10, column: 50)
    #expect((driver.wizard.overlay as? HelpPage)?.position.firstLine == 3)
    driver.point(.wheelDown, row: 0, column: 0)
    #expect((driver.wizard.overlay as? HelpPage)?.position.firstLine == 3)
  }

  @Test func `ignores clicks behind a confirmation, and asks before submitting`() {
    var settings = Wizard.Settings()
    settings.target = .available("the sandbox")
    var driver = Self.driver()
    driver.wizard = Wizard(
      account: Driver.account, now: driver.wizard.now, settings: settings)
    driver.send(.resized(rows: 40, columns: 120))
    driver.wizard.open(
      name: "a",
      Array(
        #"{"name": "a", "type": "r2_data_catalog", "format": {"type": "parquet"}, "config": {"account_id": "0123105f4ecef8ad9ca31a8372d0c353", "bucket": "bucket", "table_name": "t", "token": "x"}}"#
          .utf8))
    driver.type("<Esc><F4><A-5>")
    driver.point(at: "[ Create sink ]")
    guard driver.wizard.overlay is Question else {
      Issue.record("it does not ask: \(driver.screen)")
      return
    }
    #expect(driver.effects == [])
    driver.point(at: "2 Destination")
    driver.point(row: 2, column: 3)
    driver.point(at: "y or n")
    driver.point(at: "Create this sink?")
    #expect(driver.effects == [])
    #expect(driver.wizard.step == .review)
    driver.point(at: "n  go back")
    #expect(driver.wizard.overlay == nil)
    #expect(driver.effects == [])
    driver.point(at: "[ Create sink ]")
    driver.point(at: "y  create it")
    guard case .submit? = driver.effects.last else {
      Issue.record("not sent")
      return
    }
  }

  @Test func `accepts or cancels a search with the footer's keys`() {
    var driver = Self.driver()
    driver.type("<A-4><Enter>alpha<Enter>beta<A-/>al")
    driver.point(at: "Enter keep")
    #expect(driver.wizard.columns.search?.isTyping == false)
    driver.type("<A-/>")
    driver.point(at: "Esc end the search")
    #expect(driver.wizard.columns.search == nil)
  }

  @Test func `presses a clicked key of the key bar`() {
    var driver = Self.driver()
    driver.type("<Tab>")
    driver.point(at: "F1 help")
    #expect(driver.wizard.overlay is HelpPage)
    driver.point(at: "Esc close")
    driver.point(at: "Ctrl-N next step")
    #expect(driver.wizard.step == .destination)
  }

  @Test func `selects with one click and confirms with another`() {
    var driver = Self.driver()
    driver.type("<C-t>")
    driver.point(at: "Terraform")
    #expect(driver.screen.contains("▸ 4 Terraform"))
    driver.point(at: "Terraform")
    guard driver.wizard.overlay is FileNamePrompt else {
      Issue.record("no prompt for a file name")
      return
    }
  }

  @Test func `presses a clicked key of an overlay's footer`() throws {
    var driver = Self.driver()
    driver.type("<C-t>")
    driver.point(at: "c copy")
    #expect(driver.wizard.overlay == nil)
    guard case .copy? = driver.effects.last else {
      Issue.record("not copied")
      return
    }
    let line =
      #"{"sinkwizard_draft":1,"name":"a","type":"r2","columns":0,"saved_at":"2026-01-01T00:00:00Z"}"#
    driver.wizard.offer([try DraftSummary(reading: Array(line.utf8), number: 7)])
    driver.point(at: "Del delete")
    #expect(driver.effects.last != .deleteDraft(number: 7))
    driver.point(at: "y delete it permanently")
    #expect(driver.effects.last == .deleteDraft(number: 7))
    #expect(driver.wizard.overlay == nil)
  }
}
