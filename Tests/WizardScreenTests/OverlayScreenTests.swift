import Testing

/// Whole screens with help or a list over the form.
@Suite struct OverlayScreenTests {
  @Test func `shows the help`() {
    let driver = Driver(typing: "<F1><Down>")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─┌─ Help · Sink ────────────────────────────────────────────────────────────┐─╮
      │▸│   The name of the sink: 1–128 characters. Pipelines write to it by this  │ │
      │ │   name in SQL (INSERT INTO name …). It cannot be changed later.          │ │
      │ │   example         my_sink                                                │ │
      ├─│ In a text                                                                │─┤
      │ │   ← Ctrl-B        one character left                                     │ │
      │▌│   → Ctrl-F        one character right                                    │ │
      │ │   Home Ctrl-A     beginning of the line                                  │ │
      │ │   End Ctrl-E      end of the line                                        │ │
      │ │   Alt-B           one word left                                          │ │
      │ │   Alt-F           one word right                                         │ │
      │ │   Backspace       delete the character before                            │ │
      │ │   Del Ctrl-D      delete the character under                             │ │
      │ │   Ctrl-W          delete back to a blank                                 │ │
      │ │   Ctrl-U          delete to the beginning                                │ │
      │ │   Ctrl-K          delete to the end                                      │ │
      │ │   Alt-0           send an empty string, or unset it again                │ │
      │ │ Everywhere                                                               │ │
      ╰─│   Tab ↓           next field                                             │─╯
       N└─ 2–19 of 57 · ↑ ↓ scroll · Esc close ────────────────────────────────────┘
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """,
      styles: """
        AAAAAAAAAAAAA...................ssssssssss....ssssssssss
        ddaaAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dAa..........................................................................a-d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        dda.BBBBBBBBB................................................................add
        d.a..........................................................................a.d
        daa..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a.BBBBBBBBBB...............................................................a.d
        dda..........................................................................add
        .Baadddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa



        """)
  }

  @Test func `shows a list of choices`() {
    let driver = Driver(typing: "<A-3><Tab> <Down>")
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4[3 Format ✓   ]4 Schema ✓    5 Review ✗1
      ╭─ Format ─────────────────────────────────────────────────────────────────────╮
      │  Format            *  ‹ parquet ›                       columnar, compressed │
      │ Options                                                                      │
      │▸ Compression          ‹ not set ›                                     (zstd) │
      │  Row group size       (the service's default)                                │
      ├─ Request ─ 1 of 1 required ──────────────────────────────────────────────────┤
      │ ┌─ Compression · type to filter ───────────────────────────────────────────┐ │
      │ │   not set          (zstd)                                                │ │
      │ │ ▸ uncompressed     no compression                                        │ │
      │ │   snappy           fastest                                               │ │
      │ │   gzip             most widely supported                                 │ │
      │ │   zstd             smallest files                                        │ │
      │ │   lz4              fast, moderate ratio                                  │ │
      │ └─ ↑ ↓ choose · Enter accept · Esc close ──────────────────────────────────┘ │
      │▌   "format": {                                                               │
      │      "type": "parquet"                                                       │
      │    }                                                                         │
      │  }                                                                           │
      ╰───────────────────────────────────────────────────────────────── 4–15 of 15 ─╯
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
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─ Columns  · 2 marked──────────────── Type ───────── Required ─ Unit ─────────╮
      │ ┌─ 2 marked columns · type to filter ──────────────────────────────────────┐ │
      │▸│   required yes     every event must have them                            │ │
      │ │ ▸ required no      events may lack them                                  │ │
      │ │   required not set the service's default                                 │ │
      │ │   delete           removes them from the schema                          │ │
      │ │   type int32       32-bit integers, ±2.1 billion                         │ │
      │ │   type int64       64-bit integers, ±9.2 × 10^18                         │ │
      │ │   type float32     32-bit floating point, about 7 digits                 │ │
      │ │   type float64     64-bit floating point, about 15 digits                │ │
      │ │   type bool        true or false                                         │ │
      ├─│   type string      text                                                  │─┤
      │ │   type binary      bytes, base64 in events                               │ │
      │ │   type timestamp   a point in time: RFC 3339 text, or a number           │ │
      │ │   type json        any JSON value, stored as is                          │ │
      │▌│   type struct      an object with named fields                           │ │
      │ │   type list        a list of items of one type                           │ │
      │ └─ ↑ ↓ choose · Enter accept · Esc close ──────────────────────────────────┘ │
      ╰──────────────────────────────────────────────────────────────── 20–25 of 27 ─╯
       Name · /schema/fields/1/name · optional
       The column's name, unique among its siblings. Not needed for list items. Exam…
       In Parquet  BYTE_ARRAY STRING · SQL TEXT

      """,
      styles: """
        .eeeeeeeee......................ssssssssss...AAAAAAAAAAS...Aeeeeeeeeeee
        dd.........aaaaaaaaaaadddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        d.aaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.d
        dAa..........................................................................a-d
        d.a.IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII..................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        dda..........................................................................add
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        daa..........................................................................a.d
        d.a..........................................................................a.d
        d.aadddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.d
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
       1 Sink ✓   [2 Destination ●2/4]3 Format ✓    4 Schema ✓    5 Review ○6/8
      ╭─┌─ Export the request ─────────────────────────────────────────────────────┐─╮
      │▸│   JSON       the body, as it would be sent                               │ │
      │ │   HTTP       the whole request, the token as a reference                 │ │
      │ │ ▸ curl       a command for bash; secrets come from the environment       │ │
      │ │   Terraform  a resource for Cloudflare's provider                        │ │
      │ │   Python     a script for Cloudflare's SDK                               │ │
      │ │   wrangler   a Cloudflare wrangler command, with what it cannot set      │ │
      │ │                                                                          │ │
      │ │ # For bash. Required environment variables: CLOUDFLARE_API_TOKEN         │ │
      │ │ (                                                                        │ │
      │ │   : "${CLOUDFLARE_API_TOKEN:?}"                                          │ │
      │ │   printf %s '{                                                           │ │
      │ │   "name": "my_sink",                                                     │ │
      │ │   "type": "r2",                                                          │ │
      │ │   "config": {                                                            │ │
      │ │     "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                    │ │
      │ │     "bucket": "events",                                                  │ │
      │ │     "credentials": {}                                                    │ │
      ╰─│   },                                                                     │─╯
       B└─ ↑ ↓ choose · Enter to a file · c copy · Esc close ──────────────────────┘
       The existing R2 bucket to write to: 3–63 characters, a–z 0–9 and hyphens, beg…
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        .ssssssss...AAAAAAAAAAAAAAAAAAAAssssssssss....ssssssssss
        ddaaAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dAa..........................................................................a-d
        d.a..........................................................................a.d
        d.a.IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII.......a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a..........................................................................a.d
        d.a.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.........a.d
        d.a.d........................................................................a.d
        d.a.ddddddddddddddddddddddddddddddd..........................................a.d
        d.a.dddddddddddddd...........................................................a.d
        d.a.dddddddddddddddddddd.....................................................a.d
        d.a.ddddddddddddddd..........................................................a.d
        d.a.ddddddddddddd............................................................a.d
        d.a.ddddddddddddddddddddddddddddddddddddddddddddddddddddd....................a.d
        d.a.ddddddddddddddddddddddd..................................................a.d
        d.a.ddddddddddddddddddddd....................................................a.d
        dda.dddd.....................................................................add
        .Baadddddddddddddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaa

        .dddddddddddd

        """)
  }
}
