import SchemaInference
import SinkSpec
import Testing

/// Tests schemas inferred from events.
struct InferenceTests {
  @Test(arguments: [
    (#"{"a":1}"#, "a:int64!"),
    (#"{"a":1}{"a":2.5}"#, "a:float64!"),
    (#"{"a":1e3}"#, "a:float64!"),
    (#"{"a":-9223372036854775808}"#, "a:int64!"),
    (#"{"a":9223372036854775808}"#, "a:json!"),
    (#"{"a":true}{"a":null}"#, "a:bool"),
    (#"{"a":"x"}{}"#, "a:string"),
    (#"{"a":"2026-11-24T10:00:00Z"}{"a":"2026-11-24t10:00:00.123456+01:00"}"#, "a:timestamp!"),
    (#"{"a":"2026-11-24T10:00:00Z"}{"a":"2026-13-24T10:00:00Z"}"#, "a:string!"),
    (#"{"a":"2026-11-24"}"#, "a:string!"), (#"{"a":"2023-02-29T10:00:00Z"}"#, "a:string!"),
    (#"{"a":"2024-02-29T23:59:60Z"}"#, "a:timestamp!"),
    (#"{"a":"2024-02-29T12:30:60Z"}"#, "a:string!"),
    (#"{"a":null}"#, "a:json"),
    (#"{"a":1}{"a":"1"}"#, "a:json!"),
    (#"{"a":{"b":1,"c":"x"}}{"a":{"b":2}}"#, "a:struct(b:int64! c:string)!"),
    (#"{"a":{}}"#, "a:json!"),
    (#"{"a":[]}"#, "a:json!"),
    (#"{"a":[1,2]}{"a":[2.5]}"#, "a:list(:float64)!"),
    (#"{"a":[1,"x"]}"#, "a:json!"),
    (#"{"a":[{"b":1},{"b":2,"c":[]}]}"#, "a:list(:struct(b:int64! c:json))!"),
    (#"{"a":[[1],[2,3]]}"#, "a:list(:list(:int64))!"),
    (#"{"a":{"b":1}}{"a":[1]}"#, "a:json!"),
    (#"{"caf\u00e9":1}{"café":2}"#, "café:int64!"),
    (#"{"a":1,"A":2}"#, "a:int64! A:int64!"),
    (#"{"a":1795464930}{"a":"2026-11-24T10:00:00Z"}{"a":null}"#, "a:timestamp"),
    (#"{"a":7}{"a":"2026-11-24T10:00:00Z"}"#, "a:json!"),
    (#"{"a":[1795464930,"2026-11-24T10:00:00Z"]}"#, "a:list(:timestamp)!"),
    (#"{"":1}"#, ":int64!"),
    (#"{"b":1,"a":1}{"c":1,"a":1,"b":1}"#, "b:int64! a:int64! c:int64"),
  ])
  func `infers types from values`(events: String, columns: String) {
    #expect(Inferred.from(events).proposal.short == columns)
  }

  @Test(arguments: [
    "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\r\n\r\n{\"a\":2}", "[{\"a\":1},{\"a\":2}]",
    "[\n  {\"a\":1},\n  {\"a\":2}\n]\n", "{\"a\":1}{\"a\":2}", "{\n\"a\":1\n}\n{\n\"a\":2\n}",
    "\u{FEFF}{\"a\":1}\n{\"a\":2}", "\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n",
    "\u{1E}{\n\"a\":1\n}\n\u{1E}{\n\"a\":2\n}\n", " [ {\"a\":1} ]\n[ {\"a\":2} ] ",
  ])
  func `reads events in lines, in lists, or concatenated`(input: String) {
    let inference = Inferred.from(input)
    #expect(inference.events == 2)
    #expect(inference.brokenCount == 0)
    #expect(inference.proposal.short == "a:int64!")
  }

  @Test(arguments: [
    ("1795464930", "second"), ("1795464930123", "millisecond"),
    ("1795464930123456", "microsecond"), ("1795464930123456789", "nanosecond"),
    ("4102444800", nil), ("179546493", nil), ("-1795464930", nil),
  ])
  func `suggests timestamps for plausible Unix times`(number: String, unit: String?) {
    var proposal = Inferred.from("{\"a\":\(number)}").proposal
    #expect(proposal.columns[0].columnType == .int64)
    #expect(proposal.columns[0].evidence?.epochUnit == unit)
    proposal.takeTimes()
    #expect(proposal.columns[0].columnType == (unit == nil ? .int64 : .timestamp))
    #expect(proposal.columns[0].unit.setText == unit)
  }

  @Test func `withdraws the timestamp suggestion for one implausible number`() {
    let proposal = Inferred.from(#"{"a":1795464930}{"a":7}"#).proposal
    #expect(proposal.columns[0].evidence?.epochUnit == nil)
  }

  @Test func `shows when a column is required based on only a few events`() throws {
    let few = try #require(Inferred.from("{\"id\":1}\n{\"id\":2}").proposal.columns[0].evidence)
    #expect(few.sentence.hasPrefix("required: in all 2, a small sample · integer 2 · 1, 2"))
    let many = String(repeating: "{\"id\":1}\n", count: 10)
    let evidence = try #require(Inferred.from(many).proposal.columns[0].evidence)
    #expect(evidence.sentence.hasPrefix("in 10 of 10 · integer 10"))
    let optional = try #require(
      Inferred.from("{\"id\":1}\n{\"a\":2}").proposal.columns[0].evidence)
    #expect(optional.sentence.hasPrefix("in 1 of 2"))
  }

  @Test func `reports evidence with examples`() throws {
    let proposal = Inferred.from(#"{"a":1}{"a":1}{"a":null}{"a":2.5}{}"#).proposal
    let evidence = try #require(proposal.columns[0].evidence)
    #expect(evidence.among == 5)
    #expect(evidence.present == 4)
    #expect(
      evidence.seen == [
        .init(kind: "integer", count: 2, example: "1", line: 1),
        .init(kind: "null", count: 1, line: 1),
        .init(kind: "fraction", count: 1, example: "2.5", line: 1),
      ])
    #expect(evidence.examples == ["1", "2.5"])
  }

  @Test(arguments: [
    (#"{"a":9007199254740993}{"a":1.5}"#, "1 integer may lose digits in float64"),
    (#"{"a":18446744073709551616}{"a":1}"#, "1 of 2 numbers does not fit int64; json accepts all"),
    (#"{"a":9223372036854775808}"#, "1 of 1 number does not fit int64; json accepts all"),
    (
      #"{"a":"\ud800"}"#,
      "1 string with an unpaired surrogate, which is invalid Unicode; the events may be dropped"
    ),
    (
      #"{"a":"\ud83d\ude00"}{"a":"\\ud800"}{"a":"\udc00\ud800"}"#,
      "1 string with an unpaired surrogate, which is invalid Unicode; the events may be dropped"
    ),
    (
      #"{"a":1795464930}{"a":"2026-11-24T10:00:00Z"}"#,
      "1 number among RFC 3339 strings; numbers are read as seconds"
    ),
    (#"{"\ud800":1}"#, "its name has U+FFFD, the replacement for an unpaired surrogate"),
  ])
  func `reports lossy conversions at the column`(events: String, diagnostic: String) {
    #expect(Inferred.from(events).proposal.columns[0].diagnostics.map(\.text) == [diagnostic])
  }

  @Test func `shows an example and the line of every kind of value`() throws {
    let events = "{\"a\":0}\n{\"a\":1}\n{\"a\":null}\n{\"a\":\"x\"}\n{\"a\":[]}\n"
    let evidence = try #require(Inferred.from(events).proposal.columns[0].evidence)
    #expect(
      evidence.sentence
        == "in 5 of 5 · integer 2 (0, line 1), null 1 (line 3), text 1 (\"x\", line 4), "
        + "list 1 (line 5) · the values have different types")
    for (pieces, readers) in [(1, 1), (9, 2), (14, 3)] {
      let other = Inferred.from(events, pieces: pieces, readers: readers).proposal
      #expect(other.columns[0].evidence == evidence)
    }
  }

  @Test func `finds the line of an odd value in a long list`() throws {
    var events = (1...900).map { "  {\"a\": \($0)}" }
    events[699] = "  {\"a\": \"x\"}"
    let list = events.joined(separator: ",\n")
    let inference = Inferred.from("[\n\(list)\n]", pieces: 1000)
    let seen = try #require(inference.proposal.columns[0].evidence?.seen)
    #expect(seen.map(\.line) == [2, 701])
  }

  @Test(arguments: [
    (#"{"id":1795464930,"ts":1795464930}"#, ["ts"]),
    (
      #"{"run_id":1362934389,"userId":1362934389,"orderid":1362934389,"start":1362934389}"#,
      ["start"]
    ),
    (#"{"x":1362934389,"at":"2026-11-24T10:00:00Z"}"#, ["at"]),
    (#"{"x":1795464930,"at":"2026-11-24T10:00:00Z"}"#, ["x", "at"]),
    (#"{"x":1795464930123}"#, ["x"]),
    (#"{"created":1362934389,"t":"2026-11-24T10:00:00Z"}"#, ["created", "t"]),
    (#"{"ids":[1795464930],"times":[1795464930]}"#, ["times"]),
    (#"{"lastLoginAt":1795464930,"installation_id":1795464930}"#, ["lastLoginAt"]),
    (#"{"validated":1795464930,"phone":1795464930}"#, ["validated"]),
  ])
  func `takes times, but no identifiers`(events: String, times: [String]) {
    var proposal = Inferred.from(events).proposal
    proposal.takeTimes()
    let found = proposal.columns.filter {
      $0.isOf(.timestamp) || $0.item.first?.isOf(.timestamp) == true
    }
    #expect(found.map(\.name.text) == times)
    proposal.takeTimes(false)
    #expect(proposal.columns.allSatisfy { $0.evidence?.epochUnit == nil || $0.isOf(.int64) })
  }

  @Test func `names columns by their path`() {
    let proposal = Inferred.from(#"{"user":{"plan":null,"a.b":1},"tags":[{"x":1}]}"#).proposal
    #expect(
      proposal.namedColumns.map(\.name) == [
        "user", "user.plan", #"user."a.b""#, "tags", "tags[]", "tags[].x",
      ])
  }

  @Test func `warns that a small sample says little about required columns`() {
    let proposal = Inferred.from("{\"a\":1}\n{\"a\":2}\n").proposal
    #expect(
      proposal.diagnostics.map(\.text) == [
        "required columns were seen in only 2 events; events without them may be dropped"
      ])
    let many = String(repeating: "{\"a\":1}\n", count: 10)
    #expect(Inferred.from(many).proposal.diagnostics.isEmpty)
  }

  @Test func `unique keys are values, even in few events`() {
    let events = (0..<20).map { "{\"m\":{\"k\($0)\":1,\"n\($0)\":2}}" }
    #expect(Inferred.from(events.joined(separator: "\n")).proposal.short == "m:json!")
    let optional = (0..<20).map { "{\"m\":{\"k\($0 / 2)\":1}}" }
    #expect(
      Inferred.from(optional.joined(separator: "\n")).proposal.columns[0].isStruct)
  }

  @Test func `truncates a long example at a character boundary`() throws {
    let text = String(repeating: "é", count: 100)
    let example = try #require(
      Inferred.from("{\"a\":\"\(text)\"}").proposal.columns[0].evidence?.examples.first)
    #expect(example == "\"" + String(repeating: "é", count: 31) + "…")
  }

  @Test(arguments: [
    ("{\"a\":1}\n{\"a\":\n{\"a\":2}\n", 2, 2, 6, "the line ends inside the event"),
    ("{\"a\":1}\nno\n{\"a\":2}\n", 2, 2, 1, "expected a JSON object"),
    ("7\n{\"a\":2}\n", 1, 1, 1, "expected a JSON object, found a number"),
    ("{\"a\":1,}\n{\"a\":2}\n", 1, 1, 8, "expected a member's name"),
    ("{\"a\":01}\n{\"a\":2}\n", 1, 1, 6, "invalid JSON number"),
    ("{\"a\":tru}\n{\"a\":2}\n", 1, 1, 6, "expected a value"),
    ("{\"a\":\"\\x\"}\n{\"a\":2}\n", 1, 1, 7, "invalid escape"),
    ("{\"a\":\"\t\"}\n{\"a\":2}\n", 1, 1, 7, "control characters in strings must be escaped"),
    ("{\"a\" 1}\n{\"a\":2}\n", 1, 1, 6, "expected ':'"),
    ("{\"a\":[1 2]}\n{\"a\":2}\n", 1, 1, 9, "expected ',' or ']'"),
    ("[{\"a\":1},\n{\"a\":},\n{\"a\":2}]", 2, 2, 6, "expected a value"),
    ("{\n\"a\":1}\n{\n\"a\":x}\n{\n\"a\":2}", 2, 4, 5, "expected a value"),
    ("{\"a\":1}\n{\"a\":2", 1, 2, 7, "the line ends inside the event"),
    ("[{\"a\":1},{\"a\":2", 1, 1, 16, "the input ends inside the event"),
    ("[{\"a\":1},2,{\"a\":3}]", 2, 1, 10, "expected a JSON object, found a number"),
    ("[{\"a\":1},[[\"]\"],2],{\"a\":3}]", 2, 1, 10, "expected a JSON object, found an array"),
    ("[null,{\"a\":1}]\n[{\"a\":2}]", 2, 1, 2, "expected a JSON object"),
    ("[{\"a\":1},{\"b\":},{\"a\":[{\"c\":1}]}]", 2, 1, 15, "expected a value"),
    ("[{\"a\":1},{\"b\":}]\n[{\"a\":2}]\n[{\"a\":3}]", 3, 1, 15, "expected a value"),
    ("[{\"a\":1}{\"a\":2}]", 2, 1, 9, "expected ',' or ']' after an event in a list"),
    ("[{\"a\":1},{\"a\":2},]", 2, 1, 18, "expected a JSON object"),
    ("[{\"a\":1},{\"a\":2}\n", 2, 2, 1, "the list of events is not closed"),
    ("{\"a\":NaN}\n{\"a\":2}\n", 1, 1, 6, Self.notANumber),
    ("{\"a\":-Infinity}\n{\"a\":2}\n", 1, 1, 6, Self.notANumber),
    (
      "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [1,],\n    \"d\": 2\n  }\n}\n", 0, 4, 13,
      "expected a value"
    ),
    (
      "{\n  \"a\": NaN,\n  \"b\": [\n    {\n      \"c\": 1\n    }\n  ]\n}\n", 0, 2, 8,
      Self.notANumber
    ),
    ("{\n  \"a\": [\n    {\n      \"b\": 1\n", 0, 5, 1, "the input ends inside the event"),
    (
      "{\n  \"a\": x,\n  \"b\": [\n    {\n      \"c\": 1\n}\n{\n  \"a\": 1\n}\n", 1, 2, 8,
      "expected a value"
    ),
    (
      "[\n  {\n    \"a\": x,\n    \"b\": {\n      \"c\": 1\n    }\n  },\n  {\n    \"a\": 1\n  }\n]\n",
      1, 3, 10, "expected a value"
    ),
    ("[\n{\"a\":\"x\n},\n{\"a\":2}\n]", 1, 2, 8, "control characters in strings must be escaped"),
  ])
  func `reports the position of a broken event and skips it`(
    input: String, events: Int, line: Int, column: Int, message: String
  ) throws {
    let inference = Inferred.from(input)
    #expect(inference.events == events)
    #expect(inference.brokenCount == 1)
    #expect(Inferred.from(input, pieces: 1).broken == inference.broken)
    let broken = try #require(inference.broken.first)
    #expect((broken.line, broken.column) == (line, column))
    #expect(broken.message == message)
  }

  private static let notANumber =
    "NaN and Infinity are not JSON; write null, or the number as a string"

  @Test func `a broken event does not affect the schema`() {
    let good = "{\"a\":1,\"b\":{\"c\":[1]}}\n"
    let broken = "{\"a\":\"text\",\"b\":{\"c\":[\"x\"],\"d\":2},\"e\":1795464930,\"f\":\n"
    #expect(
      Inferred.from(broken + good).proposal.columns == Inferred.from("\n" + good).proposal.columns)
  }

  @Test func `treats invalid UTF-8 as a broken event`() throws {
    let inference = Inferred.from(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}\n{\"a\":1}\n".utf8))
    #expect(inference.events == 1)
    #expect(inference.broken.first?.message == "this byte is not valid UTF-8")
    #expect(inference.broken.first?.column == 7)
  }
}
