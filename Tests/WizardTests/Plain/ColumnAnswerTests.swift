import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests columns in line mode.
@Suite struct ColumnAnswerTests {
  private static func transcript(_ answers: String...) -> PlainTranscript {
    var transcript = PlainTranscript()
    transcript.answer(["/step 4"] + answers)
    return transcript
  }

  /// Returns a session with the columns `id`, `user` (a struct of `name`), `tags` (a list) and `at`.
  private static func filled() -> PlainTranscript {
    transcript(
      "id", "int64", "y", "user", "struct", "", "name", "", "", "", "tags", "list", "", "", "at",
      "timestamp", "", "", "")
  }

  private static func names(_ transcript: PlainTranscript) -> [String] {
    transcript.draft.fields.map(\.name.text)
  }

  @Test func `adds a column from a name, a type and Enter`() {
    let transcript = Self.filled()
    let text = transcript.wizard.payload.filter { !$0.isWhitespace }
    #expect(
      text.split(separator: "\"schema\":").last == """
        {"fields":[{"type":"int64","name":"id","required":true},\
        {"type":"struct","name":"user","fields":[{"type":"string","name":"name"}]},\
        {"type":"list","name":"tags","items":{"type":"string"}},\
        {"type":"timestamp","name":"at"}]}}
        """)
    #expect(transcript.wizard.item == .columns)
  }

  @Test func `names the column in prompts, innermost first`() {
    var transcript = Self.transcript("user", "struct")
    #expect(transcript.question == "user: Required, yes or no, optional [default: no]: ")
    transcript.answer("")
    #expect(transcript.question == "Name of column 1 in user, or Enter to end: ")
    transcript.answer("tags", "list", "")
    #expect(transcript.question == "each item of tags in user: Type, required [string]: ")
    transcript.answer("")
    #expect(transcript.question == "Name of column 2 in user, or Enter to end: ")
    transcript.answer("")
    #expect(transcript.question == "Name of column 2, or Enter to end: ")
  }

  @Test func `prints the list of types once for sixty columns`() {
    var transcript = Self.transcript()
    var count = 0
    for number in 0..<60 {
      for line in ["c\(number)", "int64", ""] {
        transcript.answer(line)
        count += transcript.lines.count { $0.hasPrefix("  ") }
      }
    }
    #expect(transcript.draft.fields.count { !$0.isUntouched } == 60)
    #expect(count == 11)
  }

  @Test func `summarizes existing columns instead of prompting for each`() {
    var transcript = Self.filled()
    transcript.answer("/step 4")
    #expect(
      transcript.hasPrinted(
        "4 columns: id int64 required, user struct (name string), tags list (string), at timestamp."
      ))
    #expect(transcript.question == "Name of a new column, or Enter to continue: ")
    transcript.answer("/columns")
    #expect(transcript.hasPrinted("  2 user struct (name string)"))
    transcript.answer("")
    #expect(transcript.wizard.item == .columns)
  }

  @Test(arguments: [
    ("id", "id: Name"), ("1", "id: Name"), ("user.name", "name in user: Name"),
    ("tags", "tags: Name"), ("4", "at: Name"),
  ])
  func `finds a column by name or number, and returns after its prompts`(
    name: String, question: String
  ) {
    var transcript = Self.filled()
    transcript.answer("/step 1", "/column \(name)")
    #expect(transcript.question.hasPrefix(question), "\(transcript.question)")
    for _ in 0..<8 where transcript.wizard.step == .schema { transcript.answer("") }
    #expect(transcript.question == "Name, required: ")
    transcript.answer("/column nothing")
    #expect(transcript.lines.first == "No column \"nothing\".")
  }

  @Test func `prompts for the children of a new struct`() {
    var transcript = Self.filled()
    transcript.answer("/step 1", "/column id", "", "struct", "")
    #expect(transcript.question == "Name of column 1 in id, or Enter to end: ")
    transcript.answer("x", "", "", "")
    #expect(transcript.draft.fields.first?.children.map(\.name.text) == ["x"])
    transcript.answer("")
    #expect(transcript.question == "Name, required: ")
  }

  @Test func `adds, duplicates, moves and deletes columns`() {
    var transcript = Self.filled()
    transcript.answer("/column id", "/insert", "new", "", "", "")
    #expect(Self.names(transcript) == ["id", "new", "user", "tags", "at"])
    transcript.answer("/column new", "/down")
    #expect(transcript.hasPrinted("new is now column 3."))
    #expect(Self.names(transcript) == ["id", "user", "new", "tags", "at"])
    transcript.answer("/up", "/up", "/up")
    #expect(Self.names(transcript) == ["new", "id", "user", "tags", "at"])
    #expect(transcript.hasPrinted("new cannot be moved there."))
    transcript.answer("/duplicate")
    #expect(transcript.hasPrinted("This is the copy of new."))
    transcript.answer("/delete")
    #expect(transcript.hasPrinted("new was deleted; /undo restores it."))
    transcript.answer("/undo", "/column at", "/in")
    #expect(transcript.hasPrinted("not a struct"))
    #expect(Self.names(transcript) == ["new", "new", "id", "user", "tags", "at"])
  }

  @Test func `moves a column into the preceding struct and out again`() {
    var transcript = Self.filled()
    transcript.answer("/column tags", "/in")
    #expect(transcript.hasPrinted("tags is now column 2 in user."))
    #expect(transcript.draft.fields[1].children.map(\.name.text) == ["name", "tags"])
    transcript.answer("/out")
    #expect(transcript.hasPrinted("tags in user is now column 3."))
    #expect(Self.names(transcript) == ["id", "user", "tags", "at"])
  }

  @Test func `prompts for details on request`() {
    var transcript = Self.transcript("id", "/details", "", "")
    #expect(transcript.question.hasPrefix("id: Metadata key, optional"))
    transcript.answer("kafka_key")
    #expect(transcript.question.hasPrefix("id: SQL name, optional"))
    transcript.answer("TEXT")
    let set = ColumnMember.details.map { transcript.draft.fields.first?[$0] }
    #expect(set.prefix(2) == [.text("kafka_key"), .text("TEXT")])
  }

  @Test func `changes all columns with matching names`() {
    var transcript = Self.filled()
    transcript.answer("/change at")
    #expect(transcript.lines.first == "1 column: at")
    #expect(transcript.hasPrinted("1 required yes"))
    transcript.answer("")
    #expect(transcript.wizard.overlay == nil && transcript.wizard.columns.marked.isEmpty)
    transcript.answer("/change", "99")
    #expect(transcript.hasPrinted("type a number from 1 to 15"))
    transcript.answer("1")
    #expect(transcript.draft.fields.allSatisfy { $0.required == .text("true") })
    #expect(transcript.hasPrinted("/undo undoes it"))
    transcript.answer("/undo")
    #expect(transcript.draft.fields.last?.required == .notSet)
    transcript.answer("/change zzz")
    #expect(transcript.lines.first == "No column name contains \"zzz\".")
  }

  @Test func `prints a sample event and its row`() {
    var transcript = Self.filled()
    transcript.answer("/event")
    #expect(transcript.hasPrinted("Stored as Parquet"))
    #expect(transcript.hasPrinted("id: INT64"))
  }

  @Test func `limits the depth of nested lists, and abbreviates their names`() {
    var transcript = Self.transcript("id", "list", "")
    var longest = 0
    for _ in 0..<80 {
      transcript.answer("list")
      longest = max(longest, transcript.question.count)
    }
    var depth = 0
    var field = transcript.draft.fields[0]
    while let inside = field.item.first {
      field = inside
      depth += 1
    }
    #expect(depth == 64)
    #expect(longest < 160)
  }
}
