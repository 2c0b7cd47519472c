import CloudflareAPI
import Testing
import Wizard

/// Tests whole screens of a submission.
@Suite struct SubmissionScreenTests {
  @Test func `shows a review without issues`() {
    let driver = SubmissionKeysTests.filled()
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─┤ Summary ├──────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in events, a folder per day. A new file after 5m.       │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ? bucket                events                                              │
      │  ✓ $R2_ACCESS_KEY_ID     set here                                            │
      │  ✓ $R2_SECRET_ACCESS_KEY set here                                            │
      │  ? bucket and keys       not checked: whether they exist and match           │
      │                                                                              │
      │ No issues                                                                    │
      │ Actions                                                                      │
      │▸ [ Create sink ] at api.example                                              │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      ╰─ 8 of 8 required ─────────────────────────────────────────────── 1–14 of 17 ─╯
       Review
       at api.example
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Enter press  Tab next  Ctrl-X print JSON  F2 request  Ctrl-Q quit      F1 help
      """,
      styles: """
        .ssssssss....sssssssssssssss....ssssssssss....ssssssssss...AAAAAAAAAAS...A
        aaaAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        a..............................................................................a
        a..............................................................................a
        a..............................................................................a
        a..d.ddddddddddddddddddddddddddddddddddddd.....................................a
        a..d.dddddddddddddddddddddddddddddddddddddddddddddddddddddd....................a
        a..d.ddddddddddddddddddddddddddddd.............................................a
        a..d.dddddddddddddddddddddddddddd..............................................a
        a..s...........................................................................a
        a..s...........................................................................a
        a..d.ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd...........a
        a..............................................................................a
        a.BBBBBBBBB....................................................................a
        a.BBBBBBB......................................................................a
        aA-^RRRRRRRRRRRRRR-dd-ddddddddddd----------------------------------------------a
        a..aaaaaaaaaaaaaa..ddddddddddddddddddddddddddddddddddd.........................a
        a..aaaaaaaa........ddddddddddddddddddddddddddddddddddd.........................a
        aadssssssssssssssssaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddddddaa
        .BBBBBB

        .dddddddddddd
        .dddddddddddd
        .AAAAA........AAA.......AAAAAA.............AA..........AAAAAA...........AA
        """)
  }

  @Test func `shows the confirmation before submitting`() {
    var driver = SubmissionKeysTests.filled()
    driver.type("<Enter>")
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─ Summary ────────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in events, a folder per day. A new file after 5m.       │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ?╭─┤ Create this sink? ├───────────────────────────────────────────────╮    │
      │  ✓│ Create the sink my_sink in account 0123105f4ecef8ad9ca31a8372d0c353 │    │
      │  ✓│ at api.example? It will write files to the bucket events. A sink    │    │
      │  ?│ cannot be changed afterwards, only deleted and recreated.           │    │
      │   │                                                                     │    │
      │ No│ [ y  create it ]   ▸ n  go back to the form                         │    │
      │ Ac╰─ y or n · ← → choose · Enter ───────────────────────────────────────╯    │
      │▸ [ Create sink ] at api.example                                              │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      ╰─ 8 of 8 required ─────────────────────────────────────────────── 1–14 of 17 ─╯
       Review
       at api.example
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows a request in flight`() {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.progress(.sending(attempt: 2)))
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─ Summary ────────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in events, a folder per day. A new file after 5m.       │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ? bucket                events                                              │
      │  ✓ $R2_ACCESS_KEY_ID     set here                                            │
      │  ✓ $R2╭─┤ Creating the sink ├────────────────────────────────────────╮       │
      │  ? buc│ ⠋ Sending, attempt 2: this request created nothing so far    │       │
      │       │   0 s                                                        │       │
      │ No iss╰─ Esc cancel ─────────────────────────────────────────────────╯       │
      │ Actions                                                                      │
      │▸ [ Create sink ] at api.example                                              │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      ╰─ 8 of 8 required ─────────────────────────────────────────────── 1–14 of 17 ─╯
       Review
       at api.example
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows a rejection`() async throws {
    var driver = SubmissionKeysTests.submitting()
    let refusal = SubmissionKeysTests.refused(
      #"{"code":10006,"message":"no such bucket","source":{"pointer":"/config/bucket"}}"#, 404)
    driver.send(.submitted(try await SubmissionKeysTests.submission([refusal])))
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✗1   3 Format ✓    4 Schema ✓   [5 Review ✗1  ]
      ╭─ Summary ────────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in events, a folder per day. A new file after 5m.       │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ✗ bucket                the API rejected it: no such bucket [code 10006]    │
      │  ✓╭─┤ ✗ The API rejected the request ├───────────────────────────────────╮   │
      │  ✓│ the API rejected the request: no such bucket [code 10006] (HTTP 404) │   │
      │  ?│                                                                      │   │
      │   │ the bucket does not exist in this account, or is in another          │   │
      │ 1 │ jurisdiction                                                         │   │
      │  ✗╰─ Enter to the field ─────────────────────────────────────────────────╯   │
      │ Actions                                                                      │
      │▸ [ Create sink ] at api.example                                              │
      │  [ Print JSON ]  the payload goes to standard output                         │
      ╰─ 1 error · 8 of 8 required ───────────────────────────────────── 1–14 of 18 ─╯
       Review
       at api.example
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddddeeeEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeedddd
        dddde.^eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.edddd
        dddde......................................................................edddd
        dddde......................................................................edddd
        dddde......................................................................edddd
        ddddeeddddddddddddddddddddeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeedddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }

  @Test func `shows an unknown outcome`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─ Summary ────────────────────────────────────────────────────────────────────╮
      │ Parquet (zstd) files in events, a folder per day. A new file after 5m.       │
      │ Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.                    │
      │                                                                              │
      │  ? credentials           for api.example                                     │
      │  ? account               0123105f4ecef8ad9ca31a8372d0c353                    │
      │  ? name                  my_sink                                             │
      │  ? ╭─┤ ✗ The sink may exist ├──────────────────────────────────────────╮     │
      │  ✓ │ the request was sent, but the connection failed (reset); the sink │     │
      │  ✓ │ may exist                                                         │     │
      │  ? │                                                                   │     │
      │    │ could not check whether it was created (the connection to x was   │     │
      │ No │ refused); run `sinkwizard sinks list` before retrying             │     │
      │ Act╰─ Enter back to the form · a look up the sink ─────────────────────╯     │
      │▸ [ Create sink ] at api.example                                              │
      │  [ Print JSON ]  the payload goes to standard output                         │
      │  [ Save ]        the payload goes to a file you name                         │
      ╰─ 8 of 8 required ─────────────────────────────────────────────── 1–14 of 17 ─╯
       Review
       at api.example
       First file  year=2026/month=11/day=23/
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows the created sink`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.created])))
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─╭─┤ ✓ Created: my_sink ├────────────────────────────────────── 1–18 of 40 ─╮─╮
      │ │ ID        aaaa1111                                                       │ │
      │ │ Created   2026-11-23T20:15:31Z                                           │ │
      │ │ Modified  2026-11-23T20:15:32Z                                           │ │
      │ │                                                                          │ │
      │ │ Next: a pipeline that writes a stream into this sink                     │ │
      │ │                                                                          │ │
      │ │ 1 SQL                                                                    │ │
      │ │   INSERT INTO my_sink SELECT * FROM your_stream;                         │ │
      │ │   your_stream is a placeholder for the name of a stream                  │ │
      │ │ 2 Create it with wrangler                                                │ │
      │ │   CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0c353 \\               │ │
      │ │     npx wrangler pipelines create my_sink_pipeline \\                     │ │
      │▸│     --sql='INSERT INTO my_sink SELECT * FROM your_stream;'               │ │
      │ │ 3 Create it with curl                                                    │ │
      │ │   : "${CLOUDFLARE_API_TOKEN:?}" &&                                       │ │
      │ │   curl -sS --fail-with-body --request POST \\                             │ │
      ╰─│     https://api.cloudflare.com/client/v4/accounts/\\                      │─╯
       R│   0123105f4ecef8ad9ca31a8372d0c353/pipelines/v1/pipelines \\              │
       A│  Enter quit and print it · 1 2 3 copy · c copy the sink · ↑ ↓ scroll     │
       F╰─ Esc form ───────────────────────────────────────────────────────────────╯
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddsssSSSSSSSSSSSSSSSSSSSSsssssssssssssssssssssssssssssssssssssssddddddddddddssdd
        dds.^SSSSSSSSSSSSSSSSS.......................................................sdd
        dds..........................................................................sdd
        dds..........................................................................sdd
        dds..........................................................................sdd
        dds.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB.....................sdd
        dds..........................................................................sdd
        dds.AAAAA....................................................................sdd
        dds.tttttttttttttttttttttttttttttttttttttttttttttttt.........................sdd
        dds..........................................................................sdd
        dds.AAAAAAAAAAAAAAAAAAAAAAAAA................................................sdd
        dds.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttt...............sdd
        dds.tttttttttttttttttttttttttttttttttttttttttttttttttttt.....................sdd
        dds.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttt...............sdd
        dds.AAAAAAAAAAAAAAAAAAAAA....................................................sdd
        dds.tttttttttttttttttttttttttttttttttt.......................................sdd
        dds.tttttttttttttttttttttttttttttttttttttttttttt.............................sdd
        dds.ttttttttttttttttttttttttttttttttttttttttttttttttttt......................sdd
        dds.ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt..............sdd
        dds.ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd....sdd
        ddssddddddddddssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssdd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

        """)
  }
}
