import Testing

/// Tests whole screens with help or a list over the form.
@Suite struct OverlayScreenTests {
  @Test func `shows the help`() {
    let driver = Driver(typing: "<F1><Down>")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸╭─┤ Help · Sink ├───────────────────────────────────────────── 2–19 of 63 ─╮ │
      │ │   The name of the sink: 1–128 characters. Pipelines write to it by this  │ │
      │ │   name in SQL (INSERT INTO name …). It cannot be changed later.          │ │
      ├─│   example         my_sink                                                │─┤
      │ │ In a text field                                                          │ │
      │▌│   ← Ctrl-B        one character left                                     │ │
      │ │   → Ctrl-F        one character right; in an empty field, take the       │ │
      │ │                   default or example                                     │ │
      │ │   Home Ctrl-A     beginning of the line                                  │ │
      │ │   End Ctrl-E      end of the line                                        │ │
      │ │   Alt-B Ctrl-←    one word left                                          │ │
      │ │   Alt-F Ctrl-→    one word right                                         │ │
      │ │   Backspace       delete the previous character                          │ │
      │ │   Del Ctrl-D      delete the character at the cursor                     │ │
      │ │   Ctrl-W          delete back to the previous space                      │ │
      │ │   Ctrl-U          delete to the beginning                                │ │
      │ │   Ctrl-K          delete to the end                                      │ │
      ╰─│   Ctrl-Y          insert what Ctrl-U, Ctrl-K or Ctrl-W deleted last      │─╯
       N│   Alt-V           list common values, if there are any                   │
       T╰─ type to filter · ↑ ↓ scroll · Esc close ────────────────────────────────╯
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddaaaAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddddddaadd
        dda.^........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda.BBBBBBBBBBBBBBB..........................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        ddaadddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }

  @Test func `shows a list of choices`() {
    let driver = Driver(typing: "<A-3><Tab> <Down>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─ Format ─────────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ parquet ›         columnar, compressed, $0.06 per GB │
      │ Options                                                                      │
      │▸ Compression          ‹ not set ›                      (zstd, or none for J… │
      │  Row group size   ╭─┤ Compression · type to filter ├────────────╮            │
      ├─ Request ─ 1 of 1 │   not set          (zstd, or none for JSON) │────────────┤
      │    "config": {    │ ▸ uncompressed     no compression           │            │
      │      "account_id":│   snappy           fastest                  │            │
      │      "bucket": ‹re│   gzip             most widely supported    │            │
      │      "credentials"│   zstd             smallest files           │            │
      │        "access_key│   lz4              fast, moderate ratio     │            │
      │        "secret_acc╰─ ↑ ↓ choose · Enter accept · Esc close ─────╯            │
      │      }                                                                       │
      │    },                                                                        │
      │▌   "format": {                                                               │
      │      "type": "parquet"                                                       │
      │    }                                                                         │
      ╰───────────────────────────────────────────────────────────────── 4–14 of 15 ─╯
       Compression · /format/compression · optional
       (zstd, or none for JSON)
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `marks the types that are newer than the reference`() {
    let driver = Driver(typing: "<Tab> <Down><Down>")
    expectScreen(
      driver,
      """
      [1 Sink ✗1  ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ✗1
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │  Name              *✗                                               required │
      │▸ Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Acc╭─┤ Type · type to filter ├─────────────────────────────────────────────╮│
      ├─ Req│   r2               files in an R2 bucket                              │┤
      │  {  │   r2_data_catalog  an Iceberg table in the bucket's Data Catalog      ││
      │    "│ ▸ basin_catalog    newer: the same table under the product's new name ││
      │▌   "╰─ ↑ ↓ choose · Enter accept · Esc close ───────────────────────────────╯│
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
       Type · /type · required
       The destination: files in an R2 bucket, or a table in the bucket's Data
       Catalog. r2: files in an R2 bucket.

      """)
  }

  @Test func `lists only the codecs of the format, marked as newer for JSON`() {
    let driver = Driver(typing: "<A-3>j<Tab><Tab><Tab><Tab> <Down><Down>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─ Format ─────────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ json ›        one JSON object per line, $0.03 per GB │
      │ Options                                                                      │
      │  Decimals             ‹ not set ›                                   (number) │
      │  Timestamps           ‹ not set ›                                  (rfc3339) │
      │  Unstructured         ‹ not set ›                                       (no) │
      │▸ Compression          ‹ not set ›                      (zstd, or none for J… │
      ├─ Request ─ 1 of 1 ╭─┤ Compression · type to filter ├────────────────╮────────┤
      │      "bucket": ‹re│   not set          (zstd, or none for JSON)     │        │
      │      "credentials"│   uncompressed     newer: no compression        │        │
      │        "access_key│ ▸ gzip             newer: most widely supported │        │
      │        "secret_acc╰─ ↑ ↓ choose · Enter accept · Esc close ─────────╯        │
      │      }                                                                       │
      │    },                                                                        │
      │▌   "format": {                                                               │
      │      "type": "json"                                                          │
      │    }                                                                         │
      ╰───────────────────────────────────────────────────────────────── 6–14 of 15 ─╯
       Compression · /format/compression · optional
       (zstd, or none for JSON)
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.json

      """)
  }

  @Test func `shows the actions for marked columns`() {
    let driver = Driver(typing: "<A-4><Enter>id<Enter>at<A-m><Up><A-m><A-s><Down>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─ Columns  · 2 marked──────────────── Type ───────── Required ─ Unit ─────────╮
      │  •id                                 string         (no)                     │
      │▸ •at ╭─┤ 2 marked columns · type to filter ├──────────────────────────╮      │
      │  [ Ad│   required yes     every event must have them                  │      │
      │  [ Im│ ▸ required no      events may lack them                        │      │
      │  [ Fr│   required not set the service's default                       │      │
      │ Advan│   delete           removes them from the schema                │      │
      │  Colu│   type int32       32-bit integers, ±2.1 billion               │isted │
      │  Infe│   type int64       64-bit integers, ±9.2 × 10^18               │rked) │
      │ Forma│   type float32     32-bit floating point, about 7 digits       │      │
      │  Form│   type float64     64-bit floating point, about 15 digits      │ep 3) │
      ├─ Requ│   type bool        true or false                               │──────┤
      │      │   type string      text                                        │      │
      │      │   type binary      bytes, base64 in events                     │      │
      │      │   type timestamp   a point in time: RFC 3339 text, or a number │      │
      │▌     │   type json        any JSON value, stored as is                │      │
      │      │   type struct      an object with named fields                 │      │
      │      │   type list        a list of items of one type                 │      │
      ╰──────╰─ ↑ ↓ choose · Enter accept · Esc close ────────────────────────╯f 27 ─╯
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddaaaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddd
        ddddddda................................................................addddddd
        dddddddaR^RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRaddddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        ddddddda................................................................addddddd
        dddddddaadddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }

  @Test func `shows the export forms`() {
    let driver = Driver(typing: "my_sink<C-n>events<C-t><Down><Down>")
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ●2/4]3 Format ✓    4 Schema ✓    5 Review ○6/8
      ╭─ R2 bucket ──────────────────────────────────────────────────────────────────╮
      │▸╭─┤ Export the request · lines 1–7 of 24 ├─────────────────────────────────╮ │
      │ │   1 JSON        the body, as it would be sent                            │ │
      │ │   2 HTTP        the whole request, the token as a reference              │ │
      │ │ ▸ 3 curl        a command for bash; secrets come from the environment    │ │
      │ │   4 Terraform   a resource for Cloudflare's provider                     │ │
      │ │   5 Python      a script for versions 5.0 to 5.7 of Cloudflare's SDK     │ │
      │ │   6 wrangler    a wrangler command; comments list the rest               │ │
      │ │   7 cf          a command for cf, Cloudflare's newer CLI                 │ │
      │ │   8 TypeScript  a program for Cloudflare's SDK                           │ │
      │ │   9 Python post a script for any version of Cloudflare's SDK             │ │
      │ │                                                                          │ │
      │ │ #!/usr/bin/env bash                                                      │ │
      │ │ # shellcheck disable=SC1003,SC2016                                       │ │
      │ │ # Required environment variables: CLOUDFLARE_API_TOKEN                   │ │
      │ │ (                                                                        │ │
      │ │   : "${CLOUDFLARE_API_TOKEN:?}"                                          │ │
      ╰─│   printf %s '{                                                           │─╯
       B│   "name": "my_sink",                                                     │
       T╰─ 1–9 ↑ ↓ choose · Enter to a file · c copy · PgDn scroll · Esc close ────╯…
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddaaaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dda..........................................................................add
        dda..........................................................................add
        ddaR^RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRadd
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda..........................................................................add
        dda.ddddddddddddddddddd......................................................add
        dda.dddddddddddddddddddddddddddddddddd.......................................add
        dda.dddddddddddddddddddddddddddddddddddddddddddddddddddddd...................add
        dda..........................................................................add
        dda.....ttttttttttttttttttttttttttt..........................................add
        dda.............tt...........................................................add
        dda...kkkkkk..ttttttttt......................................................add
        ddaadddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddaaaaadd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }
}
