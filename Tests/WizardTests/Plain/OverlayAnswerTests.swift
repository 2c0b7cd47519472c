import CloudflareAPI
import Screen
import SinkExport
import SinkSpec
import Testing

@testable import Wizard

/// Questions in front of the others: leaving, files, drafts, the result.
@Suite struct OverlayAnswerTests {
  private static let payload = """
    {"name":"s","type":"r2","config":{"account_id":"0123105f4ecef8ad9ca31a8372d0c353",\
    "bucket":"lake","credentials":{"access_key_id":"${A}","secret_access_key":"${B}"}},\
    "format":{"type":"json"}}
    """

  /// A session at the review of a payload without errors.
  private static func reviewing(_ target: SubmissionTarget = .available("the sandbox"))
    -> PlainTranscript
  {
    var talk = PlainTranscript {
      $0.target = target
      $0.environment = ["A", "B"]
    } begin: {
      $0.open(name: "s.json", Array(payload.utf8))
    }
    talk.answer("/step 5")
    return talk
  }

  @Test func `the review says what is wrong, what is written first, and what can be done`() {
    let talk = Self.reviewing()
    #expect(talk.hasSaid("First file: year=2026/month=11/day=23/"))
    #expect(talk.question.hasSuffix("submit, finish, save, export or leave: "))
    #expect(!Self.reviewing(.none).question.contains("submit"))
  }

  @Test func `an issue is gone to by its number, and its answer leads back`() {
    var talk = PlainTranscript()
    talk.answer("/step 5", "1")
    #expect(talk.hasSaid("error: is required"))
    talk.answer("my_sink")
    #expect(talk.wizard.step == .review)
    #expect(talk.hasSaid("Step 5 of 5: Review"))
    #expect(talk.draft["/name"] == .text("my_sink"))
  }

  @Test func `finishing with errors asks first`() {
    var talk = PlainTranscript()
    talk.answer("/finish")
    #expect(talk.hasSaid("The request still has"))
    talk.answer("maybe")
    #expect(talk.said == ["Invalid answer \"maybe\".", "y or n: "])
    talk.answer("n")
    #expect(talk.effects.isEmpty && talk.wizard.overlay == nil)
    talk.answer("/finish", "Y")
    guard case .finish(_, let errors)? = talk.effects.first else {
      Issue.record("\(talk.effects)")
      return
    }
    #expect(errors > 0)
  }

  @Test func `leaving asks when something would be lost, and twice means yes`() {
    var talk = PlainTranscript()
    talk.answer("/quit")
    #expect(talk.effects == [.leave])
    talk.answer("x", "/quit")
    #expect(talk.effects.isEmpty && talk.question == "y or n: ")
    talk.answer("/quit")
    #expect(talk.effects == [.leave])
    talk.answer("/undo", "y", "/quit")
    #expect(talk.session.interrupt() == [.leave])
  }

  @Test func `submitting says what happens once, and takes no answers meanwhile`() {
    var talk = Self.reviewing()
    talk.answer("submit")
    #expect(talk.hasSaid("Create the sink s in account"))
    talk.answer("y")
    #expect(talk.session.isWaiting)
    #expect(talk.said == ["Sending; Ctrl-C stops it"])
    talk.send(.tick)
    talk.send(.progress(.sending(attempt: 1)))
    #expect(talk.said.isEmpty)
    #expect(talk.session.interrupt() == [.cancelSubmission])
    talk.send(.notSent("it was stopped"))
    #expect(talk.hasSaid("Nothing was sent") && talk.question == "Enter continues: ")
    talk.answer("")
    #expect(talk.hasSaid("finish"))
  }

  @Test func `reading events says so once, and what they have is taken after a look`() {
    var talk = PlainTranscript()
    talk.answer("/sample e.ndjson")
    #expect(talk.effects == [.sample(name: "e.ndjson")])
    #expect(talk.said == ["Reading events from e.ndjson; Ctrl-C stops and keeps the result so far"])
    for count in 1...3 {
      talk.send(
        .sampling(
          SampleProgress(bytes: count, total: 9, events: count, broken: 0, columns: 1, seconds: 1)))
      #expect(talk.said.isEmpty)
    }
    talk.send(.sampled(name: "e.ndjson", .failure(.failed("does not exist"))))
    #expect(talk.said.first == "e.ndjson does not exist")
    #expect(talk.question == "File with sample events, or Enter to go back: ")
    talk.answer("")
    #expect(talk.question == "Name, required: ")
  }

  @Test func `a schema is imported after a look at what changes`() {
    var talk = PlainTranscript()
    talk.answer("/import f.json")
    #expect(talk.effects == [.open(name: "f.json")])
    let text = #"{"fields":[{"name":"a","type":"int32"},{"name":"b","type":"bool"}]}"#
    talk.send(.opened(name: "f.json", .success(Array(text.utf8))))
    #expect(talk.hasSaid("  a: int32, new"), "\(talk.said)")
    talk.answer("perhaps")
    #expect(talk.said.first == "Invalid answer \"perhaps\".")
    talk.answer("y")
    #expect(talk.hasSaid("2 columns from f.json; /undo undoes it"))
    #expect(talk.hasSaid("2 columns: a int32, b bool."))
    #expect(talk.question == "Name of a new column, or Enter to continue: ")
  }

  @Test func `a proposal that changes is told again only where it did`() {
    var time = SchemaField(name: "a", type: .int64)
    time.evidence = ColumnEvidence(
      among: 1, present: 1, seen: [], examples: [], reason: "", epochUnit: "millisecond")
    let proposal = SchemaProposal(
      source: "1 event", columns: [time, SchemaField(name: "b", type: .string)])
    var talk = PlainTranscript()
    talk.answer("/sample e.ndjson")
    talk.send(.sampled(name: "e.ndjson", .success(proposal)))
    #expect(talk.hasSaid("  a: int64") && talk.hasSaid("  b: string"))
    talk.answer("t")
    #expect(talk.hasSaid("  a: timestamp") && !talk.hasSaid("  b: string"), "\(talk.said)")
  }

  @Test func `a file is saved, overwritten after a question, or written for another tool`() {
    var talk = Self.reviewing()
    talk.answer("save")
    #expect(talk.question == "File to save the payload to, or Enter to go back: ")
    talk.answer("/tmp.json")
    guard case .save("/tmp.json", .json, _, overwriting: false)? = talk.effects.first else {
      Issue.record("\(talk.effects)")
      return
    }
    talk.send(.saved(name: "/tmp.json", .json, .exists))
    #expect(talk.hasSaid("There is a file /tmp.json already."))
    talk.answer("n", "")
    talk.answer("export", "curl", "x.sh")
    guard case .save("x.sh", .curl, _, overwriting: false)? = talk.effects.first else {
      Issue.record("\(talk.effects)")
      return
    }
    talk.send(.saved(name: "x.sh", .curl, nil))
    #expect(talk.hasSaid("Saved as curl to x.sh"))
  }

  @Test func `commands for leaving and going back work at a question for a file too`() {
    var talk = Self.reviewing()
    talk.answer("save", "/back")
    #expect(talk.effects.isEmpty && talk.wizard.overlay == nil)
    talk.answer("save", "?")
    #expect(talk.said == ["File to save the payload to, or Enter to go back: "])
    talk.answer("/quit")
    #expect(talk.effects == [.leave])
  }

  @Test func `drafts are chosen by number, put off, and deleted after a question`() {
    let kept = SavedDraft(draft: Draft(account: "a"), step: .sink, unconfirmedSince: nil)
    let drafts = (1...3).map {
      DraftSummary(of: kept, number: $0 + 4, savedAt: PlainTranscript.now)
    }
    var talk = PlainTranscript(begin: { $0.offer(drafts) })
    #expect(talk.hasSaid("  3 (no name), r2, kept at 2026-11-23T20:15:30"))
    talk.answer("7")
    #expect(talk.said.first == "Invalid answer \"7\".")
    talk.answer("2")
    #expect(talk.effects == [.resume(number: 6)])
    talk.answer("d 3")
    #expect(talk.question == "Delete it permanently? y or n: ")
    talk.answer("what")
    #expect(talk.effects.isEmpty)
    talk.answer("y")
    #expect(talk.effects == [.deleteDraft(number: 7)])
    talk.answer("/quit")
    #expect(talk.effects == [.leave])
    talk.answer("n")
    #expect(talk.question == "Name, required: ")
  }

  @Test func `the clipboard is offered only where there is one`() {
    var talk = Self.reviewing()
    talk.answer("/copy")
    #expect(talk.effects.isEmpty && talk.hasSaid("No clipboard available"))
    talk = PlainTranscript(hasClipboard: true)
    talk.answer("/copy")
    guard case .copy? = talk.effects.first else {
      Issue.record("\(talk.effects)")
      return
    }
  }

  @Test func `a report of many issues is told up to a hundred`() {
    let columns = Array(repeating: #"{"type":"x"}"#, count: 300).joined(separator: ",")
    let text = #"{"schema":{"fields":[\#(columns)]}}"#
    var talk = PlainTranscript(begin: { $0.open(name: "many.json", Array(text.utf8)) })
    #expect(talk.said.count < 130)
    #expect(talk.hasSaid("others"))
    talk.answer("/issues")
    #expect(talk.said.count < 110)
  }
}
