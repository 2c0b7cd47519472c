import SinkSpec
import Testing
import Wizard

/// Tests whole screens of imported and filtered columns.
@Suite struct ImportScreenTests {
  private static var columns: [SchemaField] {
    var price = SchemaField(name: "price", type: .float64)
    price.diagnostics = [Diagnostic(.warning, "some digits will be lost")]
    price.evidence = ColumnEvidence(
      among: 9, present: 8, seen: [.init(kind: "fraction", count: 8)], examples: ["12.5"],
      reason: "some numbers have a fraction")
    var time = SchemaField(name: "at", type: .int64, required: true)
    time.evidence = ColumnEvidence(
      among: 9, present: 9, seen: [.init(kind: "integer", count: 9)], examples: ["1795464930"],
      reason: "whole numbers only", epochUnit: "second")
    return [price, time, SchemaField(name: "id", type: .string)]
  }

  /// Returns a driver that shows the columns of sample events.
  private static func reviewing(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver(
      typing: "<A-4><Enter>id<Tab>int64<Enter>old<Enter><Enter><A-e>events.json<Enter>",
      rows: rows, columns: columns)
    driver.send(
      .sampled(
        name: "events.json",
        .success(
          SchemaProposal(
            source: "9 events", columns: Self.columns,
            diagnostics: [Diagnostic(.note, "1 line could not be read")]))))
    return driver
  }

  @Test func `shows the progress of reading events`() {
    var driver = Driver(typing: "<A-4><A-e>big.json<Enter>")
    let progress = SampleProgress(
      bytes: 50 << 20, total: 100 << 20, events: 1000, broken: 1, columns: 7, seconds: 2)
    driver.send(.sampling(progress))
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─ Columns ────────────────────────────────────────────────────────────────────╮
      │▸ [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ not set ›       (derived from the pipeline's SELECT) │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      │  Forma╭─┤ Reading events from big.json ├─────────────────────────────╮tep 3) │
      ├─ Reque│ ███████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░ 50%   │───────┤
      │  {    │ 50 MiB of 100 MiB · 26 MB/s · 2 s left                       │       │
      │    "na│ 1,000 events · 7 columns · 1 broken line                     │       │
      │    "ty╰─ Esc stop, and keep the result so far ───────────────────────╯       │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      ╰────────────────────────────────────────────────────────────────── 1–8 of 15 ─╯
       Columns · /schema/fields
       Enter adds a column: type its name, Tab, letters of its type, Enter for the
       next one.

      """)
  }

  @Test func `shows the inferred columns`() {
    let driver = Self.reviewing()
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─ Columns ─────────────────────────── Type ───────── Required ─ Unit ─────────╮
      │   id                                 int64          (no)                     │
      │   old                                string         (no)                     │
      │  [ Add a column ]                                                            │
      │ ╭─┤ events.json: 9 events · 2 new, 1 changed, 1 removed ├──────────────────╮ │
      │ │ i 1 line could not be read                                               │ │
      │ │ +! price                          float64                                │ │
      │▸│ +  at                             int64, required                        │ │
      │ │ ~  id                             int64 → string                         │ │
      │ │ -  old                            removed, was string                    │ │
      │ │ ──────────────────────────────────────────────────────────────────────── │ │
      ├─│ 1 line could not be read                                                 │─┤
      │ │                                                                          │ │
      │ │                                                                          │ │
      │ │                                                                          │ │
      │▌│  Enter accept · Space accept/reject · a only new · t numbers as times    │ │
      │ ╰─ T this one · Esc discard ───────────────────────────────────────────────╯ │
      │          "type": "int64",                                                    │
      ╰──────────────────────────────────────────────────────────────── 13–18 of 27 ─╯
       Columns · /schema/fields · optional
       Without columns, the service derives them from the pipeline's SELECT.
       sends the columns that are listed

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddaaaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaadd
        ddaR^RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRadd
        dda.sssssssssssssssssssssssssssssssssssssssss................................add
        dda.sssssssssssssssssssssssssssssssssssssssssssssssss........................add
        dda.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.........................add
        dda.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee....................add
        dda.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd...add
        ddaaddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }

  @Test func `shows a sample event next to the columns at 120 by 40`() {
    var driver = Self.reviewing(rows: 40, columns: 120)
    driver.type("<Enter><F3><Down>")
    expectScreen(
      driver,
      """
       sinkwizard  1 Sink ✗ 1   2 Destination ○ 1/4 3 Format ✓    [4 Schema ! 1  ]5 Review ✗ 1              account 0123…c353
      ╭─┤ Columns ├────────────── Type ──────── Required  Unit ────╮╭─ Sample event ─────────────────────────────────────────╮
      │ ! price                   float64       (no)               ││ A sample event                                         │
      │▸  at                      int64         yes                ││  {                                                     │
      │   id                      string        (no)               ││    "price": 12.5,                                      │
      │  [ Add a column ]                                          ││▌   "at": 1795464930,                                   │
      │  [ Import a schema file ]                                  ││    "id": "text"                                        │
      │  [ From sample events ]                                    ││  }                                                     │
      │ Advanced                                                   ││ Stored as Parquet                                      │
      │  Columns sent         ‹ listed ›  sends the columns that … ││  price  DOUBLE             12.5                        │
      │  Inferred             ‹ not set ›             (not marked) ││▌ at     INT64              1795464930                  │
      │ Format inside the schema                                   ││  id     BYTE_ARRAY STRING  "text"                      │
      │  Format               ‹ not set ›           (as in step 3) ││ Types as in the open-source engine; not documented.    │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      │                                                            ││                                                        │
      ╰─ 1 warning ────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────╯
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Example: user_id

       In Parquet  INT64 · SQL BIGINT
       Seen  in 9 of 9 · integer 9 · 1795464930 · whole numbers only · every number could be a time in seconds
       Enter next/new column  F7 add  F5 copy  F8 delete  F6 details  Alt-↑ move  Alt-→ nest  Alt-N next issue (5)    F1 help
      """,
      styles: """
        BBBBBBBBBBBB.eeeeeeeeee.......................sssssssssss...AAAAAAAAAAWWW..Aeeeeeeeeeeee..............ddddddddddddddddd
        aaaAAAAAAAAAaaaaaaaaaaaaaaaddddddaaaaaaaaddddddddddddddddaaaaadd..............dddddddddddddddddddddddddddddddddddddddddd
        a.w.........................nnnnnnn.......dddd...............ad.BBBBBBBBBBBBBB.........................................d
        aA--__^____________________-nnnnn---------...----------------ad........................................................d
        a...........................tttttt........dddd...............ad....kkkkkkk..nnnn.......................................d
        a..aaaaaaaaaaaaaaaa..........................................ada...kkkk..nnnnnnnnnn....................................d
        a..aaaaaaaaaaaaaaaaaaaaaaaa..................................ad....kkkk..tttttt........................................d
        a..aaaaaaaaaaaaaaaaaaaaaa....................................ad........................................................d
        a.BBBBBBBB...................................................ad.BBBBBBBBBBBBBBBBB......................................d
        a...................................dddddddddddddddddddddddd.ad..kkkkk.....................tttt........................d
        a.......................ddddddddddd.............dddddddddddd.ada.kk........................tttttttttt..................d
        a.BBBBBBBBBBBBBBBBBBBBBBBB...................................ad..kk........................tttttt......................d
        a.......................ddddddddddd...........dddddddddddddd.ad.ddddddddddddddddddddddddddddddddddddddddddddddddddd....d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        a............................................................ad........................................................d
        aadwwwwwwwwwwaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB


        .dddddddddddd
        .dddddd
        .AAAAA..................AA......AA.......AA.........AA..........AAAAA.......AAAAA.......AAAAA...................AA
        """)
  }

  @Test func `shows filtered columns with one marked`() {
    var driver = Self.reviewing()
    driver.type("<Enter><A-m><A-/>i")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema !1  ]5 Review ✗1
      ╭─┤ Columns ├ /i  2 of 3 columns · 1 marked────────────────────────────────────╮
      │▸!•price                              float64        (no)                     │
      │   id                                 string         (no)                     │
      │  [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ listed ›           sends the columns that are listed │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      │  Format               ‹ not set ›                             (as in step 3) │
      ├─ Request ─ 1 warning ────────────────────────────────────────────────────────┤
      │      "fields": [                                                             │
      │        {                                                                     │
      │          "type": "float64",                                                  │
      │▌         "name": "price"                                                     │
      │        },                                                                    │
      │        {                                                                     │
      ╰──────────────────────────────────────────────────────────────── 16–21 of 32 ─╯
       Name · /schema/fields/0/name · optional
       ! warning: some digits will be lost
       In Parquet  DOUBLE · SQL DOUBLE  Seen  in 8 of 9 · fraction 8 · 12.5 · some n…
       Enter keep  Esc end the search  Tab next  Alt-N next issue (5)         F1 help
      """,
      styles: """
        .eeeeeeeee......................ssssssssss...AAAAAAAAAAWW..Aeeeeeeeeeee
        aaaAAAAAAAAAaaa_^ddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aAwA_____------------------------------nnnnnnn--------dddd---------------------a
        a......................................tttttt.........dddd.....................a
        a..aaaaaaaaaaaaaaaa............................................................a
        a..aaaaaaaaaaaaaaaaaaaaaaaa....................................................a
        a..aaaaaaaaaaaaaaaaaaaaaa......................................................a
        a.BBBBBBBB.....................................................................a
        a............................................ddddddddddddddddddddddddddddddddd.a
        a.......................ddddddddddd...............................dddddddddddd.a
        a.BBBBBBBBBBBBBBBBBBBBBBBB.....................................................a
        a.......................ddddddddddd.............................dddddddddddddd.a
        aa.........adwwwwwwwwwwaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        d......kkkkkkkk................................................................d
        d..............................................................................d
        d..........kkkkkk..ttttttttt...................................................d
        da.........kkkkkk..ttttttt.....................................................d
        d..............................................................................d
        d..............................................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
        .dddddddddddd
        .AAAAA.......AAA.................AAA.......AAAAA........................AA
        """)
  }
}
