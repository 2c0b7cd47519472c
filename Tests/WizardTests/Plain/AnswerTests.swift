import Screen
import SinkSpec
import Testing

@testable import Wizard

/// What a line does at a question.
@Suite struct AnswerTests {
  struct Case: CustomTestStringConvertible {
    let answers: [String]
    /// A part of what is said after the last one, the next question included.
    let said: String
    let request: String

    init(_ answers: [String], _ said: String, _ request: String) {
      self.answers = answers
      self.said = said
      self.request = request
    }

    var testDescription: String { answers.joined(separator: " | ") }
  }

  /// Answers up to the question of a parameter.
  private static func talk(at pointer: Pointer) -> PlainTranscript {
    var talk = PlainTranscript()
    while talk.wizard.item != .parameter(pointer) {
      let before = talk.wizard.item
      talk.answer("")
      if talk.wizard.item == before { talk.answer("") }
      guard talk.wizard.step != .review else { break }
    }
    return talk
  }

  private static let long = String(repeating: "x", count: 129)

  private static let name: [Case] = [
    Case(["my_sink"], "Type, required [r2]: ", #""name": "my_sink""#),
    Case([""], "error: is required; Enter leaves it open for now.", "‹required›"),
    Case(["", ""], "Type, required [r2]: ", "‹required›"),
    Case(["a b"], "warning: only letters, digits and underscores", #""name": "a b""#),
    Case([long], "Type it again, or Enter to leave it so for now.", #""name": "xxx"#),
    Case([long, ""], "Type, required [r2]: ", #""name": "xxx"#),
    Case([long, "ab"], "Type, required [r2]: ", #""name": "ab""#),
    Case(["/hlep"], "/hlep is no command; /help lists them.", "‹required›"),
    Case(["/back home"], "/value /back home takes it as a value", "‹required›"),
    Case(["/value /slash"], "", #""name": "/slash""#),
    Case(["/value ?"], "", #""name": "?""#),
    Case(["x "], "It has a blank at its beginning or its end.", #""name": "x ""#),
    Case(["a\u{1B}[A"], "no text, such as an arrow", "‹required›"),
    Case(["a\tb"], "no text, such as an arrow", "‹required›"),
    Case(["a\0b"], "no text, such as an arrow", "‹required›"),
    Case(["x", "/back", "/unset"], "Type, required [r2]: ", "‹required›"),
    Case(["/empty"], "Type it again", #""name": """#),
    Case(["/back"], "This is the first question.", "‹required›"),
    Case(["x", "/undo"], "It is taken back", "‹required›"),
    Case(["x", "/undo", "/redo"], "It is brought back", #""name": "x""#),
    Case(["/env"], "/env means nothing at this question.", "‹required›"),
    Case(["/delete"], "is for a column", "‹required›"),
    Case(["/HELP"], "/back: goes to the question before", "‹required›"),
    Case(["?"], "1–128 characters", "‹required›"),
    Case(["/step 9"], "a number from 1 to 5", "‹required›"),
    Case(["/step 5", "-1"], "There is no answer -1 here.", "‹required›"),
    Case(["/step 5", "0"], "There is no answer 0 here.", "‹required›"),
    Case(["/step 5", "-9223372036854775808"], "There is no answer", "‹required›"),
    Case(["/step 5", "9223372036854775807"], "There is no answer", "‹required›"),
    Case(["/issue -9223372036854775808"], "from 1 to", "‹required›"),
    Case(["/column -9223372036854775808"], "There is no column", "‹required›"),
    Case(["/export", "-9223372036854775808"], "There is no answer", "‹required›"),
    Case(["/issue 99"], "/issue and a number from 1 to", "‹required›"),
  ]

  @Test(arguments: name)
  func `at a text`(entry: Case) {
    var talk = PlainTranscript()
    talk.answer(entry.answers)
    #expect(entry.said.isEmpty || talk.hasSaid(entry.said), "\(talk.said)")
    #expect(talk.wizard.draftValidation.lines.all.contains { $0.text.contains(entry.request) })
  }

  private static let choices: [Case] = [
    Case(["3"], "That is uuid_v7.", #""strategy": "uuid_v7""#),
    Case(["ULID"], "That is ulid.", #""strategy": "ulid""#),
    Case(["s"], "That is serial.", #""strategy": "serial""#),
    Case(["uu"], "uu could be uuid or uuid_v7.", ""),
    Case(["uuid"], "Suffix, optional", #""strategy": "uuid""#),
    Case(["9"], "There is no choice 9: type a number from 0 to 4 or a name; ? says them.", ""),
    Case(["-1"], "There is no choice -1", ""),
    Case([" 4 "], "That is ulid.", #""strategy": "ulid""#),
    Case(["4", "/back", "0"], "That is not set.", ""),
    Case(["4", "/back", "not set"], "Suffix, optional", ""),
    Case(["4", "/back", "/unset"], "Suffix, optional", ""),
  ]

  @Test(arguments: choices)
  func `at a choice`(entry: Case) {
    var talk = Self.talk(at: "/config/file_naming/strategy")
    talk.answer(entry.answers)
    #expect(talk.hasSaid(entry.said), "\(talk.said)")
    let line = talk.wizard.draftValidation.lines.all.first { $0.text.contains("strategy") }
    #expect((line?.text ?? "").hasPrefix(entry.request) && (line == nil) == entry.request.isEmpty)
  }

  @Test(arguments: [
    ("y", "true"), ("yes", "true"), ("no", "false"), ("n", "false"), ("N", "false"),
    ("true", "true"), ("false", "false"),
  ])
  func `at a yes or no`(answer: String, value: String) {
    var talk = Self.talk(at: "/schema/inferred")
    talk.answer(answer)
    #expect(talk.draft["/schema/inferred"] == .text(value))
  }

  @Test func `at a yes or no, what is neither`() {
    var talk = Self.talk(at: "/schema/inferred")
    talk.answer("2")
    #expect(talk.said.first == "There is no choice 2: type yes or no; /unset leaves it out.")
    #expect(talk.question == "Inferred, yes or no, optional [left out: not marked]: ")
  }

  @Test(arguments: [
    ("/config/rolling_policy/file_size_bytes", "100MB", "That is 100000000 bytes."),
    ("/config/rolling_policy/interval_seconds", "5m", "That is 300 s."),
    ("/config/rolling_policy/interval_seconds", "soon", "Type it again"),
    ("/config/partitioning/time_pattern", "%Y/%m", "Now that is 2026/11."),
    ("/config/partitioning/time_pattern", "%Q", "warning: %Q"),
    ("/config/credentials/access_key_id", "${KEY}", "From $KEY, which is not set here."),
    ("/config/credentials/access_key_id", "/env", "From $R2_ACCESS_KEY_ID, which is not set"),
    ("/config/credentials/access_key_id", "planted", "That is 7 characters."),
    ("/config/credentials/access_key_id", "/planted", "That is 8 characters."),
  ])
  func `what a value means is said`(pointer: String, answer: String, said: String) {
    var talk = Self.talk(at: Pointer(pointer))
    talk.answer(answer)
    #expect(talk.hasSaid(said), "\(talk.said)")
    #expect(!talk.hasSaid("planted"))
  }

  @Test func `a secret is never said`() {
    var talk = Self.talk(at: "/config/credentials/access_key_id")
    #expect(talk.session.asksForSecret)
    for line in ["planted", "/back", "/list", "/request", "?", "/issues", "/undo", "/redo"] {
      talk.answer(line)
      #expect(!talk.hasSaid("planted"), "\(talk.said)")
    }
    #expect(!talk.question.contains("planted"))
  }

  @Test func `choices are told once, and again when they are asked for`() {
    var talk = Self.talk(at: "/config/file_naming/strategy")
    #expect(talk.hasSaid("3 uuid_v7"))
    talk.answer("nothing")
    #expect(!talk.hasSaid("3 uuid_v7"))
    talk.answer("?")
    #expect(talk.hasSaid("uuid_v7: a UUID that sorts by time"))
    talk.answer("")
    #expect(!talk.hasSaid("3 uuid_v7"))
    talk.answer("/back")
    #expect(talk.hasSaid("3 uuid_v7"))
  }
}
