import Testing
import Wizard

/// Tests the filter of the help.
@Suite struct HelpFilterTests {
  @Test func `shows only the keys that contain a text, below their headings`() {
    var driver = Driver(typing: "<F1>clip")
    expectScreen(
      driver,
      """
       [1 Sink ●] 2 Destination ○  3 Format ✓  4 Schema ✓  5 Review ○         4 to do
      ──┌─ Help · filter: clip ────────────────────────────────────────────────────┐──
       S│ Everywhere                                                               │
      ▸ │   Alt-W           copy the request to the terminal's clipboard           │
        │                                                                          │t
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
      ──│                                                                          │──
       N└─ type to filter · ↑ ↓ scroll · Esc close ────────────────────────────────┘
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """)
    driver.type("qqq")
    #expect(driver.screen.contains("no match"))
    driver.type("<BS><BS><BS>")
    #expect(driver.screen.contains("Alt-W"))
    driver.type("<C-u>")
    #expect(driver.screen.contains("Help · Sink"))
    driver.type("<Esc>")
    #expect(driver.wizard.overlay == nil)
  }
}
