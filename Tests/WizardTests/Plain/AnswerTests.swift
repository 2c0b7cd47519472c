import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests the effect of an answer at each kind of prompt.
@Suite struct AnswerTests {
  struct Case: CustomTestStringConvertible {
    let answers: [String]
    /// Text expected in the output after the last answer, including the next prompt.
    let output: String
    let request: String

    init(_ answers: [String], _ output: String, _ request: String) {
      self.answers = answers
      self.output = output
      self.request = request
    }

    var testDescription: String { answers.joined(separator: " | ") }
  }

  /// Returns a transcript that ends at the prompt for a parameter.
  private static func transcript(at pointer: Pointer) -> PlainTranscript {
    var transcript = PlainTranscript()
    while transcript.wizard.item != .parameter(pointer) {
      let before = transcript.wizard.item
      transcript.answer("")
      if transcript.wizard.item == before { transcript.answer("") }
      guard transcript.wizard.step != .review else { break }
    }
    return transcript
  }

  private static let long = String(repeating: "x", count: 129)

  private static let name: [Case] = [
    Case(["my_sink"], "Type, required [r2]: ", #""name": "my_sink""#),
    Case([""], "error: is required; press Enter again to skip it for now.", "‹required›"),
    Case(["", ""], "Type, required [r2]: ", "‹required›"),
    Case(["a b"], "warning: only letters, digits and underscores", #""name": "a b""#),
    Case([long], "Type it again, or press Enter to keep it for now.", #""name": "xxx"#),
    Case([long, ""], "Type, required [r2]: ", #""name": "xxx"#),
    Case([long, "ab"], "Type, required [r2]: ", #""name": "ab""#),
    Case(["/hlep"], "/hlep is not a command; /help lists them.", "‹required›"),
    Case(["/back home"], "/value /back home enters it as a value", "‹required›"),
    Case(["/value /slash"], "", #""name": "/slash""#),
    Case(["/value ?"], "", #""name": "?""#),
    Case(["x "], "It starts or ends with a space.", #""name": "x ""#),
    Case(["a\u{1B}[A"], "control characters, such as an arrow", "‹required›"),
    Case(["a\tb"], "control characters, such as an arrow", "‹required›"),
    Case(["a\0b"], "control characters, such as an arrow", "‹required›"),
    Case(["x", "/back", "/unset"], "Type, required [r2]: ", "‹required›"),
    Case(["/empty"], "Type it again", #""name": """#),
    Case(["/back"], "This is the first question.", "‹required›"),
    Case(["x", "/undo"], "Undone", "‹required›"),
    Case(["x", "/undo", "/redo"], "Redone", #""name": "x""#),
    Case(["/env"], "/env does not apply to this question.", "‹required›"),
    Case(["/example"], "Type, required [r2]: ", #""name": "my_sink""#),
    Case(["", "", "/example"], "/example does not apply", "‹required›"),
    Case(["/delete"], "applies to a column", "‹required›"),
    Case(["/HELP"], "/back: return to the previous question", "‹required›"),
    Case(["?"], "1–128 characters", "‹required›"),
    Case(["/step 9"], "a number from 1 to 5", "‹required›"),
    Case(["/step 5", "-1"], "Invalid answer \"-1\".", "‹required›"),
    Case(["/step 5", "0"], "Invalid answer \"0\".", "‹required›"),
    Case(["/step 5", "-9223372036854775808"], "Invalid answer", "‹required›"),
    Case(["/step 5", "9223372036854775807"], "Invalid answer", "‹required›"),
    Case(["/issue -9223372036854775808"], "from 1 to", "‹required›"),
    Case(["/column -9223372036854775808"], "No column", "‹required›"),
    Case(["/export", "-9223372036854775808"], "Invalid answer", "‹required›"),
    Case(["/issue 99"], "/issue and a number from 1 to", "‹required›"),
  ]

  @Test(arguments: name)
  func `reads an answer at a text prompt`(entry: Case) {
    var transcript = PlainTranscript()
    transcript.answer(entry.answers)
    #expect(entry.output.isEmpty || transcript.hasPrinted(entry.output), "\(transcript.lines)")
    #expect(
      transcript.wizard.draftValidation.lines.all.contains { $0.text.contains(entry.request) })
  }

  private static let choices: [Case] = [
    Case(["3"], "That is uuid_v7.", #""strategy": "uuid_v7""#),
    Case(["ULID"], "That is ulid.", #""strategy": "ulid""#),
    Case(["s"], "That is serial.", #""strategy": "serial""#),
    Case(["uu"], "uu could be uuid or uuid_v7.", ""),
    Case(["uuid"], "Suffix, optional", #""strategy": "uuid""#),
    Case(["9"], "Invalid choice \"9\": type a number from 0 to 4 or a name; ? lists them.", ""),
    Case(["-1"], "Invalid choice \"-1\"", ""),
    Case([" 4 "], "That is ulid.", #""strategy": "ulid""#),
    Case(["4", "/back", "0"], "That is not set.", ""),
    Case(["4", "/back", "not set"], "Suffix, optional", ""),
    Case(["4", "/back", "/unset"], "Suffix, optional", ""),
  ]

  @Test(arguments: choices)
  func `reads an answer at a choice`(entry: Case) {
    var transcript = Self.transcript(at: "/config/file_naming/strategy")
    transcript.answer(entry.answers)
    #expect(transcript.hasPrinted(entry.output), "\(transcript.lines)")
    let line = transcript.wizard.draftValidation.lines.all.first { $0.text.contains("strategy") }
    #expect((line?.text ?? "").hasPrefix(entry.request) && (line == nil) == entry.request.isEmpty)
  }

  @Test(arguments: [
    ("y", "true"), ("yes", "true"), ("no", "false"), ("n", "false"), ("N", "false"),
    ("true", "true"), ("false", "false"),
  ])
  func `reads an answer at a yes-or-no prompt`(answer: String, value: String) {
    var transcript = Self.transcript(at: "/schema/inferred")
    transcript.answer(answer)
    #expect(transcript.draft["/schema/inferred"] == .text(value))
  }

  @Test func `rejects other answers at a yes-or-no prompt`() {
    var transcript = Self.transcript(at: "/schema/inferred")
    transcript.answer("2")
    #expect(
      transcript.lines.first == "Invalid choice \"2\": type yes or no, or /unset to clear it.")
    #expect(transcript.question == "Inferred, yes or no, optional [default: not marked]: ")
  }

  @Test(arguments: [
    ("/config/rolling_policy/file_size_bytes", "100MB", "That is 100000000 bytes."),
    ("/config/rolling_policy/interval_seconds", "5m", "That is 300 s."),
    ("/config/rolling_policy/interval_seconds", "soon", "Type it again"),
    ("/config/partitioning/time_pattern", "%Y/%m", "Right now that is 2026/11."),
    ("/config/partitioning/time_pattern", "%Q", "warning: %Q"),
    ("/config/credentials/access_key_id", "${KEY}", "From $KEY, which is not set."),
    ("/config/credentials/access_key_id", "/env", "From $R2_ACCESS_KEY_ID, which is not set"),
    ("/config/credentials/access_key_id", "/env KEY_2", "From $KEY_2, which is not set"),
    ("/config/credentials/access_key_id", "/env a-b", "only letters, digits and underscores"),
    ("/config/credentials/access_key_id", "/example", "From $R2_ACCESS_KEY_ID"),
    ("/config/credentials/access_key_id", "planted", "That is 7 characters."),
    ("/config/credentials/access_key_id", "/planted", "That is 8 characters."),
  ])
  func `prints the meaning of a value`(pointer: String, answer: String, output: String) {
    var transcript = Self.transcript(at: Pointer(pointer))
    transcript.answer(answer)
    #expect(transcript.hasPrinted(output), "\(transcript.lines)")
    #expect(!transcript.hasPrinted("planted"))
  }

  @Test func `never prints a secret`() {
    var transcript = Self.transcript(at: "/config/credentials/access_key_id")
    #expect(transcript.session.asksForSecret)
    for line in ["planted", "/back", "/list", "/request", "?", "/issues", "/undo", "/redo"] {
      transcript.answer(line)
      #expect(!transcript.hasPrinted("planted"), "\(transcript.lines)")
    }
    #expect(!transcript.question.contains("planted"))
  }

  @Test func `prints choices once, and again on request`() {
    var transcript = Self.transcript(at: "/config/file_naming/strategy")
    #expect(transcript.hasPrinted("3 uuid_v7"))
    transcript.answer("nothing")
    #expect(!transcript.hasPrinted("3 uuid_v7"))
    transcript.answer("?")
    #expect(transcript.hasPrinted("uuid_v7: a UUID that sorts by time"))
    transcript.answer("")
    #expect(!transcript.hasPrinted("3 uuid_v7"))
    transcript.answer("/back")
    #expect(transcript.hasPrinted("3 uuid_v7"))
  }

  @Test func `enters presets and repairs`() {
    var transcript = Self.transcript(at: "/config/partitioning/time_pattern")
    transcript.answer("?")
    #expect(transcript.hasPrinted("/preset 2 enters year=%Y/month=%m/day=%d/hour=%H: hourly"))
    transcript.answer("/preset 2")
    #expect(
      transcript.draft["/config/partitioning/time_pattern"]
        == .text("year=%Y/month=%m/day=%d/hour=%H"))
    transcript = Self.transcript(at: "/config/path")
    transcript.answer("/preset 1")
    #expect(transcript.hasPrinted("/preset does not apply"))
    transcript.answer("a//b")
    #expect(transcript.hasPrinted("/repair: set to a/b."))
    transcript.answer("/back", "/repair")
    #expect(transcript.draft["/config/path"] == .text("a/b"))
    transcript.answer("/back", "a//c", "/step 5")
    let number = transcript.wizard.draftValidation.issueCount
    transcript.answer("/repair \(number)")
    #expect(transcript.draft["/config/path"] == .text("a/c"))
    transcript.answer("/repair")
    #expect(transcript.hasPrinted("No repair is known here."))
  }
}
