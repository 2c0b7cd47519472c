import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests a terminal that is too small.
@Suite struct TooSmallTests {
  @Test func `asks for a larger terminal, and ignores keys`() {
    var driver = Driver(rows: 10, columns: 40)
    driver.type("name")
    expectScreen(
      driver,
      """
      sinkwizard needs 60 columns and 16 rows;
      this terminal has 40 and 10. Make it
      larger: nothing is lost.







      """)
    // Fields that are not visible receive no keys, and quitting still asks for confirmation.
    #expect(driver.wizard.draft["/name"] == .notSet)
    _ = driver.wizard.handle(.resized(rows: 24, columns: 80))
    driver.type("name")
    _ = driver.wizard.handle(.resized(rows: 5, columns: 70))
    driver.type("<C-q>")
    #expect(driver.screen.contains("would be lost. y quit"))
    driver.type("n")
    _ = driver.wizard.handle(.resized(rows: 24, columns: 80))
    #expect(driver.screen.contains("*  name"))
  }
}
