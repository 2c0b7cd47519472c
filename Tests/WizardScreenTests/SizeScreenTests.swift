import Screen
import Terminal
import Testing

/// Whole screens in other sizes, in ASCII and without colours.
@Suite struct SizeScreenTests {
  @Test func `shows the destination at 120 by 40`() {
    let driver = Driver(typing: "my_sink<C-n>events<C-p><C-n>", rows: 40, columns: 120)
    expectScreen(
      driver,
      """
       Create a sink   1 Sink ✓ ok [2 Destination ●] 3 Format ✓ ok  4 Schema ✓ ok  5 Review ○ to do                   2 to do
      ──────────────────────────────────────────────────────────────┬─────────────────────────────────────────────────────────
       R2 bucket                                                    │ POST /accounts/0123105f4…8372d0c353/pipelines/v1/sinks
      ▸ Bucket            *  events                                 │  {
        Account ID        *  0123105f4ecef8ad9ca31a8…  as in step 1 │    "name": "my_sink",
        Jurisdiction         (none)                                 │    "type": "r2",
        Path                 (the bucket's root)                    │    "config": {
       Credentials                                                  │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
        Access key ID     *                                         │▌     "bucket": "events",
        Secret access key *                                         │      "credentials": {
       Files                                                        │        "access_key_id": ‹required›,
        Name prefix          (none)                                 │        "secret_access_key": ‹required›
        Name strategy        ‹ not set ›                   (a UUID) │      }
        Suffix               (the format's extension)               │    },
        Time pattern         (year=%Y/month=%m/day=%d)              │    "format": {
       Rolling                                                      │      "type": "parquet"
        Roll at size         (no limit)                             │    }
        Roll when idle       (never)                                │  }
        Roll after           (300 s)                                │
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
       Bucket · /config/bucket · required
       The existing R2 bucket to write to: 3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit.
       Example: analytics-events

       First file  year=2026/month=11/day=23/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next required (2)  Ctrl-N next step  Ctrl-X print JSON  F2 request  Ctrl-Q quit  Ctrl-_ undo   F1 help
      """,
      styles: """
        BBBBBBBBBBBBBBBBsssssssssssssAAAAAAAAAAAAAAAAAssssssssssssssssssssssssssssss
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBB....................................................d.dddddddddddddddddddddddddddddddddddddddddddddddddddddd
        A.AAAAAA...............______^................................d
        .......................dddddddddddddddddddddddd..dddddddddddd.d....kkkkkk..ttttttttt
        .......................dddddd.................................d....kkkkkk..tttt
        .......................ddddddddddddddddddd....................d....kkkkkkkk
        .BBBBBBBBBBB..................................................d......kkkkkkkkkkkk..tttttttttttttttttttttttttttttttttt
        ..............................................................da.....kkkkkkkk..tttttttt
        ..............................................................d......kkkkkkkkkkkkk
        .BBBBB........................................................d........kkkkkkkkkkkkkkk..wwwwwwwwww
        .......................dddddd.................................d........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww
        .......................ddddddddddd...................dddddddd.d
        .......................dddddddddddddddddddddddd...............d
        .......................ddddddddddddddddddddddddd..............d....kkkkkkkk
        .BBBBBBB......................................................d......kkkkkk..ttttttttt
        .......................dddddddddd.............................d
        .......................ddddddd................................d
        .......................ddddddd................................d
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
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB



        .dddddddddddd
        .AAA.......AAAAA....................AAAAAA............AAAAAA.............AA..........AAAAAA.......AAAAAA........AA
        """)
  }

  @Test func `shows the schema at 60 by 16`() {
    let driver = Driver(
      typing: "<A-4><Enter>id<Tab>int64<Enter>at<Tab>t<Tab><Tab>s<Enter>tags<Tab>l", rows: 16,
      columns: 60)
    expectScreen(
      driver,
      """
       1✗ 2○ 3✓ [4 Schema ●] 5✗                 1 error · 3 to do
      ────────────────────────────────────────────────────────────
       Columns            Type           Required   Unit
         id               int64          (no)
         at               timestamp      (no)       second
      ▸  tags             ‹ list ›       (no)
           each item      string
        [ Add a column ]
        [ Import a schema file ]
        [ From sample events ]
       Advanced
        Columns sent         ‹ listed ›  sends the columns that …
      ───────────────────────────────────────────────────↓ 3 more─
       Type · /schema/fields/2/type · required
       The type of the column's values. list: a list of items of…
       → change  Space list  Enter next/new column        F1 help
      """)
  }

  @Test func `shows the help at 60 by 16`() {
    let driver = Driver(typing: "<F1>", rows: 16, columns: 60)
    expectScreen(
      driver,
      """
       [1 Sink ●] 2○ 3✓ 4✓ 5○                             4 to do
      ──┌─ Help · Sink ────────────────────────────────────────┐──
       S│ Name · /name                                         │
      ▸ │   The name of the sink: 1–128 characters. Pipelines  │
        │   write to it by this name in SQL (INSERT INTO name  │t
        │   …). It cannot be changed later.                    │
        │   example         my_sink                            │
        │ In a text                                            │
        │   ← Ctrl-B        one character left                 │
        │   → Ctrl-F        one character right; in an empty   │
        │                   field, take the default or example │
        │   Home Ctrl-A     beginning of the line              │
      ──└─ 1–10 of 71 · ↑ ↓ scroll · Esc close ────────────────┘──
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write t…

      """)
  }

  @Test func `shows the form next to the request in ASCII`() {
    let driver = Driver(typing: "my_sink<Tab>", rows: 24, columns: 100)
    expectScreen(
      driver.canvas.inASCII,
      """
       Create a sink  [1 Sink *] 2 Destination o  3 Format v  4 Schema v  5 Review o              3 to do
      ------------------------------------------------------------+---------------------------------------
       Sink                                                       | POST /accounts/0123~c353/pipelines/v~
        Name              *  my_sink                        7/128 |  {
      > Type              *  < r2 >         files in an R2 bucket |    "name": "my_sink",
        Account ID        *  0123105f4ecef8ad9ca31a8372d0c353     ||   "type": "r2",
                                                                  |    "config": {
                                                                  |      "account_id": "0123105f4ecef8ad9~
                                                                  |      "bucket": <required>,
                                                                  |      "credentials": {
                                                                  |        "access_key_id": <required>,
                                                                  |        "secret_access_key": <required>
                                                                  |      }
                                                                  |    },
                                                                  |    "format": {
                                                                  |      "type": "parquet"
                                                                  |    }
                                                                  |  }
                                                                  |
      ------------------------------------------------------------+---------------------------------------
       Type - /type - required
       The destination: files in an R2 bucket, or a table in the bucket's Data Catalog. r2: files in an
       R2 bucket.
       > change  Space list  Tab next  Alt-N next required (3)  Ctrl-N next step  F2 request      F1 help
      """)
  }

  @Test func `shows an overlay in ASCII`() {
    let driver = Driver(typing: "<A-3><Tab> ")
    expectScreen(
      driver.canvas.inASCII,
      """
        1 Sink x  2 Destination o [3 Format *] 4 Schema v  5 Review x         1 error
      --------------------------------------------------------------------------------
       Format
        Format            *  < parquet >                         columnar, compressed
       Options
      > Compression          < not set >                                       (zstd)
        Row group size       (the service's default)
        +- Compression - type to filter -------------------------------------------+
        | > not set          (zstd)                                                |
        |   uncompressed     no compression                                        |
        |   snappy           fastest                                               |
        |   gzip             most widely supported                                 |
        |   zstd             smallest files                                        |
        |   lz4              fast, moderate ratio                                  |
        +- ^ v choose - Enter accept - Esc close ----------------------------------+




      --------------------------------------------------------------------------------
       Compression - /format/compression - optional
       The codec of the Parquet columns.
       First file  year=2026/month=11/day=23/01a20a~d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows an error and the focus without colours`() {
    let driver = Driver(typing: "my-sink<C-n>ab<Tab>")
    expectScreen(
      driver,
      """
        1 Sink ! [2 Destination ●] 3 Format ✓  4 Schema ✓  5 Review ○      2 warnings
      ────────────────────────────────────────────────────────────────────────────────
       R2 bucket
        Bucket            *! ab      bucket names must have 3 to 63 characters, got 2
      ▸ Account ID        *  0123105f4ecef8ad9ca31a8372d0c353            as in step 1
        Jurisdiction         (none)
        Path                 (the bucket's root)
       Credentials
        Access key ID     *
        Secret access key *
       Files
        Name prefix          (none)
        Name strategy        ‹ not set ›                                     (a UUID)
        Suffix               (the format's extension)
        Time pattern         (year=%Y/month=%m/day=%d)
       Rolling
        Roll at size         (no limit)
        Roll when idle       (never)
        Roll after           (300 s)
      ────────────────────────────────────────────────────────────────────────────────
       Account ID · /config/account_id · required
       The account that owns the bucket, usually the same as in the URL. It follows …
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (4)  Ctrl-N next step  Ctrl-X print JSON    F1 help
      """,
      styles: """
        BBBBBBBBBBBBBBBBBBBBBBBBBBBB.........................................BBBBBBBBBB
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBB
        .....................B.........BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        B.BBBBBBBBBB...........________________________________^...........dddddddddddd
        .......................dddddd
        .......................ddddddddddddddddddd
        .BBBBBBBBBBB


        .BBBBB
        .......................dddddd
        .......................ddddddddddd.....................................dddddddd
        .......................dddddddddddddddddddddddd
        .......................ddddddddddddddddddddddddd
        .BBBBBBB
        .......................dddddddddd
        .......................ddddddd
        .......................ddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .BBB.......BBBBB.................BBBBBB............BBBBBB...............BB
        """, palette: Palette(colors: 0))
  }
}
