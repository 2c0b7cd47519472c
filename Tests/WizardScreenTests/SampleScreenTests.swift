import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the sample event pane, and the evidence for imported columns.
@Suite struct SampleScreenTests {
  private static func proposed(_ columns: [SchemaField], size: (Int, Int) = (24, 80)) -> Driver {
    var driver = Driver(rows: size.0, columns: size.1)
    driver.type("<A-4><A-e>events.json<Enter>")
    driver.send(
      .sampled(name: "events.json", .success(SchemaProposal(source: "events", columns: columns))))
    driver.type("<Enter>")
    return driver
  }

  private static var price: SchemaField {
    var price = SchemaField(name: "price", type: .float64)
    price.diagnostics = [Diagnostic(.warning, "some digits will be lost")]
    price.evidence = ColumnEvidence(
      among: 9, present: 8, seen: [.init(kind: "fraction", count: 8)], examples: ["12.5"],
      reason: "some numbers have a fraction")
    return price
  }

  @Test func `toggles the event and its row with F3`() {
    var driver = Self.proposed([Self.price, SchemaField(name: "at", type: .timestamp)])
    driver.type("<Down><F3>")
    #expect(driver.screen.contains("A sample event"))
    #expect(driver.screen.contains("\"price\": 12.5,"))
    #expect(driver.screen.contains("▸   \"at\": \"2026-11-23T20:15:30.000Z\""))
    #expect(driver.screen.contains("Stored as Parquet"))
    #expect(driver.screen.contains("▌ at     INT64 TIMESTAMP(MILLIS)  1795464930000"))
    driver.type("<F3>")
    #expect(driver.screen.contains("[ Add a column ]"))
    #expect(!driver.screen.contains("A sample event"))
  }

  @Test func `replaces the request next to the form in the schema step only`() {
    var driver = Self.proposed([Self.price], size: (40, 120))
    driver.type("<F3>")
    #expect(driver.screen.contains("A sample event"))
    #expect(driver.screen.contains("[ Add a column ]"))
    driver.type("<A-3>")
    #expect(driver.screen.contains("pipelines/v1/sinks"))
    driver.type("<A-4>")
    #expect(driver.screen.contains("A sample event"))
    driver.type("<F3>")
    #expect(driver.screen.contains("pipelines/v1/sinks"))
  }

  @Test func `switches from the sample to the request on F2`() {
    var driver = Self.proposed([Self.price])
    driver.type("<F3><F2>")
    #expect(driver.screen.contains("pipelines/v1/sinks"))
    driver.type("<F2>")
    #expect(driver.screen.contains("[ Add a column ]"))
  }

  @Test func `reports that there are no columns`() {
    var driver = Driver()
    driver.type("<A-4><F3>")
    #expect(driver.screen.contains("There are no columns yet"))
  }

  @Test func `shows the columns around the focus`() {
    var driver = Self.proposed(
      (0..<120).map { SchemaField(name: "c\($0)", type: .int32) }, size: (40, 120))
    driver.type("<F3>")
    #expect(driver.screen.contains("A sample event, columns 1–50 of 120"))
    for _ in 0..<60 { driver.type("<Down>") }
    #expect(driver.screen.contains("▌   \"c60\": 42"))
    for _ in 0..<9 { driver.type("<PgDn>") }
    #expect(driver.screen.contains("not documented"))
  }

  @Test func `shows a column's evidence and storage`() {
    var driver = Self.proposed([Self.price], size: (40, 120))
    #expect(driver.screen.contains("In Parquet  DOUBLE · SQL DOUBLE"))
    #expect(driver.screen.contains("Seen  in 8 of 9 · fraction 8 · 12.5 · some numbers have a"))
    driver.type("<F1>")
    #expect(driver.screen.contains("as the open-source engine writes it"))
  }

  @Test func `shows an import warning until the column changes, and again after undo`() {
    var driver = Self.proposed([Self.price])
    #expect(driver.screen.contains("! warning: some digits will be lost"))
    #expect(driver.wizard.draftValidation.issues.contains { $0.pointer == "/schema/fields/0/type" })
    driver.type("<Tab>string<Tab>")
    #expect(!driver.wizard.draftValidation.issues.contains { $0.rule == "imported" })
    driver.type("<C-_>")
    #expect(driver.wizard.draftValidation.issues.contains { $0.rule == "imported" })
  }
}
