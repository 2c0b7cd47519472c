import CloudflareAPI
import Testing
import Wizard

/// Tests whole screens of the pipeline that comes after a created sink.
struct NextStepsScreenTests {
  @Test func `shows the next steps at 120×40`() async throws {
    let driver = try await NextStepsTests.chosen(rows: 40, columns: 120)
    expectScreen(
      driver,
      """
       sinkwizard  1 Sink ✓     2 Destination ✓     3 Format ✓     4 Schema ✓    [5 Review ✓    ]           account 0123…c353
      ╭─ Summary ─╭─┤ ✓ Created: my_sink ├────────────────────────────────────────────────────────── 1–34 of 39 ─╮/v1/sinks ─╮
      │ Parquet (z│ ID        aaaa1111                                                                           │           │
      │ file after│ Created   2026-11-23T20:15:31Z                                                               │           │
      │ $R2_SECRET│ Modified  2026-11-23T20:15:32Z                                                               │           │
      │           │                                                                                              │           │
      │  ✓ credent│ Next: a pipeline that writes a stream into this sink                                         │72d0c353", │
      │  ✓ account│                                                                                              │           │
      │  ✓ name   │ 1 SQL                                                                                        │           │
      │  ✓ bucket │   INSERT INTO my_sink SELECT * FROM web_events;                                              │",         │
      │  ✓ $R2_ACC│   not checked: v asks the API, which creates nothing                                         │ESS_KEY}"  │
      │  ✓ $R2_SEC│ 2 Create it with wrangler                                                                    │           │
      │           │   CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0c353 \\                                   │           │
      │ No issues │     npx wrangler pipelines create my_sink_pipeline \\                                         │           │
      │ Actions   │     --sql='INSERT INTO my_sink SELECT * FROM web_events;'                                    │           │
      │▸ [ Show si│ 3 Create it with curl                                                                        │           │
      │  [ Print J│   : "${CLOUDFLARE_API_TOKEN:?}" &&                                                           │           │
      │  [ Save ] │   curl -sS --fail-with-body --request POST \\                                                 │           │
      │  [ Export │     https://api.cloudflare.com/client/v4/accounts/\\                                          │           │
      │  [ Copy ] │   0123105f4ecef8ad9ca31a8372d0c353/pipelines/v1/pipelines \\                                  │           │
      │  [ Quit ] │     --header @<(printf 'Authorization: Bearer %s\\n' "$CLOUDFLARE_API_TOKEN") \\               │           │
      │           │     --header 'Content-Type: application/json' \\                                              │           │
      │           │     --data-binary '{                                                                         │           │
      │           │       "name": "my_sink_pipeline",                                                            │           │
      │           │       "sql": "INSERT INTO my_sink SELECT * FROM web_events;"}'                               │           │
      │           │                                                                                              │           │
      │           │ The sink as stored (c copies it)                                                             │           │
      │           │ {                                                                                            │           │
      │           │   "id": "aaaa1111",                                                                          │           │
      │           │   "name": "my_sink",                                                                         │           │
      │           │   "type": "r2",                                                                              │           │
      │           │   "created_at": "2026-11-23T20:15:31Z",                                                      │           │
      │           │   "modified_at": "2026-11-23T20:15:32Z",                                                     │           │
      ╰─ 8 of 8 re│   "config": {                                                                                │───────────╯
       Review     │     "bucket": "events",                                                                      │
       A sink cann│     "credentials": {                                                                         │
                  │  Enter quit and print it · s stream · v check the SQL · 1 2 3 copy · c copy the sink         │
                  ╰─ ↑ ↓ scroll · Esc form ──────────────────────────────────────────────────────────────────────╯
       First file  year=2026/month=11/day=23/01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows an error at 80×24`() async throws {
    var driver = try await NextStepsTests.chosen()
    driver.type("v")
    let error = SQLDiagnostic(message: "table 'web_events' not found", line: 1, column: 35)
    driver.send(.validated(id: NextStepsTests.checks(driver)[0].id, .success(.invalid([error]))))
    expectScreen(
      driver,
      """
       1 Sink ✓    2 Destination ✓    3 Format ✓    4 Schema ✓   [5 Review ✓   ]
      ╭─╭─┤ ✓ Created: my_sink ├────────────────────────────────────── 1–18 of 41 ─╮─╮
      │ │ ID        aaaa1111                                                       │ │
      │ │ Created   2026-11-23T20:15:31Z                                           │ │
      │ │ Modified  2026-11-23T20:15:32Z                                           │ │
      │ │                                                                          │ │
      │ │ Next: a pipeline that writes a stream into this sink                     │ │
      │ │                                                                          │ │
      │ │ 1 SQL                                                                    │ │
      │ │   INSERT INTO my_sink SELECT * FROM web_events;                          │ │
      │ │                                     ^                                    │ │
      │ │   ✗ line 1, column 35: table 'web_events' not found                      │ │
      │ │ 2 Create it with wrangler                                                │ │
      │ │   CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0c353 \\               │ │
      │▸│     npx wrangler pipelines create my_sink_pipeline \\                     │ │
      │ │     --sql='INSERT INTO my_sink SELECT * FROM web_events;'                │ │
      │ │ 3 Create it with curl                                                    │ │
      │ │   : "${CLOUDFLARE_API_TOKEN:?}" &&                                       │ │
      ╰─│   curl -sS --fail-with-body --request POST \\                             │─╯
       R│     https://api.cloudflare.com/client/v4/accounts/\\                      │
       A│  Enter quit and print it · s stream · v check the SQL · 1 2 3 copy       │
       F╰─ c copy the sink · ↑ ↓ scroll · Esc form ────────────────────────────────╯
                   01a20a0c-a2d0-7c3a-9f41-6b0e8d25a7c9.parquet

      """)
  }

  @Test func `shows the next steps at 60×16`() async throws {
    var driver = try await NextStepsTests.chosen(rows: 16, columns: 60)
    driver.type("<Down><Down><Down><Down>")
    expectScreen(
      driver,
      """
       1 Sink ✓ 2 Destination ✓ 3 Format ✓ 4 Schema ✓[5 Review ✓]
      ╭─╭─┤ ✓ Created: my_sink ├────────────────── 5–14 of 44 ─╮─╮
      │ │ Next: a pipeline that writes a stream into this sink │ │
      │ │                                                      │ │
      │ │ 1 SQL                                                │ │
      │ │   INSERT INTO my_sink SELECT * FROM web_events;      │ │
      │ │   not checked: v asks the API, which creates nothing │ │
      │ │ 2 Create it with wrangler                            │ │
      │ │   CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0 │ │
      │▸│   c353 \\                                             │ │
      │ │     npx wrangler pipelines create my_sink_pipeline \\ │ │
      │ │   --sql='INSERT INTO my_sink SELECT * FROM           │ │
      ╰─│  Enter quit and print it · s stream                  │─╯
       R│  v check the SQL · 1 2 3 copy · c copy the sink      │
       A╰─ ↑ ↓ scroll · Esc form ──────────────────────────────╯

      """)
  }
}
