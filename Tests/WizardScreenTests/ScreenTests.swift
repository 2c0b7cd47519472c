import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests whole screens of the form.
@Suite struct ScreenTests {
  @Test func `shows the destination next to its request`() {
    var driver = Driver(rows: 32, columns: 110, environment: ["R2_ACCESS_KEY_ID"])
    driver.type("my_sink</config/bucket>analytics-events</config/path>events/raw")
    driver.type("</config/credentials/access_key_id><Right>")
    driver.type("</config/credentials/secret_access_key>abc")
    driver.type("</config/partitioning/time_pattern>year=%Y/month=%m")
    driver.type("</config/rolling_policy/file_size_bytes>100MB")
    driver.type("</config/rolling_policy/inactivity_seconds>20m<S-Tab>")
    expectScreen(
      driver,
      """
       sinkwizard  1 Sink ✓    [2 Destination ✓    ]3 Format ✓     4 Schema ✓     5 Review ○      account 0123…c353
      ╭─┤ R2 bucket ├──────────────────────────────────────────────╮╭─ Request ──────── POST …/pipelines/v1/sinks ─╮
      │  Bucket            *  analytics-events                     ││  {                                           │
      │  Account ID        *  0123105f4ecef8ad9ca31…  as in step 1 ││    "name": "my_sink",                        │
      │  Jurisdiction         (none)                               ││    "type": "r2",                             │
      │  Path                 events/raw                           ││    "config": {                               │
      │ Credentials                                                ││      "account_id": "0123105f4ecef8ad9ca31a83…│
      │  Access key ID     *  ${R2_ACCESS_KEY_ID}  from the envir… ││      "bucket": "analytics-events",           │
      │  Secret access key *  ••••••••                         set ││      "credentials": {                        │
      │ Files                                                      ││        "access_key_id": "${R2_ACCESS_KEY_ID}"│
      │  Name prefix          (none)                               ││        "secret_access_key": "••••••••"       │
      │  Name strategy        ‹ not set ›                 (a UUID) ││      },                                      │
      │  Suffix               (the format's extension)             ││      "partitioning": {                       │
      │  Time pattern         year=%Y/month=%m  now year=2026/mon… ││        "time_pattern": "year=%Y/month=%m"    │
      │ Rolling                                                    ││      },                                      │
      │▸ Roll at size         100MB                 100000000 byt… ││      "path": "events/raw",                   │
      │  Roll when idle     i 20m  has no effect unless shorter t… ││      "rolling_policy": {                     │
      │  Roll after           (300 s)                              ││▌       "file_size_bytes": 100000000,         │
      │                                                            ││        "inactivity_seconds": 1200            │
      │                                                            ││      }                                       │
      │                                                            ││    },                                        │
      │                                                            ││    "format": {                               │
      │                                                            ││      "type": "parquet"                       │
      │                                                            ││    }                                         │
      │                                                            ││  }                                           │
      ╰─ 4 of 4 required ──────────────────────────────────────────╯╰──────────────────────────────────────────────╯
       Roll at size · /config/rolling_policy/file_size_bytes · optional
       Closes a file at this size in bytes: 104857600, 100 MiB or 1.5g. The first limit reached, size, idle time or
       age, closes the file. Example: 104857600
       100000000 bytes
       First file  events/raw/year=2026/month=11/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (1)  Ctrl-N next step  Ctrl-X print JSON  F2 request  Ctrl-Q quit         F1 help
      """,
      styles: """
        BBBBBBBBBBBB.sssssssss...AAAAAAAAAAAAAAASS...Asssssssssss....sssssssssss....................ddddddddddddddddd
        aaaAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd.........ddddddddddddddddddddddddddddddddddddd
        a............................................................ad..............................................d
        a.......................dddddddddddddddddddddd..dddddddddddd.ad....kkkkkk..ttttttttt.........................d
        a.......................dddddd...............................ad....kkkkkk..tttt..............................d
        a............................................................ad....kkkkkkkk..................................d
        a.BBBBBBBBBBB................................................ad......kkkkkkkkkkkk..ttttttttttttttttttttttttttd
        a............................................ddddddddddddddd.ad......kkkkkkkk..tttttttttttttttttt............d
        a........................................................ddd.ad......kkkkkkkkkkkkk...........................d
        a.BBBBB......................................................ad........kkkkkkkkkkkkkkk..tttttttttttttttttttttd
        a.......................dddddd...............................ad........kkkkkkkkkkkkkkkkkkk..tttttttttt.......d
        a.......................ddddddddddd.................dddddddd.ad..............................................d
        a.......................dddddddddddddddddddddddd.............ad......kkkkkkkkkkkkkk..........................d
        a.........................................dddddddddddddddddd.ad........kkkkkkkkkkkkkk..tttttttttttttttttt....d
        a.BBBBBBB....................................................ad..............................................d
        aA-AAAA-AA-AAAA---------_____^______________--ddddddddd-dddd-ad......kkkkkk..tttttttttttt....................d
        a.....................a......aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ad......kkkkkkkkkkkkkkkk........................d
        a.......................ddddddd..............................ada.......kkkkkkkkkkkkkkkkk..nnnnnnnnn..........d
        a............................................................ad........kkkkkkkkkkkkkkkkkkkk..nnnn............d
        a............................................................ad..............................................d
        a............................................................ad..............................................d
        a............................................................ad....kkkkkkkk..................................d
        a............................................................ad......kkkkkk..ttttttttt.......................d
        a............................................................ad..............................................d
        a............................................................ad..............................................d
        aadssssssssssssssssaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB



        .dddddddddddd
        .AAA.......AAAAA.................AAAAAA............AAAAAA.............AA..........AAAAAA..............AA
        """)
  }

  @Test func `shows an error in its field at 80 by 24`() {
    var driver = Driver()
    driver.type("my-sink</account_id><BS></config/bucket>ab</config/jurisdiction>mars")
    driver.type("</config/credentials/access_key_id>{{ X }}<C-p>")
    driver.type("</config/rolling_policy/inactivity_seconds>%Y/%Q")
    driver.type("</config/rolling_policy/interval_seconds>12 apples")
    expectScreen(
      driver,
      """
       1 Sink !2  [2 Destination ✗3  ]3 Format ✓    4 Schema ✓    5 Review ✗3
      ╭─┤ R2 bucket ├────────────────────────────────────────────────────────────────╮
      │  Bucket            *! ab    bucket names must have 3 to 63 characters, got 2 │
      │  Account ID        *! 0123105f4ec…  an account ID is 32 digits 0–9 and a–f,… │
      │  Jurisdiction       ! mars  known jurisdictions are eu, us, fedramp and fed… │
      │  Path                 (the bucket's root)                                    │
      │ Credentials                                                                  │
      │  Access key ID     *i ••••••••  the service may replace {{ NAME }} with a v… │
      │  Secret access key *✗                                               required │
      │ Files                                                                        │
      │  Name prefix          (none)                                                 │
      │  Name strategy        ‹ not set ›                                   (a UUID) │
      │  Suffix               (the format's extension)                               │
      │  Time pattern         (year=%Y/month=%m/day=%d)                              │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle     ✗ %Y/%Q     expected a time such as 300 or 5m, got %Y/%Q │
      │▸ Roll after         ✗ 12 apples                        apples is not a unit… │
      ╰─ 3 errors · 3 warnings · 3 of 4 required ────────────────────────────────────╯
       Roll after · /config/rolling_policy/interval_seconds · optional
       ✗ error: apples is not a unit of time; the units are s, m, h and d
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (9)  Ctrl-N next step  Ctrl-X print JSON    F1 help
      """,
      styles: """
        .wwwwwwwww..AAAAAAAAAAAAAAAEE..Assssssssss....ssssssssss....eeeeeeeeeee
        aaaAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a.....................w.......wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.a
        a.....................w.dddddddddddd..wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.a
        a.....................w.......wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.a
        a.......................ddddddddddddddddddd....................................a
        a.BBBBBBBBBBB..................................................................a
        a.....................a...........aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a
        a.....................e...............................................eeeeeeee.a
        a.BBBBB........................................................................a
        a.......................dddddd.................................................a
        a.......................ddddddddddd...................................dddddddd.a
        a.......................dddddddddddddddddddddddd...............................a
        a.......................ddddddddddddddddddddddddd..............................a
        a.BBBBBBB......................................................................a
        a.......................dddddddddd.............................................a
        a.....................e...........eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.a
        aA-AAAA-AAAAA---------e-_________^_____________________--eeeeee-ee-eee-e-eeeee-a
        aadeeeeeeeeeddwwwwwwwwwwwdd................aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        .dddddddddddd
        .dddddddddddd
        .AAA.......AAAAA.................AAAAAA............AAAAAA...............AA
        """)
  }

  @Test func `fits the smallest screen`() {
    var driver = Driver(rows: 16, columns: 60)
    driver.type("clicks<A-2>My Bucket<Tab>")
    expectScreen(
      driver,
      """
       1 Sink ✓[2 Destination ●]3 Format ✓ 4 Schema ✓ 5 Review ○
      ╭─┤ R2 bucket ├────────────────────────────────────────────╮
      │  Bucket            *! My Bucket  bucket names can only … │
      │▸ Account ID        *  …ad9ca31a8372d0c353   as in step 1 │
      │  Jurisdiction         (none)                             │
      │  Path                 (the bucket's root)                │
      │ Credentials                                              │
      │  Access key ID     *                                     │
      │  Secret access key *                                     │
      │ Files                                                    │
      │  Name prefix          (none)                             │
      │  Name strategy        ‹ not set ›               (a UUID) │
      ╰─ 1 warning · 2 of 4 required ──────────────── 1–8 of 13 ─╯
       Account ID · /config/account_id · required
       The account that owns the bucket, usually the same as in …
       Tab next  Alt-N next issue (3)  Ctrl-N next step   F1 help
      """)
  }

  @Test func `shows a filtered list of choices`() {
    var driver = Driver(rows: 20, columns: 70)
    driver.type("<A-3><Tab> z")
    expectScreen(
      driver,
      """
       1 Sink ✗ 2 Destination ○[3 Format ✓]4 Schema ✓ 5 Review ✗
      ╭─ Format ───────────────────────────────────────────────────────────╮
      │  Format            *  ‹ parquet ›  columnar, compressed, $0.06 pe… │
      │ Options                                                            │
      │▸ Compression          ‹ not set ›                (zstd, or none f… │
      │  Row group size   ╭─┤ Compression · filter: z ├─────────────────╮  │
      ├─ Request ─ 1 of 1 │ ▸ zstd             smallest files           │──┤
      │      "credentials"│   gzip             most widely supported    │  │
      │        "access_key│   lz4              fast, moderate ratio     │  │
      │        "secret_acc│                                             │  │
      │      }            │                                             │  │
      │    },             │                                             │  │
      │▌   "format": {    ╰─ ↑ ↓ choose · Enter accept · Esc close ─────╯  │
      │      "type": "parquet"                                             │
      │    }                                                               │
      │  }                                                                 │
      ╰─────────────────────────────────────────────────────── 7–15 of 15 ─╯
       Compression · /format/compression · optional
       (zstd, or none for JSON)

      """,
      styles: """
        .eeeeeeee................AAAAAAAAAASAssssssssss.eeeeeeeeee
        dd........dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        d....................................ddddddddddddddddddddddddddddddd.d
        d.BBBBBBB............................................................d
        dA-AAAAAAAAAAA----------_________________________--dddddd-dd-dddd-dd-d
        d...................aaaAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaa..d
        dd.........ddsssssssaR^RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRaddd
        d......kkkkkkkkkkkkka....l........................................a..d
        d........kkkkkkkkkkka....l........................................a..d
        d........kkkkkkkkkkka.............................................a..d
        d...................a.............................................a..d
        d...................a.............................................a..d
        da...kkkkkkkk.......aadddddddddddddddddddddddddddddddddddddddaaaaaa..d
        d......kkkkkk..ttttttttt.............................................d
        d....................................................................d
        d....................................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB


        """)
  }

  @Test func `opens the help on ? outside a text field`() {
    var driver = Driver()
    driver.type("a?<Tab>?")
    #expect(driver.wizard.draft["/name"] == .text("a?"))
    #expect(driver.screen.contains("Help · Sink"))
    #expect(driver.screen.contains("an Iceberg table in the bucket's Data Catalog"))
  }
}
