import Testing

/// Whole screens of the schema step.
@Suite struct SchemaScreenTests {
  @Test func `shows the column tree`() {
    var driver = Driver()
    driver.type("<A-4><Enter>id<Tab>int6<Tab>y<Enter>at<Tab>t<Tab><Tab>s<Enter>tags<Tab>l<Enter>s")
    driver.type("<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>int3<Enter><Enter>x<F6>")
    expectScreen(
      driver,
      """
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Columns                                Type           Required   Unit
         id                                   int64          yes
         at                                   timestamp      (no)       second
         tags                                 list           (no)
           each item                          string
         meta                                 struct         (no)
           source                             string         (no)
           prio                               int32          (no)
      ▸  x                                    string         (no)
          Metadata key       (none)
          SQL name           (computed)
        [ Add a column ]
        [ Import a schema file ]
        [ From sample events ]
       Advanced
        Columns sent         ‹ listed ›             sends the columns that are listed
        Inferred             ‹ not set ›                                 (not marked)
      ───────────────────────────────────────────────────────────────────────↓ 2 more─
       Name · /schema/fields/4/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT
       Enter next/new column  F7 add  F5 copy  F8 delete  F6 details          F1 help
      """,
      styles: """
        Beeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBB................................dddd...........dddddddd...dddd

        .......................................................dddd
        .......................................................dddd
        .....ddddddddd
        .......................................................dddd
        .......................................................dddd
        .......................................................dddd
        A.._^..................................................dddd
        .......................dddddd
        .......................dddddddddd
        ..aaaaaaaaaaaaaaaa
        ..aaaaaaaaaaaaaaaaaaaaaaaa
        ..aaaaaaaaaaaaaaaaaaaaaa
        .BBBBBBBB
        ..............................................ddddddddddddddddddddddddddddddddd
        .......................ddddddddddd.................................dddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .AAAAA..................AA......AA.......AA.........AA..................AA
        """)
  }

  @Test func `columns whose fields are hidden`() {
    var driver = Driver(
      typing: "<A-4><Enter>meta<Tab>stru<Enter>source<Enter>prio<Enter><Enter>x<A-a>")
    expectScreen(
      driver,
      """
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Columns                                Type           Required   Unit
         meta +2                              struct         (no)
      ▸  x                                    string         (no)
        [ Add a column ]
        [ Import a schema file ]
        [ From sample events ]
       Advanced
        Columns sent         ‹ listed ›             sends the columns that are listed
        Inferred             ‹ not set ›                                 (not marked)
       Format inside the schema
        Format               ‹ not set ›                               (as in step 3)






      ────────────────────────────────────────────────────────────────────────────────
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT
       Enter next/new column  F7 add  F5 copy  F8 delete  F6 details          F1 help
      """,
      styles: """
        Beeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBB................................dddd...........dddddddd...dddd
        .......aaa.............................................dddd
        A.._^..................................................dddd
        ..aaaaaaaaaaaaaaaa
        ..aaaaaaaaaaaaaaaaaaaaaaaa
        ..aaaaaaaaaaaaaaaaaaaaaa
        .BBBBBBBB
        ..............................................ddddddddddddddddddddddddddddddddd
        .......................ddddddddddd.................................dddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBB
        .......................ddddddddddd...............................dddddddddddddd






        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .AAAAA..................AA......AA.......AA.........AA..................AA
        """)
    driver.type("<A-a>")
    #expect(driver.screen.contains("source"))
  }
}
