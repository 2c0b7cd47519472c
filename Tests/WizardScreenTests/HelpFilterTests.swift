import Testing
import Wizard

/// Tests the filter of the help.
@Suite struct HelpFilterTests {
  @Test func `shows only the keys that contain a text, below their headings`() {
    var driver = Driver(typing: "<F1>clip")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸╭─┤ Help · filter: clip ├──────────────────────────────────────────────────╮ │
      │ │ Everywhere                                                               │ │
      │ │   Alt-W           copy the request to the terminal's clipboard           │ │
      ├─│                                                                          │─┤
      │ │                                                                          │ │
      │▌│                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      ╰─│                                                                          │─╯
       N│                                                                          │
       T╰─ type to filter · ↑ ↓ scroll · Esc close ────────────────────────────────╯
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
