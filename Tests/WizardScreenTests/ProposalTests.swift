import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests reviewing, accepting and undoing imported columns.
@Suite struct ProposalTests {
  private static func column(
    _ name: String, _ type: ColumnType, required: Bool? = nil, epochs unit: String? = nil
  ) -> SchemaField {
    var column = SchemaField(name: name, type: type, required: required)
    column.evidence = ColumnEvidence(
      among: 10, present: 9, seen: [.init(kind: "integer", count: 9)],
      examples: ["1795464930", "1795464931"], reason: "whole numbers only", epochUnit: unit)
    return column
  }

  /// Returns a driver that shows the columns of ten events.
  private static func reviewing(
    _ columns: [SchemaField], diagnostics: [Diagnostic] = [], after keys: String = "<A-4>"
  ) -> Driver {
    var driver = Driver()
    driver.type(keys)
    driver.type("<A-e>events.ndjson<Enter>")
    driver.send(
      .sampled(
        name: "events.ndjson",
        .success(SchemaProposal(source: "10 events", columns: columns, diagnostics: diagnostics))))
    return driver
  }

  @Test func `fills an empty column list after confirmation`() {
    var driver = Self.reviewing([
      Self.column("id", .int64, required: true), Self.column("at", .int64, epochs: "second"),
    ])
    #expect(driver.effects == [.sample(name: "events.ndjson")])
    #expect(driver.screen.contains("events.ndjson: 10 events · 2 new"))
    #expect(driver.screen.contains("+  id                             int64, required"))
    #expect(driver.screen.contains("in 9 of 10 · integer 9 · 1795464930, 1795464931 · whole"))
    driver.type("<Enter>")
    #expect(driver.screen.contains("2 columns from events.ndjson; Ctrl-_ undoes it"))
    #expect(driver.wizard.draft.request.text(secrets: .masked).contains(#""name": "at""#))
    driver.type("<C-_>")
    #expect(driver.wizard.draft.columns == .notSet)
  }

  @Test func `converts plausible times on request`() {
    var driver = Self.reviewing([
      Self.column("id", .int64), Self.column("at", .int64, epochs: "second"),
      Self.column("seen", .int64, epochs: "millisecond"),
    ])
    driver.type("t")
    #expect(driver.screen.contains("at                             timestamp in seconds"))
    #expect(driver.screen.contains("seen                           timestamp in milliseconds"))
    driver.type("<Down>T<Enter>")
    let types = driver.wizard.draft.fields.map(\.type.text)
    #expect(types == ["int64", "int64", "timestamp"])
  }

  @Test(arguments: [
    (" <Enter>", ["b int64"]), ("a<Enter>", ["a string", "b string", "old string"]),
    ("aa<Enter>", ["a string", "b int64"]), ("<Down> <Enter>", ["a string", "b string"]),
    ("<End> <Enter>", ["a string", "b int64", "old string"]),
  ])
  func `accepts or rejects single columns, or only adds`(keys: String, columns: [String]) {
    var driver = Self.reviewing(
      [Self.column("a", .string), Self.column("b", .int64)],
      after: "<A-4><Enter>b<Tab>str<Enter>old<Tab>str<Enter><Enter>")
    driver.type(keys)
    let result = driver.wizard.draft.fields.map { "\($0.name.text) \($0.type.text)" }
    #expect(result == columns)
  }

  @Test func `shows the columns that are left`() {
    var driver = Self.reviewing([Self.column("a", .string), Self.column("b", .int64)])
    driver.type(" ")
    #expect(driver.screen.contains("rejected"))
    #expect(driver.screen.contains("1 rejected"))
  }

  @Test func `shows the changes to existing columns`() {
    var driver = Self.reviewing(
      [Self.column("id", .string), Self.column("new", .bool), Self.column("same", .string)],
      after: "<A-4><Enter>id<Tab>int64<Enter>old<Enter>same<Enter><Enter>")
    #expect(driver.screen.contains("1 new, 1 changed, 1 removed, 1 unchanged"))
    #expect(driver.screen.contains("~  id                             int64 → string"))
    #expect(driver.screen.contains("-  old                            removed, was string"))
    driver.type("<Esc>")
    #expect(driver.screen.contains("The columns are unchanged"))
    #expect(driver.wizard.draft.fields.map(\.name.text) == ["id", "old", "same"])
  }

  @Test func `shows diagnostics in full`() {
    var decimal = SchemaField(name: "price", type: .float64)
    decimal.diagnostics = [
      Diagnostic(.warning, "decimal(38,10) has no counterpart; fractions may differ")
    ]
    var driver = Self.reviewing(
      [decimal], diagnostics: [Diagnostic(.note, "2 lines could not be read")])
    #expect(driver.screen.contains("i 2 lines could not be read"))
    #expect(driver.screen.contains("+! price"))
    driver.type("<Down>")
    #expect(driver.screen.contains("! decimal(38,10) has no counterpart; fractions may differ"))
  }

  @Test func `keeps the columns so far when reading is stopped`() {
    var driver = Driver()
    driver.type("<A-4><A-e>big.json<Enter>")
    driver.send(
      .sampling(
        SampleProgress(
          bytes: 50 << 20, total: 100 << 20, events: 1000, broken: 1, columns: 7, seconds: 2)))
    #expect(driver.screen.contains("Reading events from big.json"))
    #expect(driver.screen.contains("50%"))
    #expect(driver.screen.contains("1,000 events · 7 columns · 1 broken line"))
    driver.type("<Esc><Esc>")
    #expect(driver.effects == [.sample(name: "big.json"), .stopSampling])
    #expect(driver.screen.contains("stopping …"))
  }

  @Test func `keeps the name of an unreadable file in the prompt`() {
    var driver = Driver()
    driver.type("<A-4><A-e>nowhere<Enter>")
    driver.send(.sampled(name: "nowhere", .failure(.failed("there is no such file"))))
    #expect(driver.screen.contains("there is no such file"))
    #expect(driver.screen.contains("Infer columns from sample events in"))
    driver.type("<Esc>")
    #expect(driver.wizard.overlay == nil)
  }
}

/// Tests opening and importing schema files.
@Suite struct SchemaFileImportTests {
  private static func opened(_ keys: String, _ text: String) -> Driver {
    var driver = Driver()
    driver.type(keys)
    driver.open("f.json", Array(text.utf8))
    return driver
  }

  private static let avro = """
    {"type": "record", "name": "R", "fields": [{"name": "at", "type": "long", "doc": "x"},
      {"name": "any", "type": {"type": "map", "values": "int"}}]}
    """

  @Test(arguments: ["<A-4><A-i>f.json<Enter>", "<C-o>f.json<Enter>"])
  func `shows a schema file before importing it`(keys: String) {
    var driver = Self.opened(keys, Self.avro)
    #expect(driver.screen.contains("f.json: an Avro schema · 2 new"))
    #expect(driver.screen.contains("not support it: doc"))
    #expect(driver.screen.contains("+! any"))
    driver.type("<Enter>")
    #expect(driver.wizard.draft.fields.map(\.type.text) == ["int64", "json"])
    #expect(driver.wizard.draft["/name"] == .notSet)
  }

  @Test(arguments: ["<A-4><A-i>f.json<Enter>", "<C-o>f.json<Enter>"])
  func `names a file that it cannot use, by every way in`(keys: String) {
    let avro = Self.opened(keys, #"{"type": "enum", "name": "E", "symbols": []}"#)
    #expect(avro.screen.contains("is an Avro enum"))
    #expect(avro.wizard.draft["/name"] == .notSet)
    #expect(Self.opened(keys, "a: 1\nb: 2\n").screen.contains("is YAML"))
    #expect(Self.opened(keys, "{\"e\": 1}\n{\"e\": 2}\n").screen.contains("sample events"))
  }

  @Test func `opens the one sink of a response`() {
    let driver = Self.opened(
      "<C-o>f.json<Enter>",
      """
      {"success": true, "errors": [], "result": [{"id": "1", "name": "lake", "type": "r2", \
      "created_at": "2026-01-01T00:00:00Z", "config": {"bucket": "b-1"}}]}
      """)
    #expect(driver.wizard.draft["/name"].text == "lake")
    #expect(driver.wizard.draft["/config/bucket"].text == "b-1")
  }

  @Test func `prompts again for a file without a schema`() {
    let driver = Self.opened("<A-4><A-i>f.json<Enter>", #"{"name": "x"}"#)
    #expect(driver.screen.contains("has no schema; expected a list of fields"))
  }

  @Test func `imports only the columns of a sink, but opens all of it`() {
    let sink = """
      {"success": true, "result": {"id": "1", "name": "taken", "type": "r2",
        "created_at": "2026-01-01T00:00:00Z", "config": {"bucket": "logs", "path": null},
        "schema": {"fields": [{"name": "a", "type": "bytes"}]}}}
      """
    var driver = Self.opened("<A-4><A-i>f.json<Enter>", sink)
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/name"] == .notSet)
    #expect(driver.wizard.draft.fields.map(\.type.text) == ["binary"])
    driver = Self.opened("<C-o>f.json<Enter>", sink)
    #expect(driver.wizard.draft["/name"] == .text("taken"))
    #expect(driver.wizard.draft.unknownMembers.isEmpty)
  }
}
