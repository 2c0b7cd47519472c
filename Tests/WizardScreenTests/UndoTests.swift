import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests undo and redo: the extent of a change, and the focus after it.
@Suite struct UndoTests {
  private func name(_ driver: Driver) -> String { driver.wizard.draft["/name"].text }

  @Test func `undoes word by word, and a run of deletions at once`() {
    var driver = Driver()
    driver.type("one two  three<BS><BS>")
    #expect(name(driver) == "one two  thr")
    driver.type("<C-_>")
    #expect(name(driver) == "one two  three")
    driver.type("<C-_>")
    #expect(name(driver) == "one two  ")
    driver.type("<C-_>")
    #expect(name(driver) == "one ")
    driver.type("<C-_>")
    #expect(name(driver) == "")
    driver.type("<A-_><A-_><A-_><A-_>")
    #expect(name(driver) == "one two  thr")
  }

  @Test func `undoes a paste as one change`() {
    var driver = Driver()
    driver.type("a")
    driver.press(.paste("b c d"))
    driver.type("e")
    #expect(name(driver) == "ab c de")
    driver.type("<C-_>")
    #expect(name(driver) == "ab c d")
    driver.type("<C-_>")
    #expect(name(driver) == "a")
  }

  @Test func `starts a new change after the focus or cursor moved`() {
    var driver = Driver()
    driver.type("ab<Tab><S-Tab>cd<Left>x")
    for expected in ["abcd", "ab", ""] {
      driver.type("<C-_>")
      #expect(name(driver) == expected)
      #expect(driver.wizard.editing.editor?.text == expected)
    }
  }

  @Test func `undoes a choice by letters as one change`() {
    var driver = Driver()
    driver.type("</format/compression>uncompressed<C-_>")
    #expect(driver.wizard.draft["/format/compression"] == .notSet)
    driver.type("<A-_>")
    #expect(driver.wizard.draft["/format/compression"] == .text("uncompressed"))
  }

  @Test func `moves the focus to the change`() {
    var driver = Driver()
    driver.type("name<A-2>bucket<A-3><C-_>")
    #expect(driver.wizard.step == .destination)
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    driver.type("<A-5><C-_>")
    #expect(driver.wizard.step == .sink)
    driver.type("<A-5><A-_>")
    #expect(driver.wizard.item == .parameter("/name"))
    #expect(name(driver) == "name")
    driver.type("<A-5><A-_>")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    #expect(driver.wizard.draft["/config/bucket"] == .text("bucket"))
    driver.type("<A-_>")
    #expect(driver.wizard.notice == .nothingToRedo)
  }

  @Test func `unfolds a struct or the details to show a change`() {
    var driver = Driver(rows: 40, columns: 120)
    driver.type("<A-4><Enter>box<Tab>stru<Enter>inner<F6>")
    driver.type("</schema/fields/0/fields/0/metadata_key>key")
    let item = driver.wizard.item
    #expect(driver.wizard.entry(of: item ?? .columns) == .text("key"))
    driver.type("<F6><S-Tab><Up><A-c><A-1><C-_>")
    #expect(driver.wizard.item == item)
    #expect(driver.screen.contains("▸"))
    driver.type("<A-1><A-_>")
    #expect(driver.wizard.item == item)
    #expect(driver.screen.contains("▸"))
  }

  @Test func `records no change for a column left empty`() {
    var driver = Driver()
    driver.type("name<A-4><Enter><A-1>")
    #expect(driver.wizard.draft.fields.isEmpty)
    driver.type("<C-_>")
    #expect(name(driver) == "")
  }

  @Test func `restores deleted columns and focuses them`() {
    var driver = Driver()
    driver.type("<A-4><Enter>a<Enter>b<Enter>c<Up><F8>")
    #expect(driver.wizard.draft.fields.map(\.name.text) == ["a", "c"])
    driver.type("<A-1><C-_>")
    #expect(driver.wizard.draft.fields.map(\.name.text) == ["a", "b", "c"])
    #expect(driver.wizard.item == .field(driver.wizard.draft.fields[1].id, .name))
  }

  @Test func `undoes a change of marked columns at once`() {
    var driver = Driver()
    driver.type("<A-4><Enter>a<Tab>int32<Enter>b<Tab>bool<Enter>c<Tab>json<A-g><A-s>type str")
    driver.type("<Enter>")
    driver.type("<C-_>")
    #expect(driver.wizard.draft.fields.map(\.type.text) == ["int32", "bool", "json"])
    #expect(driver.wizard.columns.marked.count == 3)
    driver.type("<A-s>delete<Enter>")
    #expect(driver.wizard.draft.fields.isEmpty)
    driver.type("<C-_>")
    #expect(driver.wizard.columns.marked == Set(driver.wizard.draft.fields.map(\.id)))
    #expect(driver.wizard.columns.marked.count == 3)
  }
}
