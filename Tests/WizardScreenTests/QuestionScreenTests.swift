import SinkDraft
import Testing
import Wizard

/// Tests whole screens with a confirmation or prompt over the form.
@Suite struct QuestionScreenTests {
  @Test func `shows the confirmation before leaving`() {
    let driver = Driver(typing: "my_sink<C-q>")
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○5/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *  my_sink                                          7/128 │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": "my_sink",                                                        │
      │    "type": "r2",                                                             │
      │    "co╭─┤ Quit without printing it? ├───────────────────────────────╮        │
      │      "│ Your input is not saved and would be lost.                  │        │
      │      "│                                                             │        │
      │      "│ [ y  quit without printing it ]   ▸ n  go back to the form  │        │
      │       ╰─ y or n · ← → choose · Enter ───────────────────────────────╯        │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

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
        ddddddddaaaAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddd
        dddddddda.............................................................addddddddd
        dddddddda.............................................................addddddddd
        dddddddda.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..^RRRRRRRRRRRRRRRRRRRRRRRR.addddddddd
        ddddddddaadddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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

  @Test func `shows the confirmation before finishing with errors`() {
    let driver = Driver(typing: "my-sink<C-x>")
    expectScreen(
      driver,
      """
      [1 Sink !1  ]2 Destination ✗3   3 Format ✓    4 Schema ✓    5 Review ✗3
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *! my-sink                          only letters, digits… │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 1 warning · 3 of 3 required ──────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": "my-sink",                                                        │
      │    "type": "r2",                                                             │
      │   ╭─┤ Print the JSON despite the errors? ├──────────────────────────────╮    │
      │   │ The request still has 3 errors; the API would reject it. The review │    │
      │   │ lists them.                                                         │    │
      │   │                                                                     │    │
      │   │ [ y  print the JSON as it is ]   ▸ n  go back to the form           │    │
      │   ╰─ y or n · ← → choose · Enter ───────────────────────────────────────╯    │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in…
       ! warning: only letters, digits and underscores work in SQL, got "-"

      """)
  }

  @Test func `shows the prompt for a file to save to`() {
    let driver = Driver(typing: "my_sink<C-s>out/sink.json<Left>")
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○5/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *  my_sink                                          7/128 │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": "my_sink",                                                        │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │   ╭─┤ Save the payload to ├──────────────────────────────────────────────╮   │
      │   │ out/sink.json                                                        │   │
      │   ╰─ Enter accept · Tab complete · Esc close ────────────────────────────╯   │
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
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddddaaaAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddd
        dddda.____________^_______________________________________________________.adddd
        ddddaadddddddddddddddddddddddddddddddddddddddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaadddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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

  @Test func `asks again after an empty file name`() {
    let driver = Driver(typing: "my_sink<C-s><Enter>")
    expectScreen(
      driver,
      """
      [1 Sink ✓   ]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○5/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *  my_sink                                          7/128 │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 3 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": "my_sink",                                                        │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │   ╭─┤ Save the payload to ├──────────────────────────────────────────────╮   │
      │   │ my_sink.json                                                         │   │
      │   │ Type to replace it.                                                  │   │
      │   ╰─ Enter accept · Tab complete · Esc close ────────────────────────────╯   │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """)
  }

  @Test func `shows the error for an unreadable file`() {
    var driver = Driver(typing: "<A-4><A-e>nowhere<Enter>")
    driver.send(.sampled(name: "nowhere", .failure(.failed("there is no such file"))))
    expectScreen(
      driver,
      """
       1 Sink ✗1   2 Destination ○1/4 3 Format ✓   [4 Schema ✓   ]5 Review ✗1
      ╭─ Columns ────────────────────────────────────────────────────────────────────╮
      │▸ [ Add a column ]                                                            │
      │  [ Import a schema file ]                                                    │
      │  [ From sample events ]                                                      │
      │ Advanced                                                                     │
      │  Columns sent         ‹ not set ›       (derived from the pipeline's SELECT) │
      │  Inferred             ‹ not set ›                               (not marked) │
      │ Format inside the schema                                                     │
      │  Format               ‹ not set ›                             (as in step 3) │
      ├─ R╭─┤ Infer columns from sample events in ├──────────────────────────────╮───┤
      │  {│ nowhere                                                              │   │
      │   │ there is no such file                                                │   │
      │   ╰─ Enter accept · Tab complete · Esc close ────────────────────────────╯   │
      │    "config": {                                                               │
      │      "account_id": "0123105f4ecef8ad9ca31a8372d0c353",                       │
      │      "bucket": ‹required›,                                                   │
      │      "credentials": {                                                        │
      │        "access_key_id": ‹required›,                                          │
      ╰────────────────────────────────────────────────────────────────── 1–8 of 15 ─╯
       Columns · /schema/fields
       Enter adds a column: type its name, Tab, letters of its type, Enter for the
       next one.

      """)
  }

  @Test func `shows saved drafts`() throws {
    var driver = Driver()
    let kept = [("clicks", "r2", 0), ("", "r2_data_catalog", 12)]
    driver.wizard.offer(
      try kept.enumerated().map { number, draft in
        let line = """
          {"sinkwizard_draft":1,"name":"\(draft.0)","type":"\(draft.1)","columns":\(draft.2),\
          "saved_at":"2026-11-2\(number)T08:30:00Z"}
          """
        return try DraftSummary(reading: Array(line.utf8), number: number)
      })
    driver.type("<Down>")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *                                                         │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 2 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": ‹required›,                                                       │
      │    "type": "r2",                                                             │
      │    "config": {                                                               │
      │ ╭─┤ 2 saved drafts ├───────────────────────────────────────────────────────╮ │
      │ │   clicks                2026-11-20 08:30 UTC  no account  r2             │ │
      │ │ ▸ (no name)             2026-11-21 08:30 UTC  no account  r2_data_catal… │ │
      │ ╰─ Enter resume it · Esc start a new sink · Del delete · type to filter ───╯ │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

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
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        ddaaaAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadd
        dda..........................................................................add
        ddaR^RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRadd
        ddaaddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddaaaadd
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
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
}
