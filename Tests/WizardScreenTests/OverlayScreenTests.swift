import Testing

/// Whole screens with help or a list over the form.
@Suite struct OverlayScreenTests {
  @Test func `shows the help`() {
    let driver = Driver(typing: "<F1><Down>")
    expectScreen(
      driver,
      """
       [1 Sink ●] 2 Destination ○  3 Format ✓  4 Schema ✓  5 Review ○         4 to do
      ──┌─ Help · Sink ────────────────────────────────────────────────────────────┐──
       S│   The name of the sink: 1–128 characters. Pipelines write to it by this  │
      ▸ │   name in SQL (INSERT INTO name …). It cannot be changed later.          │
        │   example         my_sink                                                │t
        │ In a text                                                                │
        │   ← Ctrl-B        one character left                                     │
        │   → Ctrl-F        one character right; in an empty field, take the       │
        │                   default or example                                     │
        │   Home Ctrl-A     beginning of the line                                  │
        │   End Ctrl-E      end of the line                                        │
        │   Alt-B Ctrl-←    one word left                                          │
        │   Alt-F Ctrl-→    one word right                                         │
        │   Backspace       delete the character before                            │
        │   Del Ctrl-D      delete the character under                             │
        │   Ctrl-W          delete back to a blank                                 │
        │   Ctrl-U          delete to the beginning                                │
        │   Ctrl-K          delete to the end                                      │
        │   Ctrl-Y          insert what Ctrl-U, Ctrl-K or Ctrl-W deleted last      │
      ──│   Alt-0           send an empty string, or unset it again                │──
       N└─ 2–19 of 60 · ↑ ↓ scroll · Esc close ────────────────────────────────────┘
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """,
      styles: """
        BAAAAAAAAAA.................ssssssssssssssssssssssss
        ddaaAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        .Ba..........................................................................a
        A.a..........................................................................a
        ..a..........................................................................ad
        ..a.BBBBBBBBB................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        dda..........................................................................add
        .Baadddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa



        """)
  }

  @Test func `shows a list of choices`() {
    let driver = Driver(typing: "<A-3><Tab> <Down>")
    expectScreen(
      driver,
      """
        1 Sink ✗  2 Destination ○ [3 Format ●] 4 Schema ✓  5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       Format
        Format            *  ‹ parquet ›                         columnar, compressed
       Options
      ▸ Compression          ‹ not set ›                                       (zstd)
        Row group size       (the service's default)
        ┌─ Compression · type to filter ───────────────────────────────────────────┐
        │   not set          (zstd)                                                │
        │ ▸ uncompressed     no compression                                        │
        │   snappy           fastest                                               │
        │   gzip             most widely supported                                 │
        │   zstd             smallest files                                        │
        │   lz4              fast, moderate ratio                                  │
        └─ ↑ ↓ choose · Enter accept · Esc close ──────────────────────────────────┘




      ────────────────────────────────────────────────────────────────────────────────
       Compression · /format/compression · optional
       The codec of the Parquet columns.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows the actions for marked columns`() {
    let driver = Driver(typing: "<A-4><Enter>id<Enter>at<A-m><Up><A-m><A-s><Down>")
    expectScreen(
      driver,
      """
        1 Sink ✗  2 Destination ○  3 Format ✓ [4 Schema ●] 5 Review ✗         1 error
      ────────────────────────────────────────────────────────────────────────────────
       C┌─ 2 marked columns · type to filter ──────────────────────────────────────┐
        │   required yes     every event must have them                            │
      ▸ │ ▸ required no      events may lack them                                  │
        │   required not set the service's default                                 │
        │   delete           removes them from the schema                          │
        │   type int32       32-bit integers, ±2.1 billion                         │
       A│   type int64       64-bit integers, ±9.2 × 10^18                         │
        │   type float32     32-bit floating point, about 7 digits                 │d
        │   type float64     64-bit floating point, about 15 digits                │)
       F│   type bool        true or false                                         │
        │   type string      text                                                  │)
        │   type binary      bytes, base64 in events                               │
        │   type timestamp   a point in time: RFC 3339 text, or a number           │
        │   type json        any JSON value, stored as is                          │
        │   type struct      an object with named fields                           │
        │   type list        a list of items of one type                           │
        └─ ↑ ↓ choose · Enter accept · Esc close ──────────────────────────────────┘
      ────────────────────────────────────────────────────────────────────────────────
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT

      """,
      styles: """
        Beeeeeeeeee.................ssssssssssssAAAAAAAAAAAAeeeeeeeeeeee........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BaaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        ..a..........................................................................a
        A.a.RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR..................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        .Ba..........................................................................a
        ..a..........................................................................ad
        ..a..........................................................................ad
        .Ba..........................................................................a
        ..a..........................................................................ad
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..aadddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd

        """)
  }

  @Test func `shows the export forms`() {
    let driver = Driver(typing: "my_sink<C-n>events<C-t><Down><Down>")
    expectScreen(
      driver,
      """
        1 Sink ✓ [2 Destination ●] 3 Format ✓  4 Schema ✓  5 Review ○         2 to do
      ──┌─ Export the request ─────────────────────────────────────────────────────┐──
       R│   JSON       the body, as it would be sent                               │
      ▸ │   HTTP       the whole request, the token as a reference                 │
        │ ▸ curl       a command for bash; secrets come from the environment       │1
        │   Terraform  a resource for Cloudflare's provider                        │
        │   Python     a script for Cloudflare's SDK                               │
       C│   wrangler   a Cloudflare wrangler command, with what it cannot set      │
        │                                                                          │
        │ # For bash. Required environment variables: CLOUDFLARE_API_TOKEN         │
       F│ (                                                                        │
        │   : "${CLOUDFLARE_API_TOKEN:?}"                                          │
        │   printf %s '{                                                           │)
        │   "name": "my_sink",                                                     │
        │   "type": "r2",                                                          │
       R│   "config": {                                                            │
        │     "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                    │
        │     "bucket": "events",                                                  │
        │     "credentials": {}                                                    │
      ──│   },                                                                     │──
       B└─ ↑ ↓ choose · Enter to a file · c copy · Esc close ──────────────────────┘
       The existing R2 bucket to write to: 3–63 characters, a–z 0–9 and hyphens, beg…
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        BssssssssssAAAAAAAAAAAAAAAAAssssssssssssssssssssssss
        ddaaAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        .Ba..........................................................................a
        A.a..........................................................................a
        ..a.RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR.......ad
        ..a..........................................................................a
        ..a..........................................................................a
        .Ba..........................................................................a
        ..a..........................................................................a
        ..a.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.........a
        .Ba.d........................................................................a
        ..a.ddddddddddddddddddddddddddddddd..........................................a
        ..a.dddddddddddddd...........................................................ad
        ..a.dddddddddddddddddddd.....................................................a
        ..a.ddddddddddddddd..........................................................a
        .Ba.ddddddddddddd............................................................a
        ..a.ddddddddddddddddddddddddddddddddddddddddddddddddddddd....................a
        ..a.ddddddddddddddddddddddd..................................................a
        ..a.ddddddddddddddddddddd....................................................a
        dda.dddd.....................................................................add
        .Baadddddddddddddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaa

        .dddddddddddd

        """)
  }
}
