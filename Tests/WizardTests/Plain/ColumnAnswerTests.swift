import Screen
import SinkSpec
import Testing

@testable import Wizard

/// Columns, line by line.
@Suite struct ColumnAnswerTests {
  private static func talk(_ answers: String...) -> PlainTranscript {
    var talk = PlainTranscript()
    talk.answer(["/step 4"] + answers)
    return talk
  }

  /// A session with the columns `id`, `user` (a struct of `name`), `tags` (a list) and `at`.
  private static func filled() -> PlainTranscript {
    talk(
      "id", "int64", "y", "user", "struct", "", "name", "", "", "", "tags", "list", "", "", "at",
      "timestamp", "", "", "")
  }

  private static func names(_ talk: PlainTranscript) -> [String] {
    talk.draft.fields.map(\.name.text)
  }

  @Test func `columns are entered with a name, a type, and Enter`() {
    let talk = Self.filled()
    let text = talk.wizard.payload.filter { !$0.isWhitespace }
    #expect(
      text.split(separator: "\"schema\":").last == """
        {"fields":[{"type":"int64","name":"id","required":true},\
        {"type":"struct","name":"user","fields":[{"type":"string","name":"name"}]},\
        {"type":"list","name":"tags","items":{"type":"string"}},\
        {"type":"timestamp","name":"at"}]}}
        """)
    #expect(talk.wizard.item == .columns)
  }

  @Test func `questions say which column they are about, the innermost first`() {
    var talk = Self.talk("user", "struct")
    #expect(talk.question == "user: Required, yes or no, optional [default: no]: ")
    talk.answer("")
    #expect(talk.question == "Name of column 1 in user, or Enter to end: ")
    talk.answer("tags", "list", "")
    #expect(talk.question == "each item of tags in user: Type, required [string]: ")
    talk.answer("")
    #expect(talk.question == "Name of column 2 in user, or Enter to end: ")
    talk.answer("")
    #expect(talk.question == "Name of column 2, or Enter to end: ")
  }

  @Test func `sixty columns are entered without hearing the types sixty times`() {
    var talk = Self.talk()
    var count = 0
    for number in 0..<60 {
      for line in ["c\(number)", "int64", ""] {
        talk.answer(line)
        count += talk.said.count { $0.hasPrefix("  ") }
      }
    }
    #expect(talk.draft.fields.count { !$0.isUntouched } == 60)
    #expect(count == 11)
  }

  @Test func `columns that there are are said in short, and not asked for one by one`() {
    var talk = Self.filled()
    talk.answer("/step 4")
    #expect(
      talk.hasSaid(
        "4 columns: id int64 required, user struct (name string), tags list (string), at timestamp."
      ))
    #expect(talk.question == "Name of a new column, or Enter to continue: ")
    talk.answer("/columns")
    #expect(talk.hasSaid("  2 user struct (name string)"))
    talk.answer("")
    #expect(talk.wizard.item == .columns)
  }

  @Test(arguments: [
    ("id", "id: Name"), ("1", "id: Name"), ("user.name", "name in user: Name"),
    ("tags", "tags: Name"), ("4", "at: Name"),
  ])
  func `a column is found by its name or number, and its answers lead back`(
    name: String, question: String
  ) {
    var talk = Self.filled()
    talk.answer("/step 1", "/column \(name)")
    #expect(talk.question.hasPrefix(question), "\(talk.question)")
    for _ in 0..<8 where talk.wizard.step == .schema { talk.answer("") }
    #expect(talk.question == "Name, required: ")
    talk.answer("/column nothing")
    #expect(talk.said.first == "No column nothing.")
  }

  @Test func `a column that becomes a struct is asked for what is in it`() {
    var talk = Self.filled()
    talk.answer("/step 1", "/column id", "", "struct", "")
    #expect(talk.question == "Name of column 1 in id, or Enter to end: ")
    talk.answer("x", "", "", "")
    #expect(talk.draft.fields.first?.children.map(\.name.text) == ["x"])
    talk.answer("")
    #expect(talk.question == "Name, required: ")
  }

  @Test func `columns are added, copied, moved and deleted`() {
    var talk = Self.filled()
    talk.answer("/column id", "/insert", "new", "", "", "")
    #expect(Self.names(talk) == ["id", "new", "user", "tags", "at"])
    talk.answer("/column new", "/down")
    #expect(talk.hasSaid("new is now column 3."))
    #expect(Self.names(talk) == ["id", "user", "new", "tags", "at"])
    talk.answer("/up", "/up", "/up")
    #expect(Self.names(talk) == ["new", "id", "user", "tags", "at"])
    #expect(talk.hasSaid("new cannot be moved there."))
    talk.answer("/duplicate")
    #expect(talk.hasSaid("This is the copy of new."))
    talk.answer("/delete")
    #expect(talk.hasSaid("new was deleted; /undo restores it."))
    talk.answer("/undo", "/column at", "/in")
    #expect(talk.hasSaid("not a struct"))
    #expect(Self.names(talk) == ["new", "new", "id", "user", "tags", "at"])
  }

  @Test func `a column is moved into the struct before it and out again`() {
    var talk = Self.filled()
    talk.answer("/column tags", "/in")
    #expect(talk.hasSaid("tags is now column 2 in user."))
    #expect(talk.draft.fields[1].children.map(\.name.text) == ["name", "tags"])
    talk.answer("/out")
    #expect(talk.hasSaid("tags in user is now column 3."))
    #expect(Self.names(talk) == ["id", "user", "tags", "at"])
  }

  @Test func `details are asked for when they are wanted`() {
    var talk = Self.talk("id", "/details", "", "")
    #expect(talk.question.hasPrefix("id: Metadata key, optional"))
    talk.answer("kafka_key")
    #expect(talk.question.hasPrefix("id: SQL name, optional"))
    talk.answer("TEXT")
    let set = ColumnMember.details.map { talk.draft.fields.first?[$0] }
    #expect(set.prefix(2) == [.text("kafka_key"), .text("TEXT")])
  }

  @Test func `all columns whose names hold a text are changed at once`() {
    var talk = Self.filled()
    talk.answer("/change at")
    #expect(talk.said.first == "1 column: at")
    #expect(talk.hasSaid("1 required yes"))
    talk.answer("")
    #expect(talk.wizard.overlay == nil && talk.wizard.columns.marked.isEmpty)
    talk.answer("/change", "99")
    #expect(talk.hasSaid("type a number from 1 to 15"))
    talk.answer("1")
    #expect(talk.draft.fields.allSatisfy { $0.required == .text("true") })
    #expect(talk.hasSaid("/undo undoes it"))
    talk.answer("/undo")
    #expect(talk.draft.fields.last?.required == .notSet)
    talk.answer("/change zzz")
    #expect(talk.said.first == "No column name contains \"zzz\".")
  }

  @Test func `a sample event is told with its row`() {
    var talk = Self.filled()
    talk.answer("/event")
    #expect(talk.hasSaid("What Parquet makes of it"))
    #expect(talk.hasSaid("id: INT64"))
  }

  @Test func `lists in lists end at some depth, and are named in short`() {
    var talk = Self.talk("id", "list", "")
    var longest = 0
    for _ in 0..<80 {
      talk.answer("list")
      longest = max(longest, talk.question.count)
    }
    var depth = 0
    var field = talk.draft.fields[0]
    while let inside = field.item.first {
      field = inside
      depth += 1
    }
    #expect(depth == 64)
    #expect(longest < 160)
  }
}
