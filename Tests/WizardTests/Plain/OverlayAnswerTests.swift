import CloudflareAPI
import Screen
import SinkDraft
import SinkExport
import SinkSpec
import Testing

@testable import Wizard

/// Tests overlays in line mode: leaving, files, drafts, results.
@Suite struct OverlayAnswerTests {
  private static let payload = """
    {"name":"s","type":"r2","config":{"account_id":"0123105f4ecef8ad9ca31a8372d0c353",\
    "bucket":"lake","credentials":{"access_key_id":"${A}","secret_access_key":"${B}"}},\
    "format":{"type":"json"}}
    """

  /// Returns a session at the review of a payload without errors.
  private static func reviewing(_ target: SubmissionTarget = .available("the sandbox"))
    -> PlainTranscript
  {
    var transcript = PlainTranscript {
      $0.target = target
      $0.environment = ["A", "B"]
    } begin: {
      $0.open(name: "s.json", Array(payload.utf8))
    }
    transcript.answer("/step 5")
    return transcript
  }

  @Test func `prints issues, the first object key and commands at the review`() {
    let transcript = Self.reviewing()
    #expect(transcript.hasPrinted("First file: year=2026/month=11/day=23/"))
    #expect(transcript.question.hasSuffix("create, print, save, export or quit: "))
    #expect(!Self.reviewing(.none).question.contains("create"))
  }

  @Test func `goes to an issue by its number, and returns after its prompt`() {
    var transcript = PlainTranscript()
    transcript.answer("/step 5", "1")
    #expect(transcript.hasPrinted("error: is required"))
    transcript.answer("my_sink")
    #expect(transcript.wizard.step == .review)
    #expect(transcript.hasPrinted("Step 5 of 5: Review"))
    #expect(transcript.draft["/name"] == .text("my_sink"))
  }

  @Test func `asks before finishing with errors`() {
    var transcript = PlainTranscript()
    transcript.answer("/finish")
    #expect(transcript.hasPrinted("The request still has"))
    transcript.answer("maybe")
    #expect(transcript.lines == ["Invalid answer \"maybe\".", "y or n: "])
    transcript.answer("n")
    #expect(transcript.effects.isEmpty && transcript.wizard.overlay == nil)
    transcript.answer("/finish", "Y")
    guard case .finish(_, let errors)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    #expect(errors > 0)
  }

  @Test func `asks before losing input, and leaves on a second quit`() {
    var transcript = PlainTranscript()
    transcript.answer("/quit")
    #expect(transcript.effects == [.leave])
    transcript.answer("x", "/quit")
    #expect(transcript.effects.isEmpty && transcript.question == "y or n: ")
    transcript.answer("/quit")
    #expect(transcript.effects == [.leave])
    transcript.answer("/undo", "y", "/quit")
    #expect(transcript.session.interrupt() == [.leave])
  }

  @Test func `announces a submission once, and reads no answers meanwhile`() {
    var transcript = Self.reviewing()
    transcript.answer("create")
    #expect(transcript.hasPrinted("Create the sink s in account"))
    transcript.answer("y")
    #expect(transcript.session.isWaiting)
    #expect(transcript.lines == ["Sending; Ctrl-C stops it"])
    transcript.send(.tick)
    transcript.send(.progress(.sending(attempt: 1)))
    #expect(transcript.lines.isEmpty)
    #expect(transcript.session.interrupt() == [.cancelSubmission])
    transcript.send(.notSent("it was stopped"))
    #expect(transcript.hasPrinted("Nothing was sent") && transcript.question == "Enter continues: ")
    transcript.answer("")
    #expect(transcript.hasPrinted("print, save"))
  }

  @Test func `announces reading once, and imports columns after confirmation`() {
    var transcript = PlainTranscript()
    transcript.answer("/sample e.ndjson")
    #expect(transcript.effects == [.sample(name: "e.ndjson")])
    #expect(
      transcript.lines == ["Reading events from e.ndjson; Ctrl-C stops and keeps the result so far"]
    )
    for count in 1...3 {
      transcript.send(
        .sampling(
          SampleProgress(bytes: count, total: 9, events: count, broken: 0, columns: 1, seconds: 1)))
      #expect(transcript.lines.isEmpty)
    }
    transcript.send(.sampled(name: "e.ndjson", .failure(.failed("does not exist"))))
    #expect(transcript.lines.first == "e.ndjson does not exist")
    #expect(
      transcript.question == "Sample events file, or Enter to go back, NAME* to list files: ")
    transcript.answer("")
    #expect(transcript.question == "Name, required: ")
  }

  @Test func `gives up opening a file that takes a while`() {
    var transcript = PlainTranscript()
    transcript.answer("/open big.json")
    transcript.send(.opening(FileProgress(name: "big.json")))
    #expect(transcript.hasPrinted("Opening big.json; Ctrl-C gives up"), "\(transcript.lines)")
    #expect(transcript.session.isWaiting)
    #expect(transcript.session.interrupt() == [.stopOpening])
    #expect(transcript.session.takeLines() == ["Stopped opening big.json; nothing was loaded"])
    #expect(transcript.session.prompt == "Name, required: ")
  }

  @Test func `imports a schema after showing the changes`() {
    var transcript = PlainTranscript()
    transcript.answer("/import f.json")
    #expect(transcript.effects == [.open(transcript.session.wizard.opening(of: "f.json"))])
    let text = #"{"fields":[{"name":"a","type":"int32"},{"name":"b","type":"bool"}]}"#
    transcript.open("f.json", Array(text.utf8))
    #expect(transcript.hasPrinted("  a: int32, new"), "\(transcript.lines)")
    transcript.answer("perhaps")
    #expect(transcript.lines.first == "Invalid answer \"perhaps\".")
    transcript.answer("y")
    #expect(transcript.hasPrinted("2 columns from f.json; /undo undoes it"))
    #expect(transcript.hasPrinted("2 columns: a int32, b bool."))
    #expect(transcript.question == "Name of a new column, or Enter to continue: ")
  }

  @Test func `prints only the changed parts of a proposal again`() {
    var time = SchemaField(name: "a", type: .int64)
    time.evidence = ColumnEvidence(
      among: 1, present: 1, seen: [], examples: [], reason: "", epochUnit: "millisecond")
    let proposal = SchemaProposal(
      source: "1 event", columns: [time, SchemaField(name: "b", type: .string)])
    var transcript = PlainTranscript()
    transcript.answer("/sample e.ndjson")
    transcript.send(.sampled(name: "e.ndjson", .success(proposal)))
    #expect(transcript.hasPrinted("  a: int64") && transcript.hasPrinted("  b: string"))
    transcript.answer("t")
    #expect(
      transcript.hasPrinted("  a: timestamp") && !transcript.hasPrinted("  b: string"),
      "\(transcript.lines)")
  }

  @Test func `saves, overwrites after confirmation, and exports`() {
    var transcript = Self.reviewing()
    transcript.answer("save")
    #expect(
      transcript.question
        == "File to save the payload to [s.json], /back returns, NAME* to list files: ")
    transcript.answer("out/x*")
    #expect(transcript.effects == [.complete(name: "out/x")])
    transcript.send(.completions(of: "out/x", ["x1.json", "x2.json"]))
    #expect(transcript.hasPrinted("  x2.json"))
    transcript.answer("/tmp.json")
    guard case .save("/tmp.json", .json, _, overwriting: false)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    transcript.send(.saved(name: "/tmp.json", .json, .exists))
    #expect(transcript.hasPrinted("The file /tmp.json already exists."))
    transcript.answer("n", "")
    transcript.answer("export", "curl", "x.sh")
    guard case .save("x.sh", .curl, _, overwriting: false)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    transcript.send(.saved(name: "x.sh", .curl, nil))
    #expect(transcript.hasPrinted("Saved as curl to x.sh"))
  }

  @Test func `accepts /quit and /back at a file prompt`() {
    var transcript = Self.reviewing()
    transcript.answer("save", "/back")
    #expect(transcript.effects.isEmpty && transcript.wizard.overlay == nil)
    transcript.answer("save", "?")
    #expect(transcript.lines == [transcript.question])
    transcript.answer("/quit")
    #expect(transcript.effects == [.leave])
  }

  @Test func `resumes, skips and deletes drafts`() {
    let kept = SavedDraft(draft: Draft(account: "a"), step: 1)
    let drafts = (1...3).map {
      DraftSummary(of: kept, number: $0 + 4, savedAt: PlainTranscript.now)
    }
    var transcript = PlainTranscript(begin: { $0.offer(drafts) })
    #expect(transcript.hasPrinted("  3 (no name), r2, account a, saved at 2026-11-23T20:15:30"))
    transcript.answer("7")
    #expect(transcript.lines.first == "Invalid answer \"7\".")
    transcript.answer("2")
    #expect(transcript.effects == [.resume(number: 6)])
    transcript.answer("d 3")
    #expect(transcript.question == "Delete it permanently? y or n: ")
    transcript.answer("what")
    #expect(transcript.effects.isEmpty)
    transcript.answer("y")
    #expect(transcript.effects == [.deleteDraft(number: 7)])
    transcript.answer("/quit")
    #expect(transcript.effects == [.leave])
    transcript.answer("n")
    #expect(transcript.question == "Name, required: ")
  }

  @Test func `offers the clipboard only if there is one`() {
    var transcript = Self.reviewing()
    transcript.answer("/copy")
    #expect(transcript.effects.isEmpty && transcript.hasPrinted("No clipboard available"))
    transcript = PlainTranscript(hasClipboard: true)
    transcript.answer("/copy")
    guard case .copy? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
  }

  @Test func `prints up to a hundred issues`() {
    let columns = Array(repeating: #"{"type":"x"}"#, count: 300).joined(separator: ",")
    let text = #"{"schema":{"fields":[\#(columns)]}}"#
    var transcript = PlainTranscript(begin: { $0.open(name: "many.json", Array(text.utf8)) })
    #expect(transcript.lines.count < 130)
    #expect(transcript.hasPrinted("others"))
    transcript.answer("/issues")
    #expect(transcript.lines.count < 110)
  }

  @Test func `prints the summary, the checklist and what is missing at the review`() {
    let transcript = Self.reviewing()
    #expect(transcript.hasPrinted("A new file after 5m."), "\(transcript.lines)")
    #expect(transcript.hasPrinted("  not checked: name s"))
  }

  @Test func `takes and leaves proposed columns by name`() {
    var transcript = PlainTranscript()
    transcript.answer("/step 4", "old", "", "", "", "/import f.json")
    let text = #"{"fields":[{"name":"a","type":"int32"},{"name":"b","type":"bool"}]}"#
    transcript.open("f.json", Array(text.utf8))
    transcript.answer("b")
    #expect(transcript.hasPrinted("b: bool, new, rejected"), "\(transcript.lines)")
    transcript.answer("a")
    #expect(transcript.hasPrinted("rejected"))
    transcript.answer("y")
    #expect(transcript.draft.fields.map(\.name.text) == ["a", "old"])
  }
}
