import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests that line mode prompts for exactly the fields of the form.
@Suite struct PromptCoverageTests {
  private static let combinations: [(String, String, String)] = ["r2", "r2_data_catalog"].flatMap {
    type in
    ["json", "parquet", "not set"].flatMap { format in
      ["json", "parquet", "not set"].map { (type, format, $0) }
    }
  }

  @Test(arguments: combinations)
  func `prompts for every field of each combination of types`(
    type: String, format: String, schemaFormat: String
  ) {
    var transcript = PlainTranscript()
    var asked: [FormItem] = []
    while transcript.wizard.step != .review {
      guard let item = transcript.wizard.item else { break }
      if asked.last != item { asked.append(item) }
      switch item {
      case .parameter("/type"): transcript.answer(type)
      case .parameter("/format/type"): transcript.answer(format)
      case .parameter("/schema/format/type"): transcript.answer(schemaFormat)
      default: transcript.answer("")
      }
      if asked.count > 100 { break }
    }
    let rows = Step.allCases.filter { $0 != .review }.flatMap {
      Form.rows(of: $0, transcript.draft)
    }
    let wanted = rows.flatMap(\.items).filter { ![.importSchema, .sample].contains($0) }
    #expect(asked == wanted)
  }

  @Test func `prompts for columns, including those from a file`() throws {
    let text = """
      {"name":"x","extra":1,"schema":{"other":2,"fields":[{"name":"a","type":"timestamp","odd":3},\
      {"name":"b","type":"list","items":{"type":"int64","name":"i","required":true}},\
      {"name":"c","type":"struct","metadata_key":"k","fields":[{"name":"d","type":"bool"}]},4]}}
      """
    var transcript = PlainTranscript(begin: { $0.open(name: "x.json", Array(text.utf8)) })
    var asked: Set<FormItem> = []
    for pass in 0...4 {
      if pass > 0 { transcript.answer("/column \(["a", "b", "c", "c.d"][pass - 1])") }
      var count = 0
      while let item = transcript.wizard.item, transcript.wizard.step != .review, count < 200 {
        asked.insert(item)
        transcript.answer("")
        count += 1
      }
    }
    let rows = Step.allCases.filter { $0 != .review }.flatMap {
      Form.rows(of: $0, transcript.draft)
    }
    let last = FormItem.field(transcript.draft.fields[3].id, .name)
    let wanted = Set(rows.flatMap(\.items)).subtracting([.importSchema, .sample, last])
    #expect(wanted.subtracting(asked) == [])
    #expect(asked.subtracting(wanted) == [])
  }
}
