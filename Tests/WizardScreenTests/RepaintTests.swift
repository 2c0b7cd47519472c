import Screen
import Testing
import Wizard

/// Tests Ctrl-L, which repaints the screen after something else wrote to it.
struct RepaintTests {
  @Test(arguments: [
    "", "orders<C-x>", "<C-n>", "<F1>", "<F1>help", "<C-s>name", "<C-t>", "<F2>", "<F2>/name",
    "<A-5>",
    "<A-4><F7>id<A-/>i", "<A-4><F3>", "<A-3> ", "x<C-q>", "<C-o>", "<A-4><A-e>",
  ])
  func `paints the screen again everywhere, and changes nothing`(keys: String) {
    var driver = Driver(typing: keys)
    let before = driver.screen
    let cursor = driver.canvas.cursor
    driver.effects = []
    driver.press(.control("l"))
    #expect(driver.effects == [.repaint])
    #expect(driver.screen == before)
    #expect(driver.canvas.cursor == cursor)
  }

  @Test func `keeps the notice, and works below the least size`() {
    var driver = Driver(typing: "<C-_>")
    let before = driver.screen
    driver.press(.control("l"))
    #expect(driver.screen == before && driver.wizard.notice != nil)
    driver.send(.resized(rows: 5, columns: 20))
    driver.effects = []
    driver.press(.control("l"))
    #expect(driver.effects == [.repaint])
  }
}
