import Screen
import Terminal
import Testing
import Wizard

/// Tests whole screens in other sizes, in ASCII and without colours.
@Suite struct SizeScreenTests {
  @Test func `shows the destination at 120 by 40`() {
    let driver = Driver(typing: "my_sink<C-n>events<C-p><C-n>", rows: 40, columns: 120)
    expectScreen(
      driver,
      """
       sinkwizard  1 Sink ✓    [2 Destination ● 2/4]3 Format ✓     4 Schema ✓     5 Review ○ 6/8            account 0123…c353
      ╭─┤ R2 bucket ├──────────────────────────────────────────────╮╭─ Request ────────────────── POST …/pipelines/v1/sinks ─╮
      │▸ Bucket            *  events                               ││  {                                                     │
      │  Account ID        *  0123105f4ecef8ad9ca31…  as in step 1 ││    "name": "my_sink",                                  │
      │  Jurisdiction         (none)                               ││    "type": "r2",                                       │
      │  Path                 (the bucket's root)                  ││    "config": {                                         │
      │ Credentials                                                ││      "account_id": "0123105f4ecef8ad9ca31a8372d0c353", │
      │  Access key ID     *                                       ││▌     "bucket": "events",                               │
      │  Secret access key *                                       ││      "credentials": {                                  │
      │ Files                                                      ││        "access_key_id": ‹required›,                    │
      │  Name prefix          (none)                               ││        "secret_access_key": ‹required›                 │
      │  Name strategy        ‹ not set ›                 (a UUID) ││      }                                                 │
      │  Suffix               (the format's extension)             ││    },                                                  │
      │  Time pattern         (year=%Y/month=%m/day=%d)            ││    "format": {                                         │
      │ Rolling                                                    ││      "type": "parquet"                                 │
      │  Roll at size         (no limit)                           ││    }                                                   │
      │  Roll when idle       (never)                              ││  }                                                     │
      │  Roll after           (300 s)                              ││                                                        │
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
      ╰─ 2 of 4 required ──────────────────────────────────────────╯╰────────────────────────────────────────────────────────╯
       Bucket · /config/bucket · required
       The existing R2 bucket to write to: 3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit.
       Example: analytics-events

       First file  year=2026/month=11/day=23/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next required (2)  Ctrl-N next step  Ctrl-X print JSON  F2 request  Ctrl-Q quit  Ctrl-_ undo   F1 help
      """,
      styles: """
        BBBBBBBBBBBB.sssssssss...AAAAAAAAAAAAAAAAAAAAAsssssssssss....sssssssssss..............................ddddddddddddddddd
        aaaAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd.........ddddddddddddddddddddddddddddddddddddddddddddddd
        aA-AAAAAA------------.--______^_____________________________-ad........................................................d
        a.......................dddddddddddddddddddddd..dddddddddddd.ad....kkkkkk..ttttttttt...................................d
        a.......................dddddd...............................ad....kkkkkk..tttt........................................d
        a.......................ddddddddddddddddddd..................ad....kkkkkkkk............................................d
        a.BBBBBBBBBBB................................................ad......kkkkkkkkkkkk..tttttttttttttttttttttttttttttttttt..d
        a............................................................ada.....kkkkkkkk..tttttttt................................d
        a............................................................ad......kkkkkkkkkkkkk.....................................d
        a.BBBBB......................................................ad........kkkkkkkkkkkkkkk..wwwwwwwwww.....................d
        a.......................dddddd...............................ad........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww.................d
        a.......................ddddddddddd.................dddddddd.ad........................................................d
        a.......................dddddddddddddddddddddddd.............ad........................................................d
        a.......................ddddddddddddddddddddddddd............ad....kkkkkkkk............................................d
        a.BBBBBBB....................................................ad......kkkkkk..ttttttttt.................................d
        a.......................dddddddddd...........................ad........................................................d
        a.......................ddddddd..............................ad........................................................d
        a.......................ddddddd..............................ad........................................................d
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
        aad................aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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
       1 Sink ✗ 2 Destination ○ 3 Format ✓[4 Schema ✓]5 Review ✗
      ╭─┤ Columns ├──────────── Type ──────── Required  Unit ────╮
      │   id                    int64         (no)               │
      │   at                    timestamp     (no)      second   │
      │▸  tags                  ‹ list ›      (no)               │
      │   └ each item           string                           │
      │  [ Add a column ]                                        │
      │  [ Import a schema file ]                                │
      │  [ From sample events ]                                  │
      │ Advanced                                                 │
      │  Columns sent         ‹ listed ›  sends the columns tha… │
      │  Inferred             ‹ not set ›           (not marked) │
      ╰────────────────────────────────────────────── 1–9 of 10 ─╯
       Type · /schema/fields/2/type · required
       The type of the column's values. list: a list of items of…
       → change  Space list  Alt-N next required (4)      F1 help
      """)
  }

  @Test func `shows the help at 60 by 16`() {
    let driver = Driver(typing: "<F1>", rows: 16, columns: 60)
    expectScreen(
      driver,
      """
      [1 Sink ●]2 Destination ○ 3 Format ✓ 4 Schema ✓ 5 Review ○
      ╭─ Sink ───────────────────────────────────────────────────╮
      │▸╭─┤ Help · Sink ├───────────────────────── 1–10 of 77 ─╮ │
      │ │ Name · /name                                         │ │
      │ │   The name of the sink: 1–128 characters. Pipelines  │ │
      ├─│   write to it by this name in SQL (INSERT INTO name  │─┤
      │ │   …). It cannot be changed later.                    │ │
      │▌│   example         my_sink                            │ │
      │ │ In a text field                                      │ │
      │ │   ← Ctrl-B        one character left                 │ │
      │ │   → Ctrl-F        one character right; in an empty   │ │
      │ │                   field, take the default or example │ │
      ╰─│   Home Ctrl-A     beginning of the line              │─╯
       N╰─ type to filter · ↑ ↓ scroll · Esc close ────────────╯
       The name of the sink: 1–128 characters. Pipelines write t…

      """)
  }

  @Test func `shows the form next to the request in ASCII`() {
    var driver = Driver(typing: "my_sink<Tab>", rows: 24, columns: 100)
    driver.wizard.useASCII()
    expectScreen(
      driver.canvas.inASCII,
      """
      [1 Sink ok    ]2 Destination o1/4   3 Format ok     4 Schema ok     5 Review o5/8
      +-[ Sink ]---------------------------------------------------++- Request --------------------------+
      |  Name              *    my_sink                      7/128 ||  {                                 |
      |> Type              *    < r2 >               files in an . ||    "name": "my_sink",              |
      |  Account ID        *    0123105f4ecef8ad9ca31a8372d0c353   |||   "type": "r2",                   |
      |                                                            ||    "config": {                     |
      |                                                            ||      "account_id": "0123105f4ece...|
      |                                                            ||      "bucket": <required>,         |
      |                                                            ||      "credentials": {              |
      |                                                            ||        "access_key_id": <required>,|
      |                                                            ||        "secret_access_key": <req...|
      |                                                            ||      }                             |
      |                                                            ||    },                              |
      |                                                            ||    "format": {                     |
      |                                                            ||      "type": "parquet"             |
      |                                                            ||    }                               |
      |                                                            ||  }                                 |
      |                                                            ||                                    |
      |                                                            ||                                    |
      +- 3 of 3 required ------------------------------------------++------------------------------------+
       Type - /type - required
       The destination: files in an R2 bucket, or a table in the bucket's Data Catalog. r2: files in an
       R2 bucket.
       > change  Space list  Tab next  Alt-N next required (3)  Ctrl-N next step  F2 request      F1 help
      """)
  }

  @Test func `shows an overlay in ASCII`() {
    var driver = Driver(typing: "<A-3><Tab> ")
    driver.wizard.useASCII()
    expectScreen(
      driver.canvas.inASCII,
      """
       1 Sink ERR 2 Destination o  [3 Format ok ]4 Schema ok  5 Review ERR
      +- Format ---------------------------------------------------------------------+
      |  Format            *    < parquet >       columnar, compressed, $0.06 per GB |
      | Options                                                                      |
      |> Compression            < not set >                     (zstd, or none for . |
      |  Row group size     +-[ Compression - type to filter ]------------+          |
      +- Request - 1 of 1 re| > not set          (zstd, or none for JSON) |----------+
      |    "config": {      |   uncompressed     no compression           |          |
      |      "account_id": "|   snappy           fastest                  |          |
      |      "bucket": <requ|   gzip             most widely supported    |          |
      |      "credentials": |   zstd             smallest files           |          |
      |        "access_key_i|   lz4              fast, moderate ratio     |          |
      |        "secret_acces+- ^ v choose - Enter accept - Esc close -----+          |
      |      }                                                                       |
      |    },                                                                        |
      ||   "format": {                                                               |
      |      "type": "parquet"                                                       |
      |    }                                                                         |
      +----------------------------------------------------------------- 4-14 of 15 -+
       Compression - /format/compression - optional
       (zstd, or none for JSON)
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows an error and the focus without colours`() {
    let driver = Driver(typing: "my-sink<C-n>ab<Tab>")
    expectScreen(
      driver,
      """
       1 Sink !1  [2 Destination ●2/4]3 Format ✓    4 Schema ✓    5 Review ○6/8
      ╭─┤ R2 bucket ├────────────────────────────────────────────────────────────────╮
      │  Bucket            *! ab    bucket names must have 3 to 63 characters, got 2 │
      │▸ Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │  Jurisdiction         (none)                                                 │
      │  Path                 (the bucket's root)                                    │
      │ Credentials                                                                  │
      │  Access key ID     *                                                         │
      │  Secret access key *                                                         │
      │ Files                                                                        │
      │  Name prefix          (none)                                                 │
      │  Name strategy        ‹ not set ›                                   (a UUID) │
      │  Suffix               (the format's extension)                               │
      │  Time pattern         (year=%Y/month=%m/day=%d)                              │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ╰─ 1 warning · 2 of 4 required ────────────────────────────────────────────────╯
       Account ID · /config/account_id · required
       The account that owns the bucket, usually the same as in the URL. It follows …
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (4)  Ctrl-N next step  Ctrl-X print JSON    F1 help
      """,
      styles: """
        .BBBBBBBBB..BBBBBBBBBBBBBBBBBBBB
        BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        B.....................B.......BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB.B
        BB.BBBBBBBBBB...........________________________________^_______..dddddddddddd.B
        B.......................dddddd.................................................B
        B.......................ddddddddddddddddddd....................................B
        B.BBBBBBBBBBB..................................................................B
        B..............................................................................B
        B..............................................................................B
        B.BBBBB........................................................................B
        B.......................dddddd.................................................B
        B.......................ddddddddddd...................................dddddddd.B
        B.......................dddddddddddddddddddddddd...............................B
        B.......................ddddddddddddddddddddddddd..............................B
        B.BBBBBBB......................................................................B
        B.......................dddddddddd.............................................B
        B.......................ddddddd................................................B
        B.......................ddddddd................................................B
        BBdBBBBBBBBBBdd................BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .dddddddddddd
        .BBB.......BBBBB.................BBBBBB............BBBBBB...............BB
        """, palette: Palette(colors: 0))
  }
}
