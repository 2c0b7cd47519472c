import CloudflareAPI
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests notes on whether the value of a field exists in the account.
@Suite struct KnownValueTests {
  /// Returns a driver of a catalog sink with its bucket, at its table.
  private static func catalog() -> Driver {
    var driver = Driver(access: .available)
    driver.type("my_sink</type><Right></config/bucket>lake</config/table_name>")
    return driver
  }

  @Test func `says in the field that a table exists as soon as the list is known`() throws {
    var driver = Self.catalog()
    driver.type("orders")
    #expect(!driver.screen.contains("exists"))
    driver.type("<A-l>")
    try AccountPickerTests.answer(&driver, .success(.tables(Listing(["orders", "page_views"]))))
    driver.type("<Esc>")
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ●3/4]3 Format ✓    4 Schema ✓    5 Review ○7/8
      ╭─┤ Bucket of the catalog ├────────────────────────────────────────────────────╮
      │  Bucket            *  lake                                                   │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │ Iceberg table                                                                │
      │  Namespace            (default)                                              │
      │▸ Table             *  orders                           already exists; a si… │
      │ Credentials                                                                  │
      │  Catalog token     *                                                         │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ├─ Request ─ 3 of 4 required ──────────────────────────────────────────────────┤
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": "lake",                                                       │
      │▌     "table_name": "orders"                                                  │
      │    },                                                                        │
      │    "format": {                                                               │
      ╰───────────────────────────────────────────────────────────────── 6–10 of 13 ─╯
       Table · /config/table_name · required
       already exists; a sink creates its own table
       Table  lake › default.orders
       Alt-L list  Tab next  Alt-N next required (1)  Ctrl-N next step        F1 help
      """)
    driver.type("_new")
    #expect(driver.screen.contains(" free │"), "\(driver.screen)")
  }

  @Test func `offers a free name for a picked table, and says so in the field`() throws {
    var driver = Self.catalog()
    driver.type("<A-l>")
    try AccountPickerTests.answer(&driver, .success(.tables(Listing(["orders", "page_views"]))))
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/config/table_name"] == .text("orders_2"))
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ●3/4]3 Format ✓    4 Schema ✓    5 Review ○7/8
      ╭─┤ Bucket of the catalog ├────────────────────────────────────────────────────╮
      │  Bucket            *  lake                                                   │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │ Iceberg table                                                                │
      │  Namespace            (default)                                              │
      │▸ Table             *  orders_2                                          free │
      │ Credentials                                                                  │
      │  Catalog token     *                                                         │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ├─ Request ─ 3 of 4 required ──────────────────────────────────────────────────┤
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": "lake",                                                       │
      │▌     "table_name": "orders_2"                                                │
      │    },                                                                        │
      │    "format": {                                                               │
      ╰───────────────────────────────────────────────────────────────── 6–10 of 13 ─╯
       Table · /config/table_name · required
       The Iceberg table to create. It must not exist yet. Example: events
       Table  lake › default.orders_2
       orders already exists; orders_2 is available
      """)
  }

  @Test func `marks buckets that exist, and names that are taken`() throws {
    var driver = Driver(access: .available)
    driver.type("</config/bucket><A-l>")
    try AccountPickerTests.answer(&driver, .success(AccountPickerTests.buckets))
    driver.type("<Enter></config/bucket>")
    #expect(driver.screen.contains("exists │"), "\(driver.screen)")
    driver.type("x")
    #expect(!driver.screen.contains("exists │"))
  }

  @Test func `says in which jurisdiction a bucket exists if it is another one`() throws {
    var driver = Driver(access: .available)
    driver.type("</config/bucket><A-l>")
    try AccountPickerTests.answer(&driver, .success(AccountPickerTests.buckets))
    driver.type("<Esc>eu-events")
    #expect(driver.screen.contains("exists in jurisdiction eu"), "\(driver.screen)")
    driver.type("</config/jurisdiction>eu</config/bucket>")
    #expect(driver.screen.contains("exists │"))
    driver.type("<C-u>logs")
    #expect(driver.screen.contains("exists in the default jurisdiction"))
    driver.type("</config/jurisdiction><C-u>default</config/bucket>")
    #expect(driver.screen.contains("exists │"))
  }

  @Test func `repeats a failed check in its field until the value changes`() throws {
    var driver = AccountChecksTests.driver()
    driver.type("<A-5>")
    try AccountChecksTests.answer(&driver)
    driver.type("</config/bucket>")
    #expect(
      driver.screen.contains("not found; did you mean analytics-events?"), "\(driver.screen)")
    driver.type("x")
    #expect(!driver.screen.contains("did you mean"))
  }
}
