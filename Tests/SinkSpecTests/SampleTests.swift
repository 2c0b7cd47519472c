import SinkSpec
import Testing

/// Tests sample events and their columns in each format.
struct SampleTests {
  // 2026-11-23T20:15:30.250Z
  private static let event = SampleEvent(
    at: Timestamp(secondsSinceEpoch: 1_795_464_930, nanoseconds: 250_000_000))

  private static func column(_ type: ColumnType, unit: String? = nil) -> SchemaField {
    var column = SchemaField(name: "c", type: type)
    column.unit = Entry(unit)
    return column
  }

  private static func context(_ request: String) throws -> RequestContext {
    RequestContext(of: try JSONDocument(parsing: Array(request.utf8)), account: nil)
  }

  @Test func `every type has a representation in every format`() {
    for type in ColumnType.known {
      for form in [StoredForm.parquet, .iceberg, .json(timesAsMillis: false)] {
        #expect(form.type(of: Self.column(type)) != nil, "\(type) in \(form)")
      }
    }
    #expect(StoredForm.parquet.type(of: Self.column(.unknown("uint64"))) == nil)
  }

  @Test(arguments: [
    ("second", "INT64 (no logical type for seconds)", "1795464930"),
    (nil, "INT64 TIMESTAMP(MILLIS)", "1795464930250"),
    ("microsecond", "INT64 TIMESTAMP(MICROS)", "1795464930250000"),
    ("nanosecond", "INT64 TIMESTAMP(NANOS)", "1795464930250000000"),
  ])
  func `times use their unit`(unit: String?, type: String, value: String) {
    let rows = SampleRow.rows(
      of: Self.column(.timestamp, unit: unit), in: Self.event, as: .parquet, at: "/c")
    #expect(rows.map(\.type) == [type])
    #expect(rows.map(\.value) == [value])
  }

  @Test func `JSON options determine the time format`() throws {
    let request = #"{"type":"r2","format":{"type":"json","timestamp_format":"unix_millis"}}"#
    let millis = try #require(StoredForm(try Self.context(request)))
    let texts = try #require(
      StoredForm(try Self.context(#"{"type":"r2","format":{"type":"json"}}"#)))
    let rows = [millis, texts].flatMap {
      SampleRow.rows(of: Self.column(.timestamp), in: Self.event, as: $0, at: "/c")
    }
    #expect(rows.map(\.value) == ["1795464930250", #""2026-11-23T20:15:30.250Z""#])
  }

  @Test func `a row is no more precise than the event`() {
    let seconds = Self.column(.timestamp, unit: "second")
    let rows = [true, false].flatMap {
      SampleRow.rows(of: seconds, in: Self.event, as: .json(timesAsMillis: $0), at: "/c")
    }
    #expect(rows.map(\.value) == ["1795464930000", #""2026-11-23T20:15:30.000Z""#])
  }

  @Test func `uses Iceberg for a catalog table and nothing without a format`() throws {
    #expect(StoredForm(try Self.context(#"{"type":"r2_data_catalog"}"#)) == .iceberg)
    #expect(StoredForm(try Self.context(#"{"type":"r2"}"#)) == nil)
    let nanos = Self.column(.timestamp, unit: "nanosecond")
    #expect(StoredForm.iceberg.type(of: nanos) == "timestamp_ns (Iceberg v3)")
  }

  @Test func `an event uses observed values of the column's type`() {
    func member(_ type: ColumnType, _ examples: [String]) -> String {
      var column = Self.column(type)
      column.evidence = ColumnEvidence(
        among: 1, present: 1, seen: [], examples: examples, reason: "")
      return Self.event.member(column, at: "/c").text(secrets: .masked)
    }
    #expect(member(.int64, ["17"]).contains("17"))
    #expect(member(.string, ["17", #""seen""#]).contains(#""seen""#))
    #expect(member(.string, ["17"]).contains(#""text""#))
    #expect(member(.string, [#""cut"…"#]).contains(#""text""#))
  }

  @Test func `shows the children of structs and lists`() {
    var list = Self.column(.list)
    var record = SchemaField(name: nil, type: .struct)
    record.children = [Self.column(.bool), Self.column(.binary)]
    list.item = [record]
    let rows = SampleRow.rows(of: list, in: Self.event, as: .parquet, at: "/c")
    #expect(rows.map(\.name) == ["c", "each item", "c", "c"])
    #expect(rows.map(\.depth) == [0, 1, 2, 2])
    #expect(rows.map(\.type) == ["LIST", "group", "BOOLEAN", "BYTE_ARRAY"])
    #expect(Self.event.member(list, at: "/c").lineCount == 6)
  }

  @Test func `truncates an endless struct`() {
    var record = Self.column(.struct)
    record.children = FieldList((0..<10_000).map { SchemaField(name: "f\($0)", type: .int64) })
    #expect(Self.event.member(record, at: "/c").lineCount < 100)
    #expect(SampleRow.rows(of: record, in: Self.event, as: .parquet, at: "/c").count < 100)
  }
}
