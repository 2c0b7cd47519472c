import Screen
import SinkExport
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Clicks and the wheel: they do what keys would do with what is painted there.
@Suite struct MouseTests {
  private static func driver(rows: Int = 40, columns: Int = 120) -> Driver {
    var driver = Driver(rows: rows, columns: columns)
    driver.type("<F4>")
    return driver
  }

  @Test func `it is off until asked for, and says what it takes away`() {
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

  @Test func `a click focuses a field and puts the cursor at the character`() {
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

  @Test func `a click in a long text that is scrolled hits the character that shows`() {
    var driver = Self.driver(rows: 24, columns: 80)
    driver.type(String(repeating: "0123456789", count: 12))
    let editor = driver.wizard.editing.editor
    driver.point(at: "456789 ", character: 2)
    driver.type("X")
    #expect(editor?.cursor == 120)
    #expect(driver.wizard.draft["/name"].text.hasSuffix("45X6789"))
  }

  @Test func `a click on a masked secret tells nothing and changes nothing`() {
    var driver = Self.driver()
    driver.type("</config/credentials/access_key_id>N33DLE<Tab>")
    driver.point(at: "Access key ID", character: 24)
    #expect(driver.wizard.item == .parameter("/config/credentials/access_key_id"))
    #expect(!driver.screen.contains("N33DLE"))
    #expect(driver.wizard.draft["/config/credentials/access_key_id"] == .text("N33DLE"))
  }

  @Test func `a choice is focused, then its list opens, and a click there chooses`() {
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

  @Test func `a step's name in the header leads there, and a cell of a column has the focus`() {
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

  @Test func `after a click while a filter is typed, keys go to what was clicked`() {
    var driver = Self.driver()
    driver.type("<A-4><Enter>one<Enter>two<Enter>three<A-/>t")
    driver.point(at: "three", character: 5)
    driver.type("X")
    #expect(driver.wizard.draft.fields.map(\.name.text) == ["one", "two", "threeX"])
    #expect(driver.wizard.columns.search?.editor.text == "t")
  }

  @Test func `an issue in the review leads to its field`() {
    var driver = Self.driver()
    driver.type("<A-5>")
    driver.point(at: "Bucket: is required")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
  }

  @Test func `clicks on lines of the request`() {
    var driver = Self.driver()
    driver.type("name<A-3>")
    driver.point(at: "\"name\": \"name\"")
    #expect(driver.wizard.item == .parameter("/name"))
    driver.point(at: "\"bucket\"")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    let before = driver.wizard.item
    driver.point(row: 3, column: 65)
    #expect(driver.wizard.item == before)
    #expect(driver.wizard.notice == .noFieldOnLine)
  }

  @Test func `the wheel scrolls what is under it, and the next key comes back to the focus`() {
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

  @Test func `behind a question nothing can be clicked, and submitting asks first`() {
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
    driver.point(at: "[ Submit ]")
    guard driver.wizard.overlay is Question else {
      Issue.record("it does not ask: \(driver.screen)")
      return
    }
    #expect(driver.effects == [])
    driver.point(at: "2 Destination")
    driver.point(row: 2, column: 3)
    driver.point(at: "y or n")
    driver.point(at: "Sure?")
    #expect(driver.effects == [])
    #expect(driver.wizard.step == .review)
    driver.point(at: "n  go back")
    #expect(driver.wizard.overlay == nil)
    #expect(driver.effects == [])
    driver.point(at: "[ Submit ]")
    driver.point(at: "y  create it")
    guard case .submit? = driver.effects.last else {
      Issue.record("not sent")
      return
    }
  }

  @Test func `a click on the footer keeps or ends the search that is being typed`() {
    var driver = Self.driver()
    driver.type("<A-4><Enter>alpha<Enter>beta<A-/>al")
    driver.point(at: "Enter keep")
    #expect(driver.wizard.columns.search?.isTyping == false)
    driver.type("<A-/>")
    driver.point(at: "Esc end the search")
    #expect(driver.wizard.columns.search == nil)
  }

  @Test func `the keys at the bottom can be clicked`() {
    var driver = Self.driver()
    driver.type("<Tab>")
    driver.point(at: "F1 help")
    #expect(driver.wizard.overlay is HelpPage)
    driver.point(at: "Esc close")
    driver.point(at: "Ctrl-N next step")
    #expect(driver.wizard.step == .destination)
  }

  @Test func `lists of exports and drafts take a click to look and another to go on`() {
    var driver = Self.driver()
    driver.type("<C-t>")
    driver.point(at: "Terraform")
    #expect(driver.screen.contains("▸ Terraform"))
    driver.point(at: "Terraform")
    guard driver.wizard.overlay is FileNamePrompt else {
      Issue.record("no name is asked for")
      return
    }
  }

  @Test func `the keys named below a box can be clicked`() throws {
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
