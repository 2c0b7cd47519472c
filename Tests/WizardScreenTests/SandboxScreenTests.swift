import SinkDraft
import Testing
import Wizard

/// Tests that every screen of a rehearsal names the sandbox.
@Suite struct SandboxScreenTests {
  @Test func `names the sandbox at 120 by 40 in the line of the steps`() {
    let driver = Driver(rows: 40, columns: 120, endpoint: SavedDraft.sandbox)
    let line = driver.screen.prefix { $0 != "\n" }
    #expect(line.hasSuffix("account 0123…c353 · sandbox"), "\(line)")
  }

  @Test func `names the sandbox at 80 by 24 in the border of the form`() {
    let driver = Driver(endpoint: SavedDraft.sandbox)
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─┤ Sink ├─ sandbox ───────────────────────────────────────────────────────────╮
      │▸ Name              *                                                         │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 2 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": ‹required›,                                                       │
      │    "type": "r2",                                                             │
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
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink
       → example  Tab next  Alt-N next required (4)  Ctrl-N next step         F1 help
      """)
  }

  @Test(arguments: [(16, 60), (24, 80), (24, 86), (24, 99), (40, 120), (60, 200)], Step.allCases)
  func `names the sandbox once in every step`(size: (Int, Int), step: Step) {
    for endpoint in [SavedDraft.sandbox, "api.cloudflare.com"] {
      var driver = Driver(
        rows: size.0, columns: size.1, target: .available("here"), endpoint: endpoint)
      driver.type("<A-\(step.number)>")
      let top = driver.screen.split(separator: "\n").prefix(2).joined()
      let count = top.ranges(of: "sandbox").count
      #expect(count == (endpoint == SavedDraft.sandbox ? 1 : 0), "\(driver.screen)")
    }
  }
}
