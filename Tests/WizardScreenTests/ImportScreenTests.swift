import SinkSpec
import Testing
import Wizard

/// Whole screens of imported and filtered columns.
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
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Columns
      ▸ [ Add a column ]
        [ Import a schema file ]
        [ From sample events ]
       Advanced
        Columns sent         ‹ not set ›         (derived from the pipeline's SELECT)
        ┌─ Reading events from big.json ───────────────────────────────────────────┐)
       F│ █████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 50%   │
        │ 50 MiB of 100 MiB · 26 MB/s · 2 s left                                   │)
        │ 1,000 events · 7 columns · 1 broken line                                 │
        └─ Esc stop, and keep the result so far ───────────────────────────────────┘






      ────────────────────────────────────────────────────────────────────────────────
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
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Columns                                Type           Required   Unit
         id                                   int64          (no)
         old                                  string         (no)
        ┌─ events.json: 9 events · 2 new, 1 changed, 1 removed ────────────────────┐
        │ i 1 line could not be read                                               │
        │ +! price                          float64                                │
       A│ +  at                             int64, required                        │
      ▸ │ ~  id                             int64 → string                         │d
        │ -  old                            removed, was string                    │)
       F│ ──────────────────────────────────────────────────────────────────────── │
        │ 1 line could not be read                                                 │)
        │                                                                          │
        │                                                                          │
        │                                                                          │
        └─ Enter accept · t numbers as times · Esc discard ────────────────────────┘


      ────────────────────────────────────────────────────────────────────────────────
       Columns · /schema/fields · optional
       Without columns the service takes them from the pipeline's SELECT statement.


      """,
      styles: """
        Beeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBB................................dddd...........dddddddd...dddd
        .......................................................dddd
        .......................................................dddd
        ..aaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaa
        ..a.RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR.a
        ..a.ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss.a
        .Ba.ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss.a
        A.a.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.ad
        ..a.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.ad
        .Ba.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.a
        ..a..........................................................................ad
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..aadddddddddddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaa


        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB



        """)
  }

  @Test func `shows a sample event next to the columns at 120 by 40`() {
    var driver = Self.reviewing(rows: 40, columns: 120)
    driver.type("<Enter><F3><Down>")
    expectScreen(
      driver,
      """
       Create a sink   1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗            1 error · 1 warning · 3 to do
      ──────────────────────────────────────────────────────────────┬─────────────────────────────────────────────────────────
       Columns              Type           Required   Unit          │ A sample event
       ! price              float64        (no)                     │  {
      ▸  at                 int64          yes                      │    "price": 12.5,
         id                 string         (no)                     │▌   "at": 1795464930,
        [ Add a column ]                                            │    "id": "text"
        [ Import a schema file ]                                    │  }
        [ From sample events ]                                      │ What Parquet makes of it
       Advanced                                                     │  price  DOUBLE             12.5
        Columns sent         ‹ listed ›  sends the columns that ar… │▌ at     INT64              1795464930
        Inferred             ‹ not set ›               (not marked) │  id     BYTE_ARRAY STRING  "text"
       Format inside the schema                                     │ Types as in the open-source engine; not documented.
        Format               ‹ not set ›             (as in step 3) │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
                                                                    │
      ──────────────────────────────────────────────────────────────┴─────────────────────────────────────────────────────────
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Example: user_id

       In Parquet  INT64 · SQL BIGINT
       Seen  in 9 of 9 · integer 9 · 1795464930 · whole numbers only · every number could be a time in seconds
       Enter next/new column  F7 add  F5 copy  F8 delete  F6 details  Alt-↑ move  Alt-→ nest  Alt-I import            F1 help
      """,
      styles: """
        BBBBBBBBBBBBBBBBeeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee...........eeeeeeeeeeeeeeeeeeeeeeeeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBB..............dddd...........dddddddd...dddd..........d.BBBBBBBBBBBBBB
        .w...................................dddd.....................d
        A..__^........................................................d....kkkkkkk..nnnn
        .....................................dddd.....................da...kkkk..nnnnnnnnnn
        ..aaaaaaaaaaaaaaaa............................................d....kkkk..tttttt
        ..aaaaaaaaaaaaaaaaaaaaaaaa....................................d
        ..aaaaaaaaaaaaaaaaaaaaaa......................................d.BBBBBBBBBBBBBBBBBBBBBBBB
        .BBBBBBBB.....................................................d..kkkkk.....................tttt
        ...................................dddddddddddddddddddddddddd.da.kk........................tttttttttt
        .......................ddddddddddd...............dddddddddddd.d..kk........................tttttt
        .BBBBBBBBBBBBBBBBBBBBBBBB.....................................d.ddddddddddddddddddddddddddddddddddddddddddddddddddd
        .......................ddddddddddd.............dddddddddddddd.d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        ..............................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Columns /i  2 of 3 · 1 marked
      ▸!•price                                float64        (no)
         id                                   string         (no)
        [ Add a column ]
        [ Import a schema file ]
        [ From sample events ]
       Advanced
        Columns sent         ‹ listed ›             sends the columns that are listed
        Inferred             ‹ not set ›                                 (not marked)
       Format inside the schema
        Format               ‹ not set ›                               (as in step 3)






      ────────────────────────────────────────────────────────────────────────────────
       Name · /schema/fields/0/name · optional
       ! warning: some digits will be lost
       In Parquet  DOUBLE · SQL DOUBLE  Seen  in 8 of 9 · fraction 8 · 12.5 · some n…
       Enter keep  Esc end the search  Tab next  Alt-N next issue (5)         F1 help
      """,
      styles: """
        Beeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBaa_^dddddddddddddddddd
        AwArrrrr...............................................dddd
        .......................................................dddd
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
        .wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
        .dddddddddddd
        .AAAAA.......AAA.................AAA.......AAAAA........................AA
        """)
  }
}
