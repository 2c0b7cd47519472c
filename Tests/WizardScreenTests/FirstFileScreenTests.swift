import SinkSpec
import Testing
import Wizard

/// Tests that the path of the first file is shown whole.
@Suite struct FirstFileScreenTests {
  private static let keys =
    "my_sink</config/bucket>analytics-events</config/path>events/raw/production"
    + "</config/partitioning/time_pattern>year=%Y/month=%m/day=%d/hour=%H"

  @Test func `wraps the path at 80 by 24`() {
    var driver = Driver()
    driver.type(Self.keys)
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ✗2  ]3 Format ✓    4 Schema ✓    5 Review ✗2
      ╭─┤ R2 bucket ├────────────────────────────────────────────────────────────────╮
      │  Bucket            *  analytics-events                                       │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │  Jurisdiction         (none)                                                 │
      │  Path                 events/raw/production                                  │
      │ Credentials                                                                  │
      │  Access key ID     *✗                                               required │
      │  Secret access key *✗                                               required │
      │ Files                                                                        │
      │  Name prefix          (none)                                                 │
      │  Name strategy        ‹ not set ›                                   (a UUID) │
      │  Suffix               (the format's extension)                               │
      │▸ Time pattern         …ar=%Y/month=%m/day=%d/hour=%H   now year=2026/month=… │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ╰─ 2 errors · 2 of 4 required ─────────────────────────────────────────────────╯
       Time pattern · /config/partitioning/time_pattern · optional
       now year=2026/month=11/day=23/hour=20
       First file  events/raw/production/year=2026/month=11/day=23/hour=20/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next required (2)  Ctrl-N next step  F2 request        F1 help
      """)
  }

  @Test(
    arguments: [(24, 60), (24, 80), (40, 120), (60, 200)], [Step.destination, .format, .review])
  func `shows the path whole at every size`(size: (Int, Int), step: Step) {
    var driver = Driver(rows: size.0, columns: size.1)
    driver.type(Self.keys + "<A-\(step.number)>")
    let text = driver.wizard.firstWritten.text
    let screen = driver.screen.filter { !$0.isWhitespace }
    #expect(screen.contains("Firstfile" + text), "\(driver.screen)")
    #expect(driver.screen.contains("▸"), "\(driver.screen)")
  }
}
