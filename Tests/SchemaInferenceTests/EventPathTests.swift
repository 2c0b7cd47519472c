import SchemaInference
import SinkSpec
import Testing

/// Tests events inside other documents.
struct EventPathTests {
  @Test(arguments: [
    (#"{"Records":[{"a":1},{"a":2,"b":"x"}]}"#, "/Records", "a:int64! b:string"),
    (#"{"Records":[{"a":1}]}{"Records":[{"a":2},{"a":3}]}"#, "/Records", "a:int64!"),
    (#"{"a":{"b":[{"c":1}]}}"#, "/a/b", "c:int64!"), (#"{"a":{"b":{"c":1}}}"#, "/a/b", "c:int64!"),
    (#"{"r":[{"s":[{"l":[{"m":1}]}]}]}"#, "/r/*/s/*/l", "m:int64!"),
    (#"{"r":[{"s":[{"l":[{"m":1}]}]}]}"#, "/r/s/l/*", "m:int64!"),
    (#"{"a/b":[{"c":1}]}"#, "/a~1b", "c:int64!"), (#"{"a":[[{"b":1}]]}"#, "/a", "b:int64!"),
    (#"{"a":1}"#, "", "a:int64!"),
  ])
  func `infers from the events at a path`(text: String, pointer: String, columns: String) throws {
    let path = try #require(EventPath(pointer))
    #expect(Inferred.from(text).proposal(at: path)?.short == columns)
  }

  @Test(arguments: ["/x", "/Records/a", "/Records/*/a"])
  func `finds no events at other paths`(pointer: String) throws {
    let path = try #require(EventPath(pointer))
    #expect(Inferred.from(#"{"Records":[{"a":1}]}"#).proposal(at: path) == nil)
  }

  @Test(arguments: ["Records", "/Records/0", "#/a"])
  func `rejects a path that is no pointer`(text: String) { #expect(EventPath(text) == nil) }

  @Test func `keeps sparse names of events inside`() throws {
    let records = (0..<400).map { "{\"id\":\($0),\"k\($0)\":1}" }.joined(separator: ",")
    var limits = InferenceLimits()
    limits.keepsSparseNames = true
    let path = try #require(EventPath("/Records"))
    let proposal = Inferred.from("{\"Records\":[\(records)]}", limits: limits).proposal(at: path)
    #expect(proposal?.columns.count == 401)
    #expect(proposal?.source == "400 events")
  }

  @Test func `reports values at the path that are no objects`() throws {
    let path = try #require(EventPath("/a"))
    let proposal = Inferred.from(#"{"a":[{"b":1},2,null]}"#).proposal(at: path)
    #expect(proposal?.diagnostics.first?.text == "skipped 2 values: only objects are events")
  }

  @Test(arguments: [
    (#"{"Records":[{"a":1},{"a":2}]}"#, "/Records"), (#"{"list":[{"a":1}]}"#, "/list"),
    (#"{"kind":"EventList","items":[{"a":1},{"a":2}]}"#, "/items"),
    (
      #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{}}]}]}]}"#,
      "/resourceLogs/*/scopeLogs/*/logRecords"
    ),
    (
      #"{"took":1,"hits":{"total":2,"hits":[{"_source":{"a":1}},{"_source":{"a":2}}]}}"#,
      "/hits/hits/*/_source"
    ),
    (#"{"Records":[{"a":1}]}{"Records":[{"a":2},{"a":3}]}"#, "/Records"),
  ])
  func `names a list that may be the events`(text: String, pointer: Pointer) {
    let inference = Inferred.from(text)
    #expect(inference.wrapper?.pointer == pointer)
    #expect(inference.proposal.diagnostics.contains { $0.text.contains("--at '\(pointer)'") })
  }

  @Test(arguments: [
    #"{"id":1,"tags":["a"]}"#, #"{"id":1,"user":{"a":1}}"#, #"{"id":1,"items":[{"a":1}]}{"id":2}"#,
    #"{"id":1,"lines":[{"a":1}],"taxes":[{"a":1}]}"#,
  ])
  func `takes ordinary events as they are`(text: String) {
    #expect(Inferred.from(text).wrapper == nil)
  }
}
