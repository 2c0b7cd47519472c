import Testing
import Wizard

@Suite struct SuspendingTests {
  @Test(arguments: [
    "", "<F1>", "<C-s>", "x<C-q>", "<C-t>", "<A-4>", "<A-4><A-i>", "<C-n><C-n>",
  ])
  func `suspends on Ctrl-Z whatever is open`(keys: String) {
    var driver = Driver()
    driver.type(keys)
    let before = driver.screen
    driver.effects = []
    driver.type("<C-z>")
    #expect(driver.effects == [.suspend])
    #expect(driver.screen == before)
  }

  @Test func `suspends on Ctrl-Z on a screen that is too small`() {
    var driver = Driver(rows: 2, columns: 2)
    driver.type("<C-z>")
    #expect(driver.effects == [.suspend])
  }
}
