import SchemaInference
import SinkSpec
import Testing

/// Tests input that would exhaust memory without limits.
struct InferenceLimitTests {
  @Test func `infers json for a member with unbounded names`() {
    let events = (0..<2000).map { "{\"id\":\($0),\"m\":{\"k\($0)\":{\"x\":1}}}" }
    let inference = Inferred.from(events.joined(separator: "\n"))
    #expect(inference.proposal.short == "id:int64! m:json!")
    #expect(inference.columnCount < 1000)
  }

  @Test func `infers a struct from many members that all events have`() {
    let members = (0..<600).map { "\"k\($0)\":1" }.joined(separator: ",")
    let inference = Inferred.from("{\"m\":{\(members)}}\n{\"m\":{\(members)}}\n")
    #expect(inference.proposal.columns[0].isStruct)
    #expect(inference.proposal.columns[0].children.count == 600)
  }

  @Test func `reports rare names that become no columns`() throws {
    let events = (0..<3000).map { "{\"id\":\($0),\"k\($0)\":1,\"odd\":[]}" }
    let proposal = Inferred.from(events.joined(separator: "\n")).proposal
    #expect(proposal.columns.count == 2000)
    #expect(proposal.columns.prefix(3).map(\.name.text) == ["id", "k0", "odd"])
    #expect(proposal.diagnostics.first?.text.hasPrefix("1,002 names skipped") == true)
  }

  @Test func `keeps many sparse names`() {
    let events = (0..<400).map { "{\"id\":\($0),\"k\($0)\":1}" }
    let proposal = Inferred.from(events.joined(separator: "\n")).proposal
    #expect(proposal.columns.count == 401)
    #expect(proposal.columns.filter(\.isRequired).map(\.name.text) == ["id"])
    #expect(proposal.diagnostics.map(\.severity) == [.note])
  }

  @Test func `limits columns and reports values without one`() {
    var limits = InferenceLimits()
    limits.columns = 10
    let members = (0..<20).map { "\"k\($0)\":1" }.joined(separator: ",")
    let inference = Inferred.from("{\(members)}", limits: limits)
    #expect(inference.proposal.columns.count == 10)
    #expect(
      inference.proposal.diagnostics.first?.text.hasPrefix("10 values skipped") == true)
  }

  @Test(arguments: [("", "\n", "\n"), ("[", ",\n", "]")])
  func `skips an endless event`(opening: String, between: String, closing: String) {
    var limits = InferenceLimits()
    limits.eventBytes = 1000
    let long = "{\"b\":\"\(String(repeating: "x", count: 9000))\"}"
    let events = ["{\"a\":1}", long, "{\"a\":2}"].joined(separator: between)
    let inference = Inferred.from(opening + events + closing, limits: limits, pieces: 100)
    #expect(inference.events == 2)
    #expect(inference.brokenCount == 1)
    #expect(inference.broken.first?.line == 2)
    #expect(inference.proposal.short == "a:int64!")
  }

  @Test(arguments: [511, 512, 600, 100_000])
  func `limits the nesting depth`(depth: Int) {
    let lists = depth - 1
    let event =
      "{\"a\":" + String(repeating: "[", count: lists) + String(repeating: "]", count: lists) + "}"
    let inference = Inferred.from("\(event)\n{\"b\":1}\n")
    #expect(inference.brokenCount == (depth > 512 ? 1 : 0))
    #expect(inference.events == (depth > 512 ? 1 : 2))
  }

  @Test func `reports numbers beyond every type`() {
    let inference = Inferred.from("{\"a\":1e999}\n{\"a\":\(String(repeating: "9", count: 400))}\n")
    #expect(inference.proposal.short == "a:float64!")
    #expect(inference.proposal.columns[0].diagnostics.first?.severity == .warning)
  }

  @Test func `stops after the requested number of events`() {
    var limits = InferenceLimits()
    limits.events = 2
    let inference = Inferred.from("{\"a\":1}\n{\"a\":1}\n{\"b\":1}\n", limits: limits)
    #expect(inference.isFull)
    #expect(inference.proposal.short == "a:int64!")
  }
}
