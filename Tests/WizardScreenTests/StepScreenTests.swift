import Testing

/// Tests whole screens of the first three steps.
@Suite struct StepScreenTests {
  @Test func `shows an empty sink`() {
    let driver = Driver(typing: "")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─┤ Sink ├─────────────────────────────────────────────────────────────────────╮
      │▸ Name              *                                                         │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 2 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": ‹required›,                                                       │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink
       → example  Tab next  Alt-N next required (4)  Ctrl-N next step         F1 help
      """,
      styles: """
        AAAAAAAAAAAAA...................ssssssssss....ssssssssss
        aaaAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aA-AAAA--------------.--^_____________________________________________________-a
        a........................................................ddddddddddddddddddddd.a
        a..............................................................................a
        aa.........ad................aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        d..............................................................................d
        da...kkkkkk..wwwwwwwwww........................................................d
        d....kkkkkk..tttt..............................................................d
        d....kkkkkkkk..................................................................d
        d......kkkkkkkkkkkk..tttttttttttttttttttttttttttttttttt........................d
        d......kkkkkkkk..wwwwwwwwww....................................................d
        d......kkkkkkkkkkkkk...........................................................d
        d........kkkkkkkkkkkkkkk..wwwwwwwwww...........................................d
        d........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww.......................................d
        d..............................................................................d
        d..............................................................................d
        d....kkkkkkkk..................................................................d
        d......kkkkkk..ttttttttt.......................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBB


        .A..........AAA.......AAAAA....................AAAAAA...................AA
        """)
  }

  @Test func `shows a named sink of another type`() {
    let driver = Driver(typing: "my_sink<Tab><Right>")
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○5/8
      ╭─┤ Sink ├─────────────────────────────────────────────────────────────────────╮
      │  Name              *  my_sink                                          7/128 │
      │▸ Type              *  ‹ r2_data_catalog ›              an Iceberg table in … │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │    "name": "my_sink",                                                        │
      │▌   "type": "r2_data_catalog",                                                │
      │    "config": {                                                               │
      │      "token": ‹required›,                                                    │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "table_name": ‹required›                                                │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      │    }                                                                         │
      │  }                                                                           │
      ╰──────────────────────────────────────────────────────────────────────────────╯
       Type · /type · required
       The destination: files in an R2 bucket, or a table in the bucket's Data
       Catalog. r2_data_catalog: an Iceberg table in the bucket's Data Catalog.
       → change  Space list  Tab next  Alt-N next required (3)  F2 request    F1 help
      """)
  }

  @Test func `shows the destination of a Data Catalog sink`() {
    let driver = Driver(
      typing: "my_sink</type><Right></config/bucket>events</config/table_name>default"
        + "</config/namespace>clicks</config/token>cfut_abc")
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ✓   ]3 Format ✓    4 Schema ✓    5 Review ○
      ╭─┤ Bucket of the catalog ├────────────────────────────────────────────────────╮
      │  Bucket            *  events                                                 │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353          as in step 1 │
      │ Iceberg table                                                                │
      │  Namespace            clicks                                                 │
      │  Table             *  default                                                │
      │ Credentials                                                                  │
      │▸ Catalog token     *  ••••••••                                           set │
      │ Rolling                                                                      │
      │  Roll at size         (no limit)                                             │
      │  Roll when idle       (never)                                                │
      │  Roll after           (300 s)                                                │
      ├─ Request ─ 4 of 4 required ──────────────────────────────────────────────────┤
      │    "type": "r2_data_catalog",                                                │
      │    "config": {                                                               │
      │▌     "token": "••••••••",                                                    │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": "events",                                                     │
      ╰────────────────────────────────────────────────────────────────── 3–7 of 14 ─╯
       Catalog token · /config/token · required
       The API token for the catalog and the bucket: Workers R2 Storage Bucket Item …
       Table  events › clicks.default
       Alt-R variables  Ctrl-R show  Tab next  Alt-N review  F2 request       F1 help
      """,
      styles: """
        .ssssssss...AAAAAAAAAAAAAAAS...Assssssssss....ssssssssss
        aaaAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a..............................................................................a
        a.......................dddddddddddddddddddddddddddddddd..........dddddddddddd.a
        a.BBBBBBBBBBBBB................................................................a
        a..............................................................................a
        a..............................................................................a
        a.BBBBBBBBBBB..................................................................a
        aA-AAAAAAA-AAAAA-----.--________^________________________________________--ddd-a
        a.BBBBBBB......................................................................a
        a.......................dddddddddd.............................................a
        a.......................ddddddd................................................a
        a.......................ddddddd................................................a
        aa.........adssssssssssssssssaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        d....kkkkkk..ttttttttttttttttt.................................................d
        d....kkkkkkkk..................................................................d
        da.....KKKKKKKBBTTTTTTTTTTB....................................................d
        d......kkkkkkkkkkkk..tttttttttttttttttttttttttttttttttt........................d
        d......kkkkkkkk..tttttttt......................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .ddddddd
        .AAAAA............AAAAAA.......AAA.......AAAAA.........AA...............AA
        """)
  }

  @Test func `shows the Parquet format`() {
    let driver = Driver(typing: "<A-3><Tab>z")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─┤ Format ├───────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ parquet ›         columnar, compressed, $0.06 per GB │
      │ Options                                                                      │
      │▸ Compression          ‹ zstd ›                                smallest files │
      │  Row group size       (the service's default)                                │
      ├─ Request ─ 1 of 1 required ──────────────────────────────────────────────────┤
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet",                                                      │
      │▌     "compression": "zstd"                                                   │
      │    }                                                                         │
      ╰───────────────────────────────────────────────────────────────── 5–15 of 16 ─╯
       Compression · /format/compression · optional
       The codec of the files; JSON with gzip ends in json.gz. zstd: smallest files.
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       → change  Space list  Tab next  Alt-N next required (4)  F2 request    F1 help
      """)
  }

  @Test func `shows the JSON format with a focused toggle`() {
    let driver = Driver(typing: "</format/type><Left></format/unstructured><Right>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─┤ Format ├───────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ json ›        one JSON object per line, $0.03 per GB │
      │ Options                                                                      │
      │  Decimals             ‹ not set ›                                   (number) │
      │  Timestamps           ‹ not set ›                                  (rfc3339) │
      │▸ Unstructured         ‹ yes ›                                            yes │
      │  Compression          ‹ not set ›                   (zstd, or none for JSON) │
      ├─ Request ─ 1 of 1 required ──────────────────────────────────────────────────┤
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "json",                                                         │
      │▌     "unstructured": true                                                    │
      │    }                                                                         │
      ╰───────────────────────────────────────────────────────────────── 7–15 of 16 ─╯
       Unstructured · /format/unstructured · optional
       Whether each record is one free-form JSON value instead of columns. Example: …
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.json
       → yes/no  Tab next  Alt-N next required (4)  Ctrl-N next step          F1 help
      """,
      styles: """
        .eeeeeeeee.....................AAAAAAAAAAS...Assssssssss....eeeeeeeeeee
        aaaAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a.......................................dddddddddddddddddddddddddddddddddddddd.a
        a.BBBBBBB......................................................................a
        a.......................ddddddddddd...................................dddddddd.a
        a.......................ddddddddddd..................................ddddddddd.a
        aA-AAAAAAAAAAAA---------^________________________________________________--ddd-a
        a.......................ddddddddddd...................dddddddddddddddddddddddd.a
        aa.........adssssssssssssssssaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        d......kkkkkkkkkkkkk...........................................................d
        d........kkkkkkkkkkkkkkk..wwwwwwwwww...........................................d
        d........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww.......................................d
        d..............................................................................d
        d..............................................................................d
        d....kkkkkkkk..................................................................d
        d......kkkkkk..tttttt..........................................................d
        da.....KKKKKKKKKKKKKKBBNNNN....................................................d
        d..............................................................................d
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .dddddddddddd
        .A.........AAA.......AAAAA....................AAAAAA....................AA
        """)
  }
}
