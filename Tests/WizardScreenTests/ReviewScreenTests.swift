import Testing

/// Whole screens of the review.
@Suite struct ReviewScreenTests {
  @Test func `lists the issues`() {
    var driver = Driver()
    driver.type("2fast<Tab><Right><C-n>bucket<A-3><Left><A-5>")
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✗  3 Format !  4 Schema ✓ [5 Review ✗]       2 errors
      ────────────────────────────────────────────────────────────────────────────────
       2 errors · 1 warning · 1 note
      ▸ ✗ Catalog token: is required
        ✗ Table: is required
        ! Format · Format: Data Catalog sinks support only parquet, got "json"
        i Name: a name that begins with a digit needs quotes in SQL
       Actions
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        [ Export ]      for curl, Terraform, Python, wrangler, or as HTTP
        [ Copy ]        the request goes to the terminal's clipboard
        [ Quit ]        without printing it






      ────────────────────────────────────────────────────────────────────────────────
       /config/token · required · Enter goes to its field
       ✗ error: is required
       Table  bucket › default.‹table›
       Enter press  Tab next  Alt-N next issue (4)  Ctrl-N next step          F1 help
      """,
      styles: """
        BsssssssssseeeeeeeeeeeeeeeeewwwwwwwwwwwwssssssssssssAAAAAAAAAAAA.......eeeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        A.e.rrrrrrrrrrrrrrrrrrrrrrrrrr
        ..e
        ..w
        ..a
        .BBBBBBB
        ..aaaaaaaaaaaaaa..ddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........ddddddddddddddddddddddddddddddddddd
        ..aaaaaaaaaa......ddddddddddddddddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........dddddddddddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........ddddddddddddddddddd






        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .eeeeeeeeeeeeeeeeeeee
        .ddddddd
        .AAAAA........AAA.......AAAAA.................AAAAAA....................AA
        """)
  }
}
