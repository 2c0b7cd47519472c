import SinkDraft
import SinkSpec
import Testing
import Wizard

/// The list of saved drafts at the start.
struct DraftListTests {
  private static func driver() throws -> Driver {
    var driver = Driver()
    let drafts = try ["clicks", "orders", "order_items"].enumerated().map { index, name in
      let line =
        "{\"sinkwizard_draft\":1,\"name\":\"\(name)\",\"type\":\"r2\",\"columns\":3,"
        + "\"saved_at\":\"2026-11-23T20:15:30Z\",\"endpoint\":\"api.example\"}"
      return try DraftSummary(reading: Array(line.utf8), number: index + 1)
    }
    driver.wizard.offer(drafts)
    return driver
  }

  @Test func `finds a draft by typing`() throws {
    var driver = try Self.driver()
    #expect(driver.screen.contains("type to filter"), "\(driver.screen)")
    driver.type("ORDER_")
    #expect(driver.screen.contains("filter: ORDER_") && !driver.screen.contains("clicks"))
    driver.type("<Enter>")
    #expect(driver.effects == [.resume(number: 3)])
  }

  @Test func `shows that no draft matches`() throws {
    var driver = try Self.driver()
    driver.type("q<Enter><Del>")
    #expect(driver.effects.isEmpty && driver.screen.contains("no match"))
    driver.type("<BS><Down><Enter>")
    #expect(driver.effects == [.resume(number: 2)])
  }

  @Test func `deletes the draft that is shown`() throws {
    var driver = try Self.driver()
    driver.type("items<Del>y")
    #expect(driver.effects == [.deleteDraft(number: 3)])
    #expect(driver.screen.contains("no match"))
    driver.type("<C-u>")
    #expect(driver.screen.contains("orders") && !driver.screen.contains("order_items"))
  }
}
