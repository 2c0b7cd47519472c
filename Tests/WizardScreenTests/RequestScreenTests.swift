import Testing

/// Tests whole screens with the focus in the request.
@Suite struct RequestScreenTests {
  @Test func `shows the request alone at 80 by 24`() {
    let driver = Driver(typing: "my_sink<C-n>events<F2><Down><Down>")
    expectScreen(
      driver,
      """
       1 Sink ✓   [2 Destination ●2/4]3 Format ✓    4 Schema ✓    5 Review ○6/8
      ╭─┤ Request ├─ POST /accounts/0123105f4ecef…a31a8372d0c353/pipelines/v1/sinks ─╮
      │  {                                                                           │
      │    "name": "my_sink",                                                        │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │▌     "bucket": "events",                                                     │
      │      "credentials": {                                                        │
      │▸       "access_key_id": ‹required›,                                          │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      │    }                                                                         │
      │  }                                                                           │
      │                                                                              │
      ╰──────────────────────────────────────────────────────────────────────────────╯
       Access key ID · /config/credentials/access_key_id · required
       The Access Key ID of an R2 API token with Object Read & Write on the bucket. …
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       / search  Esc back to the form  n next match  Enter to the field       F1 help
      """,
      styles: """
        .ssssssss...AAAAAAAAAAAAAAAAAAAAssssssssss....ssssssssss
        aaaAAAAAAAAAaaddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddaa
        a..............................................................................a
        a....kkkkkk..ttttttttt.........................................................a
        a....kkkkkk..tttt..............................................................a
        a....kkkkkkkk..................................................................a
        a......kkkkkkkkkkkk..tttttttttttttttttttttttttttttttttt........................a
        aa.....kkkkkkkk..tttttttt......................................................a
        a......kkkkkkkkkkkkk...........................................................a
        a^-------KKKKKKKKKKKKKKKB-WWWWWWWWWWB------------------------------------------a
        a........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww.......................................a
        a..............................................................................a
        a..............................................................................a
        a....kkkkkkkk..................................................................a
        a......kkkkkk..ttttttttt.......................................................a
        a..............................................................................a
        a..............................................................................a
        a..............................................................................a
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .dddddddddddd
        .A.........AAA...................A.............AAAAA....................AA
        """)
  }

  @Test func `shows a search in the request next to the form`() {
    let driver = Driver(
      typing: "my_sink</config/bucket>events</config/path>logs<F2>/events", columns: 100)
    expectScreen(
      driver,
      """
       sinkwizard  1 Sink ✓    [2 Destination ● 2/4]3 Format ✓     4 Schema ✓     5 Review ○ 6/8
      ╭─ R2 bucket ──────────────────────────────────────╮╭─ /events                           ─ 1 of 1 ─╮
      │  Bucket            *  events                     ││  {                                           │
      │  Account ID        *  0123105f4ecef…  as in ste… ││    "name": "my_sink",                        │
      │  Jurisdiction         (none)                     ││    "type": "r2",                             │
      │  Path                 logs                       ││    "config": {                               │
      │ Credentials                                      ││      "account_id": "0123105f4ecef8ad9ca31a83…│
      │  Access key ID     *                             ││▸     "bucket": "events",                     │
      │  Secret access key *                             ││      "credentials": {                        │
      │ Files                                            ││        "access_key_id": ‹required›,          │
      │  Name prefix          (none)                     ││        "secret_access_key": ‹required›       │
      │  Name strategy        ‹ not set ›       (a UUID) ││      },                                      │
      │  Suffix               (the format's extension)   ││▌     "path": "logs"                          │
      │  Time pattern         (year=%Y/month=%m/day=%d)  ││    },                                        │
      │ Rolling                                          ││    "format": {                               │
      │  Roll at size         (no limit)                 ││      "type": "parquet"                       │
      │  Roll when idle       (never)                    ││    }                                         │
      │  Roll after           (300 s)                    ││  }                                           │
      │                                                  ││                                              │
      ╰─ 2 of 4 required ────────────────────────────────╯╰──────────────────────────────────────────────╯
       Bucket · /config/bucket · required
       Type to search the request. Enter, then n or N, steps through the matches; Esc ends the search.
       First file  logs/year=2026/month=11/day=23/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Enter keep  Esc end the search  Tab next  Alt-N next required (2)  Ctrl-N next step        F1 help
      """,
      styles: """
        BBBBBBBBBBBB.sssssssss...AAAAAAAAAAAAAAAAAAAAAsssssssssss....sssssssssss
        dd...........dddddddddddddddddddddddddddddddddddddddaaAA______^__________________________addddddddaa
        d..................................................da..............................................a
        d.......................dddddddddddddd..dddddddddd.da....kkkkkk..ttttttttt.........................a
        d.......................dddddd.....................da....kkkkkk..tttt..............................a
        d..................................................da....kkkkkkkk..................................a
        d.BBBBBBBBBBB......................................da......kkkkkkkkkkkk..tttttttttttttttttttttttttta
        d..................................................daA-----KKKKKKKKB-TYYYYYYTB---------------------a
        d..................................................da......kkkkkkkkkkkkk...........................a
        d.BBBBB............................................da........kkkkkkkkkkkkkkk..wwwwwwwwww...........a
        d.......................dddddd.....................da........kkkkkkkkkkkkkkkkkkk..wwwwwwwwww.......a
        d.......................ddddddddddd.......dddddddd.da..............................................a
        d.......................dddddddddddddddddddddddd...daa.....kkkkkk..tttttt..........................a
        d.......................ddddddddddddddddddddddddd..da..............................................a
        d.BBBBBBB..........................................da....kkkkkkkk..................................a
        d.......................dddddddddd.................da......kkkkkk..ttttttttt.......................a
        d.......................ddddddd....................da..............................................a
        d.......................ddddddd....................da..............................................a
        d..................................................da..............................................a
        ddd................dddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        .BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB

        .dddddddddddd
        .AAAAA.......AAA.................AAA.......AAAAA....................AAAAAA..................AA
        """)
  }

  @Test func `the request scrolled down by a page keeps two lines in view`() {
    let driver = Driver(
      typing: "my_sink<C-n>events<A-4><Enter>a<Enter>b<Enter>c<Enter>d<Enter>e<A-1><PgDn>",
      columns: 100)
    expectScreen(
      driver,
      """
       sinkwizard [1 Sink ✓    ]2 Destination ○ 2/4 3 Format ✓     4 Schema ✓     5 Review ○ 6/8
      ╭─┤ Sink ├───────────────────────────────────────────────────╮╭─ Request ──────────────────────────╮
      │▸ Name              *  my_sink                        7/128 ││      "fields": [                   │
      │  Type              *  ‹ r2 ›         files in an R2 bucket ││        {                           │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353     ││          "type": "string",         │
      │                                                            ││          "name": "a"               │
      │                                                            ││        },                          │
      │                                                            ││        {                           │
      │                                                            ││          "type": "string",         │
      │                                                            ││          "name": "b"               │
      │                                                            ││        },                          │
      │                                                            ││        {                           │
      │                                                            ││          "type": "string",         │
      │                                                            ││          "name": "c"               │
      │                                                            ││        },                          │
      │                                                            ││        {                           │
      │                                                            ││          "type": "string",         │
      │                                                            ││          "name": "d"               │
      │                                                            ││        },                          │
      ╰─ 3 of 3 required ──────────────────────────────────────────╯╰────────────────────── 16–32 of 39 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in SQL (INSERT INTO
       name …). It cannot be changed later. Example: my_sink
       Tab next  Alt-N next required (2)  Ctrl-N next step  Ctrl-X print JSON  F2 request         F1 help
      """)
  }
}
