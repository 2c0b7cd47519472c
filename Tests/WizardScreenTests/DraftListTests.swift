import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the list of saved drafts at startup.
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
    driver.type("q<Del>")
    #expect(driver.effects.isEmpty && driver.screen.contains("no match"))
    driver.type("<BS><Down><Enter>")
    #expect(driver.effects == [.resume(number: 2)])
  }

  @Test(arguments: ["<Tab>", "<Enter>"])
  func `uses a name typed before the list appeared for a new sink`(key: String) throws {
    var driver = try Self.driver()
    driver.type("my_sink")
    #expect(driver.screen.contains("Enter start my_sink"), "\(driver.screen)")
    driver.type(key)
    #expect(driver.wizard.overlay == nil && driver.effects.isEmpty)
    #expect(driver.wizard.draft["/name"] == .text("my_sink"))
    #expect(driver.wizard.item == .parameter("/type"))
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○5/8
      ╭─┤ Sink ├─────────────────────────────────────────────────────────────────────╮
      │  Name              *  my_sink                                          7/128 │
      │▸ Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │    "name": "my_sink",                                                        │
      │▌   "type": "r2",                                                             │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Type · /type · required
       The destination: files in an R2 bucket, or a table in the bucket's Data
       Catalog. r2: files in an R2 bucket.
       Started a new sink; run with --resume to continue the draft
      """)
  }

  @Test func `keeps typed text as the name when a new sink is started`() throws {
    var driver = try Self.driver()
    driver.type("order")
    #expect(driver.screen.contains("Esc start order"), "\(driver.screen)")
    driver.type("<Esc>s2")
    #expect(driver.wizard.draft["/name"] == .text("orders2"))
    driver.type("<C-_><C-_>")
    #expect(driver.wizard.draft["/name"] == .notSet)
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
