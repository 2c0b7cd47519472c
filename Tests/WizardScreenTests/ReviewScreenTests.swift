import Testing

/// Whole screens of the review.
@Suite struct ReviewScreenTests {
  @Test func `lists the issues`() {
    var driver = Driver()
    driver.type("2fast<Tab><Right><C-n>bucket<A-3><Left><A-5>")
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✗2   3 Format !1   4 Schema ✓   [5 Review ✗2  ]
      ╭─┤ Summary ├──────────────────────────────────────────────────────────────────╮
      │ JSON files in the table default.‹table› of bucket. A new file after 5m.      │
      │                                                                              │
      │  ✓ account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ✓ name                  2fast                                               │
      │  ✓ bucket                bucket                                              │
      │  ✗ table                 missing                                             │
      │                                                                              │
      │ 2 errors · 1 warning · 1 note                                                │
      │▸ ✗ Catalog token: is required                                                │
      │  ✗ Table: is required                                                        │
      │  ! Format › Format: Data Catalog sinks support only parquet, got "json"      │
      │  i Name: a name that begins with a digit fails in SQL, even in quotes        │
      │ Actions                                                                      │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      │  [ Export ]      for curl, Terraform, Python, wrangler, or as HTTP           │
      │  [ Copy ]        the request goes to the terminal's clipboard                │
      ╰─ 2 errors · 1 warning · 6 of 8 required ──────────────────────── 1–15 of 16 ─╯
       /config/token · required · Enter goes to its field
       ✗ error: is required
       Table  bucket › default.‹table›
       Enter press  Tab next  Alt-N next issue (4)  Ctrl-X print JSON         F1 help
      """,
      styles: """
        .ssssssss....eeeeeeeeeeeeeeee...wwwwwwwwwww...ssssssssss...AAAAAAAAAAEE..A
        aaaAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a..............................................................................a
        a..............................................................................a
        a..s...........................................................................a
        a..s...........................................................................a
        a..s...........................................................................a
        a..e...........................................................................a
        a..............................................................................a
        a.BBBBBBBBBBBBBBBBBBBBBBBBBBBBB................................................a
        aA-^-.......-......-..-........------------------------------------------------a
        a..e...........................................................................a
        a..w...........................................................................a
        a..a...........................................................................a
        a.BBBBBBB......................................................................a
        a..RRRRRRRRRRRRRR..ddddddddddddddddddddddddddddddddddd.........................a
        a..aaaaaaaa........ddddddddddddddddddddddddddddddddddd.........................a
        a..aaaaaaaaaa......ddddddddddddddddddddddddddddddddddddddddddddddddd...........a
        a..aaaaaaaa........dddddddddddddddddddddddddddddddddddddddddddd................a
        aadeeeeeeeeeddwwwwwwwwwwdd................aaaaaaaaaaaaaaaaaaaaaaaaddddddddddddaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .eeeeeeeeeeeeeeeeeeee
        .ddddddd
        .AAAAA........AAA.......AAAAA.................AAAAAA....................AA
        """)
  }
}
