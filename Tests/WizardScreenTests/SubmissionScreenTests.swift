import CloudflareAPI
import Testing
import Wizard

/// Whole screens of a submission.
@Suite struct SubmissionScreenTests {
  @Test func `shows a review without issues`() {
    let driver = SubmissionKeysTests.filled()
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✓  3 Format ✓  4 Schema ✓ [5 Review ●]       complete
      ────────────────────────────────────────────────────────────────────────────────
       No issues
       Actions
      ▸ [ Create sink ] at api.example
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        [ Export ]      for curl, Terraform, Python, wrangler, or as HTTP
        [ Copy ]        the request goes to the terminal's clipboard
        [ Quit ]        without printing it









      ────────────────────────────────────────────────────────────────────────────────
       Review
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet
       Enter press  Tab next  Ctrl-N next step  Ctrl-X print JSON             F1 help
      """,
      styles: """
        BsssssssssssssssssssssssssssssssssssssssssssssssssssAAAAAAAAAAAA
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBBBB
        .BBBBBBB
        A.RRRRRRRRRRRRRRR.dddddddddddddd
        ..aaaaaaaaaaaaaa..ddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........ddddddddddddddddddddddddddddddddddd
        ..aaaaaaaaaa......ddddddddddddddddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........dddddddddddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........ddddddddddddddddddd









        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBB

        .dddddddddddd
        .AAAAA........AAA.......AAAAAA............AAAAAA........................AA
        """)
  }

  @Test func `shows the confirmation before submitting`() {
    var driver = SubmissionKeysTests.filled()
    driver.type("<Enter>")
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✓  3 Format ✓  4 Schema ✓ [5 Review ●]       complete
      ────────────────────────────────────────────────────────────────────────────────
       No issues
       Actions
      ▸ [ Create sink ] at api.example
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        ┌─ Sure? ──────────────────────────────────────────────────────────────────┐
        │ Create the sink my_sink in account 0123105f4ecef8ad9ca31a8372d0c353 at   │
        │ api.example? It will write files to the bucket events. A sink cannot be  │
        │ changed afterwards, only deleted and recreated.                          │
        │                                                                          │
        │ y  create it                                                             │
        │ n  go back to the form                                                   │
        └─ y or n ─────────────────────────────────────────────────────────────────┘




      ────────────────────────────────────────────────────────────────────────────────
       Review
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows a request in flight`() {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.progress(.sending(attempt: 2)))
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✓  3 Format ✓  4 Schema ✓ [5 Review ●]       complete
      ────────────────────────────────────────────────────────────────────────────────
       No issues
       Actions
      ▸ [ Create sink ] at api.example
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        [ Export ]      for curl, Terraform, Python, wrangler, or as HTTP
        ┌─ Creating the sink ──────────────────────────────────────────────────────┐
        │ Sending, attempt 2: nothing has been created so far                      │
        │                                                                          │
        │ 0 s                                                                      │
        └─ Esc cancel ─────────────────────────────────────────────────────────────┘






      ────────────────────────────────────────────────────────────────────────────────
       Review
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

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
        1 Sink ✓  2 Destination ✗  3 Format ✓  4 Schema ✓ [5 Review ✗]        1 error
      ────────────────────────────────────────────────────────────────────────────────
       1 error
        ✗ Bucket: the API refused: no such bucket [code 10006]
       Actions
      ▸ [ Create sink ] at api.example
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        ┌─ The API rejected the request ───────────────────────────────────────────┐
        │ the API rejected the request: no such bucket [code 10006] (HTTP 404)     │
        │                                                                          │
        │ the bucket does not exist in this account, or is in another jurisdiction │
        └─ Enter to the field ─────────────────────────────────────────────────────┘






      ────────────────────────────────────────────────────────────────────────────────
       Review
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        BsssssssssseeeeeeeeeeeeeeeeessssssssssssssssssssssssAAAAAAAAAAAA........eeeeeee
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBBB
        ..e
        .BBBBBBB
        A.RRRRRRRRRRRRRRR.dddddddddddddd
        ..aaaaaaaaaaaaaa..ddddddddddddddddddddddddddddddddddd
        ..aaaaaaaa........ddddddddddddddddddddddddddddddddddd
        ..aaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        ..a.eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.....a
        ..a..........................................................................a
        ..a..........................................................................a
        ..aaddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa






        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        .BBBBBB

        .dddddddddddd

        """)
  }

  @Test func `shows an unknown outcome`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.lost])))
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✓  3 Format ✓  4 Schema ✓ [5 Review ●]       complete
      ────────────────────────────────────────────────────────────────────────────────
       No issues
       Actions
      ▸ [ Create sink ] at api.example
        [ Print JSON ]  the payload goes to standard output
        [ Save ]        the payload goes to a file you name
        ┌─ The sink may exist ─────────────────────────────────────────────────────┐
        │ the request was sent, but the connection failed (reset); the sink may    │
        │ exist                                                                    │
        │                                                                          │
        │ could not check whether it was created (the connection to x was          │
        │ refused); run `sinkwizard sinks list` before retrying                    │
        └─ Enter back to the form · a look up the sink ────────────────────────────┘





      ────────────────────────────────────────────────────────────────────────────────
       Review
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows the created sink`() async throws {
    var driver = SubmissionKeysTests.submitting()
    driver.send(.submitted(try await SubmissionKeysTests.submission([SubmissionKeysTests.created])))
    expectScreen(
      driver,
      """
        1 Sink ✓  2 Destination ✓  3 Format ✓  4 Schema ✓ [5 Review ●]       complete
      ──┌─ Created: my_sink ───────────────────────────────────────────────────────┐──
       N│ ID        aaaa1111                                                       │
       A│ Created   2026-11-23T20:15:31Z                                           │
      ▸ │ Modified  2026-11-23T20:15:32Z                                           │
        │                                                                          │
        │ A pipeline writes to it with                                             │
        │   INSERT INTO my_sink SELECT * FROM your_stream;                         │
        │                                                                          │
        │ {                                                                        │
        │   "id": "aaaa1111",                                                      │
        │   "name": "my_sink",                                                     │
        │   "type": "r2",                                                          │
        │   "created_at": "2026-11-23T20:15:31Z",                                  │
        │   "modified_at": "2026-11-23T20:15:32Z",                                 │
        │   "config": {                                                            │
        │     "bucket": "events",                                                  │
        │     "credentials": {                                                     │
        │       "access_key_id": "${R2_ACCESS_KEY_ID}",                            │
      ──│       "secret_access_key": "${R2_SECRET_ACCESS_KEY}"                     │──
       R└─ 1–18 of 21 · Enter quit and print it · c copy · ↑ ↓ scroll · Esc back to┘
       A sink cannot be changed after creation, only replaced.
       First file  year=2026/month=11/day=23/01a20a…d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """,
      styles: """
        BsssssssssssssssssssssssssssssssssssssssssssssssssssAAAAAAAAAAAA
        ddaaAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        .Ba.AAAAAAAAAAAAAAAAAA.......................................................a
        .Ba..........................................................................a
        A.a..........................................................................a
        ..a..........................................................................a
        ..a..........................................................................a
        ..a.tttttttttttttttttttttttttttttttttttttttttttttttt.........................a
        ..a..........................................................................a
        ..a.d........................................................................a
        ..a.ddddddddddddddddddd......................................................a
        ..a.dddddddddddddddddddd.....................................................a
        ..a.ddddddddddddddd..........................................................a
        ..a.ddddddddddddddddddddddddddddddddddddddd..................................a
        ..a.dddddddddddddddddddddddddddddddddddddddd.................................a
        ..a.ddddddddddddd............................................................a
        ..a.ddddddddddddddddddddddd..................................................a
        ..a.dddddddddddddddddddd.....................................................a
        ..a.ddddddddddddddddddddddddddddddddddddddddddddd............................a
        dda.dddddddddddddddddddddddddddddddddddddddddddddddddddd.....................add
        .Baaddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddda

        .dddddddddddd

        """)
  }
}
