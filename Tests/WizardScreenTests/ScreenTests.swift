import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Whole screens of the form.
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
       Create a sink   1 Sink ✓ ok [2 Destination ●] 3 Format ✓ ok  4 Schema ✓ ok  5 Review ○ to do        complete
      ────────────────────────────────────────────────────────────┬─────────────────────────────────────────────────
       R2 bucket                                                  │ POST /accounts/0123…c353/pipelines/… 1–22 of 23
        Bucket            *  analytics-events                     │  {
        Account ID        *  0123105f4ecef8ad9ca31…  as in step 1 │    "name": "my_sink",
        Jurisdiction         (none)                               │    "type": "r2",
        Path                 events/raw                           │    "config": {
       Credentials                                                │      "account_id": "0123105f4ecef8ad9ca31a8372d…
        Access key ID     *  ${R2_ACCESS_KEY_ID}  from the envir… │      "bucket": "analytics-events",
        Secret access key *  ••••••••                         set │      "credentials": {
       Files                                                      │        "access_key_id": "${R2_ACCESS_KEY_ID}",
        Name prefix          (none)                               │        "secret_access_key": "••••••••"
        Name strategy        ‹ not set ›                 (a UUID) │      },
        Suffix               (the format's extension)             │      "partitioning": {
        Time pattern         year=%Y/month=%m  now year=2026/mon… │        "time_pattern": "year=%Y/month=%m"
       Rolling                                                    │      },
      ▸ Roll at size         100MB                100000000 bytes │      "path": "events/raw",
        Roll when idle     i 20m  has no effect unless shorter t… │      "rolling_policy": {
        Roll after           (300 s)                              │▌       "file_size_bytes": 100000000,
                                                                  │        "inactivity_seconds": 1200
                                                                  │      }
                                                                  │    },
                                                                  │    "format": {
                                                                  │      "type": "parquet"
                                                                  │    }
      ────────────────────────────────────────────────────────────┴─────────────────────────────────────────────────
       Roll at size · /config/rolling_policy/file_size_bytes · optional
       Closes a file at this size in bytes: 104857600, 100 MiB or 1.5g. The first limit reached, size, idle time or
       age, closes the file. Example: 104857600

       First file  events/raw/year=2026/month=11/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (1)  Ctrl-N next step  Ctrl-X print JSON  F2 request  Ctrl-Q quit         F1 help
      """,
      styles: """
        BBBBBBBBBBBBBBBBsssssssssssssAAAAAAAAAAAAAAAAAssssssssssssssssssssssssssssss
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBB..................................................d.dddddddddddddddddddddddddddddddddddd.ddddddddddd
        ............................................................d
        .......................dddddddddddddddddddddd..dddddddddddd.d....kkkkkk..ttttttttt
        .......................dddddd...............................d....kkkkkk..tttt
        ............................................................d....kkkkkkkk
        .BBBBBBBBBBB................................................d......kkkkkkkkkkkk..ttttttttttttttttttttttttttttt
        ............................................ddddddddddddddd.d......kkkkkkkk..tttttttttttttttttt
        ........................................................ddd.d......kkkkkkkkkkkkk
        .BBBBB......................................................d........kkkkkkkkkkkkkkk..ttttttttttttttttttttt
        .......................dddddd...............................d........kkkkkkkkkkkkkkkkkkk..tttttttttt
        .......................ddddddddddd.................dddddddd.d
        .......................dddddddddddddddddddddddd.............d......kkkkkkkkkkkkkk
        .........................................dddddddddddddddddd.d........kkkkkkkkkkkkkk..tttttttttttttttttt
        .BBBBBBB....................................................d
        A.AAAAAAAAAAAA........._____^...............ddddddddddddddd.d......kkkkkk..tttttttttttt
        .....................a......aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.d......kkkkkkkkkkkkkkkk
        .......................ddddddd..............................da.......kkkkkkkkkkkkkkkkk..nnnnnnnnn
        ............................................................d........kkkkkkkkkkkkkkkkkkkk..nnnn
        ............................................................d
        ............................................................d
        ............................................................d....kkkkkkkk
        ............................................................d......kkkkkk..ttttttttt
        ............................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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
        1 Sink ! [2 Destination ✗] 3 Format ✓  4 Schema ✓  5 Review ✗        3 errors
      ────────────────────────────────────────────────────────────────────────────────
       R2 bucket
        Bucket            *! ab      bucket names must have 3 to 63 characters, got 2
        Account ID        *! 0123105f4ecef8ad9ca31a8372d0c35  an account ID is 32 di…
        Jurisdiction       ! mars  known jurisdictions are eu, us, fedramp and fedra…
        Path                 (the bucket's root)
       Credentials
        Access key ID     *i ••••••••  the service may replace {{ NAME }} by a varia…
        Secret access key *✗                                                 required
       Files
        Name prefix          (none)
        Name strategy        ‹ not set ›                                     (a UUID)
        Suffix               (the format's extension)
        Time pattern         (year=%Y/month=%m/day=%d)
       Rolling
        Roll at size         (no limit)
        Roll when idle     ✗ %Y/%Q       expected a time such as 300 or 5m, got %Y/%Q
      ▸ Roll after         ✗ 12 apples   apples is not a unit of time; the units are…
      ────────────────────────────────────────────────────────────────────────────────
       Roll after · /config/rolling_policy/interval_seconds · optional
       ✗ error: apples is not a unit of time; the units are s, m, h and d
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Tab next  Alt-N next issue (9)  Ctrl-N next step  Ctrl-X print JSON    F1 help
      """,
      styles: """
        BwwwwwwwwwwAAAAAAAAAAAAAAAAAsssssssssssssssssssssssseeeeeeeeeeee.......eeeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBB
        .....................w.........wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
        .....................w.ddddddddddddddddddddddddddddddd..wwwwwwwwwwwwwwwwwwwwwww
        .....................w.......wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
        .......................ddddddddddddddddddd
        .BBBBBBBBBBB
        .....................a...........aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        .....................e.................................................eeeeeeee
        .BBBBB
        .......................dddddd
        .......................ddddddddddd.....................................dddddddd
        .......................dddddddddddddddddddddddd
        .......................ddddddddddddddddddddddddd
        .BBBBBBB
        .......................dddddddddd
        .....................e.............eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        A.AAAAAAAAAA.........e._________^..eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        .eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
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
       1✓ [2 Destination ●] 3✓ 4✓ 5○          1 warning · 2 to do
      ────────────────────────────────────────────────────────────
       R2 bucket
        Bucket            *! My Bucket  bucket names can only ha…
      ▸ Account ID        *  …f8ad9ca31a8372d0c353   as in step 1
        Jurisdiction         (none)
        Path                 (the bucket's root)
       Credentials
        Access key ID     *
        Secret access key *
       Files
        Name prefix          (none)
      ───────────────────────────────────────────────────↓ 7 more─
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
       1✗ 2○ [3 Format ●] 4✓ 5✗                           1 error · 3 to do
      ──────────────────────────────────────────────────────────────────────
       Format
        Format            *  ‹ parquet ›               columnar, compressed
       Options
      ▸ ┌─ Compression · filter: z ──────────────────────────────────────┐)
        │ ▸ zstd             smallest files                              │
        │   gzip             most widely supported                       │
        │   lz4              fast, moderate ratio                        │
        │                                                                │
        │                                                                │
        │                                                                │
        └─ ↑ ↓ choose · Enter accept · Esc close ────────────────────────┘



      ──────────────────────────────────────────────────────────────────────
       Compression · /format/compression · optional
       The codec of the Parquet columns.

      """,
      styles: """
        Beee...AAAAAAAAAAAAAssseee..........................eeeeeeeeeeeeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBB
        .................................................dddddddddddddddddddd
        .BBBBBBB
        A.aaAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad
        ..a.RRLRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR..............................a
        ..a....l...........................................................a
        ..a....l...........................................................a
        ..a................................................................a
        ..a................................................................a
        ..a................................................................a
        ..aadddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaa



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
