import Testing
import WizardFlow

/// Keys in, the whole screen out.
@Suite struct ScreenTests {
  @Test func `the destination beside its request`() {
    var driver = Driver(rows: 32, columns: 110, environment: ["R2_ACCESS_KEY_ID"])
    driver.type("my_sink<C-n>analytics-events<Tab><Tab><Tab>events/raw<Tab><A-r><Tab>abc")
    driver.type("<Tab><Tab><Tab><Tab>year=%Y/month=%m<Tab>100MB<Tab>20m<S-Tab>")
    #expect(
      driver.screen == """
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
          Suffix               (by the format)                      │      "partitioning": {
          Time pattern         year=%Y/month=%m  now year=2026/mon… │        "time_pattern": "year=%Y/month=%m"
         Rolling                                                    │      },
        ▸ Roll at size         100MB                100000000 bytes │      "path": "events/raw",
          Roll when idle     i 20m  not shorter than Roll after (3… │      "rolling_policy": {
          Roll after           (300 s)                              │▌       "file_size_bytes": 100000000,
                                                                    │        "inactivity_seconds": 1200
                                                                    │      }
                                                                    │    },
                                                                    │    "format": {
                                                                    │      "type": "parquet"
                                                                    │    }
        ────────────────────────────────────────────────────────────┴─────────────────────────────────────────────────
         Roll at size · /config/rolling_policy/file_size_bytes · optional
         Closes a file when it has this many bytes: 104857600, 100MB, 100 MiB or 1.5g. Whichever of the three
         conditions comes first closes the file. Example: 104857600

         First file  events/raw/year=2026/month=11/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
         Tab next  Ctrl-N next step  Ctrl-X finish  F2 request  Ctrl-Q quit  Ctrl-_ undo  Ctrl-P step back    F1 help
        """)
  }

  @Test func `an error in its field at 80 by 24`() {
    var driver = Driver()
    driver.type("my-sink<Tab><Tab><BS><C-n>ab<Tab><Tab>mars<Tab><Tab>{{ X }}<C-p>")
    driver.type("<C-n><Tab><Tab><Tab><Tab><Tab><Tab><Tab>%Y/%Q<Tab>12 apples")
    #expect(
      driver.screen == """
          1 Sink ! [2 Destination ✗] 3 Format ✓  4 Schema ✓  5 Review ✗        3 errors
        ────────────────────────────────────────────────────────────────────────────────
         R2 bucket
          Bucket            *! ab         a bucket's name has 3 to 63 characters, got 2
          Account ID        *! 0123105f4ecef8ad9ca31a8372d0c35  an account ID is 32 di…
          Jurisdiction       ! mars  known jurisdictions are eu, us, fedramp and fedra…
          Path                 (the bucket's root)
         Credentials
          Access key ID     *i ••••••••  the service may replace {{ NAME }} by a varia…
          Secret access key *✗                                                 required
         Files
          Name prefix          (none)
          Name strategy        ‹ not set ›                                     (a UUID)
          Suffix               (by the format)
          Time pattern         (year=%Y/month=%m/day=%d)
         Rolling
          Roll at size         (no limit)
          Roll when idle     ✗ %Y/%Q       expected a time such as 300 or 5m, got %Y/%Q
        ▸ Roll after         ✗ 12 apples   apples is not a unit of time; the units are…
        ────────────────────────────────────────────────────────────────────────────────
         Roll after · /config/rolling_policy/interval_seconds · optional
         ✗ error: apples is not a unit of time; the units are s, m, h and d
         First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet
         Tab next  Ctrl-N next step  Ctrl-X finish  F2 request  Ctrl-Q quit     F1 help
        """)
  }

  @Test func `the tree of columns`() {
    var driver = Driver()
    driver.type("<A-4><Enter>id<Tab>int6<Tab>y<Enter>at<Tab>t<Tab><Tab>s<Enter>tags<Tab>l<Enter>s")
    driver.type("<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>int3<Enter><Enter>x<F6>")
    #expect(
      driver.screen == """
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
         Advanced
          Columns sent         ‹ listed ›                       sends the columns below
          Inferred             ‹ not set ›                                    (no mark)
         Format inside the schema
          Format               ‹ not set ›                               (as in step 3)
        ────────────────────────────────────────────────────────────────────────────────
         Name · /schema/fields/4/name · optional
         The column's name, unique among the fields beside it. A list's item needs
         none. Example: user_id
         Enter next/new column  F7 add  F5 copy  F8 delete  F6 details          F1 help
        """)
  }

  @Test func `the review lists what is wrong`() {
    var driver = Driver()
    driver.type("2fast<Tab><Right><C-n>bucket<A-3><Left><A-5>")
    #expect(
      driver.screen == """
          1 Sink ✓  2 Destination ✗  3 Format !  4 Schema ✓ [5 Review ✗]       2 errors
        ────────────────────────────────────────────────────────────────────────────────
         2 errors · 1 warning · 1 note
        ▸ ✗ Catalog token: is required
          ✗ Table: is required
          ! Format: a Data Catalog sink takes parquet only, got "json"
          i Name: a name that begins with a digit needs quotes in SQL
         When done
          [ Finish ] the payload goes to standard output
          [ Save ]   the payload goes to a file you name
          [ Leave ]  without the payload








        ────────────────────────────────────────────────────────────────────────────────
         /config/token · required · Enter goes to its field
         ✗ error: is required
         Table  bucket › default.‹table›
         Enter press  Tab next  Ctrl-N next step  Ctrl-X finish  F2 request     F1 help
        """)
  }

  @Test func `the smallest screen`() {
    var driver = Driver(rows: 16, columns: 60)
    driver.type("clicks<A-2>My Bucket<Tab>")
    #expect(
      driver.screen == """
         1✓ [2 Destination ●] 3✓ 4✓ 5○          1 warning · 2 to do
        ────────────────────────────────────────────────────────────
         R2 bucket
          Bucket            *! My Bucket  a bucket's name has only…
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
         The account that owns the bucket. It follows the account …
         Tab next  Ctrl-N next step  Ctrl-X finish          F1 help
        """)
  }

  @Test func `a list of choices with a filter`() {
    var driver = Driver(rows: 20, columns: 70)
    driver.type("<A-3><Tab> z")
    #expect(
      driver.screen == """
         1✗ 2○ [3 Format ●] 4✓ 5✗                           1 error · 3 to do
        ──────────────────────────────────────────────────────────────────────
         Format
          Format            *  ‹ parquet ›                columns, compressed
         Options
        ▸ Compression          ‹ not set ›                             (zstd)
          ┌─ Compression · filter: z ──────────────────────────────────────┐
          │ ▸ zstd             the smallest files                          │
          │   gzip             read everywhere                             │
          │   lz4              fast, with a fair ratio                     │
          └─ ↑ ↓ choose · Enter accept · Esc close ────────────────────────┘





        ──────────────────────────────────────────────────────────────────────
         Compression · /format/compression · optional
         The codec of the Parquet columns.

        """)
  }

  @Test func `a question mark outside a text is a call for help`() {
    var driver = Driver()
    driver.type("a?<Tab>?")
    #expect(driver.wizard.draft["/name"] == .text("a?"))
    #expect(driver.screen.contains("Help · Sink"))
    #expect(driver.screen.contains("an Iceberg table in the bucket's Data Catalog"))
  }

  @Test func `what was found in a file`() {
    var driver = Driver()
    driver.wizard.open(name: "sink.json", Array(Self.damaged.utf8))
    #expect(
      driver.screen == """
         [1 Sink ●] 2 Destination ✗  3 Format ✓  4 Schema ✓  5 Review ✗        5 errors
        ────────────────────────────────────────────────────────────────────────────────
         Sink
        ▸ Name              *  events                                             6/128
          ┌─ sink.json ──────────────────────────────────────────────────────────────┐t
          │ Everything in it is in the form, also what is wrong. What belongs to     │
          │ another type is kept aside and comes back with that type.                │
          │                                                                          │
          │ ✗ 4:13: /config/bucket: is required [required]                           │
          │ ✗ 6:5: /config/bukcet: is not a member that the reference knows; did you │
          │ mean "bucket"? [unknown-member]                                          │
          │ ✗ 7:67: /config/credentials/secret_access_key: must be a string, got a   │
          │ number [type]                                                            │
          │ ✗ 8:44: /config/rolling_policy/interval_seconds: must be a whole number  │
          │ of seconds, got "300" [type]                                             │
          │ ✗ 9:20: /config/file_naming: must be an object, got an array [type]      │
          └─ ↑ ↓ scroll · Enter go on to the form ───────────────────────────────────┘


        ────────────────────────────────────────────────────────────────────────────────
         Name · /name · required
         The name of the sink: 1–128 characters. Pipelines write to it by this name in
         SQL (INSERT INTO name …), and it cannot be changed later. Example: my_sink

        """)
    driver.type("<Enter><A-2>")
    #expect(
      driver.screen == """
          1 Sink ✓ [2 Destination ✗] 3 Format ✓  4 Schema ✓  5 Review ✗        5 errors
        ────────────────────────────────────────────────────────────────────────────────
         R2 bucket
        ▸ Bucket            *✗                                                 required
          Account ID        *  0123105f4ecef8ad9ca31a8372d0c353
          Jurisdiction         (none)
          Path                 (the bucket's root)
         Credentials
          Access key ID     *  ${A}                                       $A is not set
          Secret access key *✗ ••••••••                  must be a string, got a number
         Files
          Time pattern         (year=%Y/month=%m/day=%d)
         Rolling
          Roll at size         (no limit)
          Roll when idle       (never)
          Roll after         ✗ "300"       must be a whole number of seconds, got "300"
         Not in the reference
          bukcet             ✗ "analytics"  is not a member that the reference knows; …
          file_naming        ✗ []                       must be an object, got an array
        ────────────────────────────────────────────────────────────────────────────────
         Bucket · /config/bucket · required
         ✗ error: is required
         First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet
         Tab next  Ctrl-N next step  Ctrl-X finish  F2 request  Ctrl-Q quit     F1 help
        """)
  }

  static let damaged = """
    {
      "name": "events",
      "type": "r2",
      "config": {
        "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
        "bukcet": "analytics",
        "credentials": {"access_key_id": "${A}", "secret_access_key": 7},
        "rolling_policy": {"interval_seconds": "300"},
        "file_naming": []
      },
      "format": {"type": "parquet"}
    }
    """

  @Test func `a terminal that is too small`() {
    var driver = Driver(rows: 10, columns: 40)
    driver.type("name")
    #expect(
      driver.screen == """
        sinkwizard needs 60 columns and 16 rows;
        this terminal has 40 and 10. Make it
        larger: nothing is lost.







        """)
    _ = driver.wizard.handle(.resized(rows: 24, columns: 80))
    #expect(driver.screen.contains("*  name"))
  }
}
