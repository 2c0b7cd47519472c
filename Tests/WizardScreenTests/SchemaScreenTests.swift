import Testing

/// Tests whole screens of the schema step.
@Suite struct SchemaScreenTests {
  @Test func `shows the column tree`() {
    var driver = Driver()
    driver.type("<A-4><Enter>id<Tab>int6<Tab>y<Enter>at<Tab>t<Tab><Tab>s<Enter>tags<Tab>l<Enter>s")
    driver.type("<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>int3<Enter><Enter>x<F6>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─┤ Columns ├───────────────────────── Type ───────── Required ─ Unit ─────────╮
      │   id                                 int64          yes                      │
      │   at                                 timestamp      (no)       second        │
      │   tags                               list           (no)                     │
      │   └ each item                        string                                  │
      │   meta                               struct         (no)                     │
      │   ├ source                           string         (no)                     │
      │   └ prio                             int32          (no)                     │
      │▸  x                                  string         (no)                     │
      │    Metadata key       (none)                                                 │
      │    SQL name           (computed)                                             │
      │  [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ listed ›           sends the columns that are listed │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      ╰───────────────────────────────────────────────────────────────── 1–15 of 16 ─╯
       Name · /schema/fields/4/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT
       Enter next/new column  F7 add  F5 copy  Alt-N next required (4)        F1 help
      """,
      styles: """
        .eeeeeeeee......................ssssssssss...AAAAAAAAAAS...Aeeeeeeeeeee
        aaaAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaddddddaaaaaaaaaddddddddddaddddddaaaaaaaaaa
        a......................................nnnnn...................................a
        a......................................kkkkkkkkk......dddd.....................a
        a......................................aaaa...........dddd.....................a
        a...ddddddddddd........................tttttt..................................a
        a......................................aaaaaa.........dddd.....................a
        a...dd.................................tttttt.........dddd.....................a
        a...dd.................................nnnnn..........dddd.....................a
        aA--_^________________________________-tttttt---------dddd---------------------a
        a.......................dddddd.................................................a
        a.......................dddddddddd.............................................a
        a..aaaaaaaaaaaaaaaa............................................................a
        a..aaaaaaaaaaaaaaaaaaaaaaaa....................................................a
        a..aaaaaaaaaaaaaaaaaaaaaa......................................................a
        a.BBBBBBBB.....................................................................a
        a............................................ddddddddddddddddddddddddddddddddd.a
        a.......................ddddddddddd...............................dddddddddddd.a
        a.BBBBBBBBBBBBBBBBBBBBBBBB.....................................................a
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddddddaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .AAAAA..................AA......AA.......AAAAA..........................AA
        """)
  }

  @Test func `columns whose fields are hidden`() {
    var driver = Driver(
      typing: "<A-4><Enter>meta<Tab>stru<Enter>source<Enter>prio<Enter><Enter>x<A-a>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─┤ Columns ├───────────────────────── Type ───────── Required ─ Unit ─────────╮
      │   meta +2                            struct         (no)                     │
      │▸  x                                  string         (no)                     │
      │  [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ listed ›           sends the columns that are listed │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      │  Format               ‹ not set ›                             (as in step 3) │
      ├─ Request ────────────────────────────────────────────────────────────────────┤
      │        },                                                                    │
      │        {                                                                     │
      │          "type": "string",                                                   │
      │▌         "name": "x"                                                         │
      │        }                                                                     │
      │      ]                                                                       │
      ╰──────────────────────────────────────────────────────────────── 30–35 of 37 ─╯
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT
       Enter next/new column  F7 add  F5 copy  Alt-N next required (4)        F1 help
      """,
      styles: """
        .eeeeeeeee......................ssssssssss...AAAAAAAAAAS...Aeeeeeeeeeee
        aaaAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaddddddaaaaaaaaaddddddddddaddddddaaaaaaaaaa
        a.......aaa............................aaaaaa.........dddd.....................a
        aA--_^________________________________-tttttt---------dddd---------------------a
        a..aaaaaaaaaaaaaaaa............................................................a
        a..aaaaaaaaaaaaaaaaaaaaaaaa....................................................a
        a..aaaaaaaaaaaaaaaaaaaaaa......................................................a
        a.BBBBBBBB.....................................................................a
        a............................................ddddddddddddddddddddddddddddddddd.a
        a.......................ddddddddddd...............................dddddddddddd.a
        a.BBBBBBBBBBBBBBBBBBBBBBBB.....................................................a
        a.......................ddddddddddd.............................dddddddddddddd.a
        aa.........aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        d..............................................................................d
        d..............................................................................d
        d..........kkkkkk..tttttttt....................................................d
        da.........kkkkkk..ttt.........................................................d
        d..............................................................................d
        d..............................................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .AAAAA..................AA......AA.......AAAAA..........................AA
        """)
    driver.type("<A-a>")
    #expect(driver.screen.contains("source"))
  }
}
