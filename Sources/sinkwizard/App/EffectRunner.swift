import SinkExport
import SinkSpec
import Wizard

/// What a wizard's loop hands work to, whether it draws a screen or asks line by line.
struct EffectRunner {
  /// Where drafts are kept, and the number of the one that the wizard goes on with, locked.
  struct DraftSession {
    let folder: DraftFolder
    var number: Int?
  }

  let mailbox = Mailbox()
  private let submissions: SubmissionRunner?
  private let samples: SampleImporter
  private let drafts: DraftStore?

  init(sendingTo place: SubmissionRunner.Place?, _ drafts: DraftSession?) {
    let mailbox = mailbox
    submissions = place.map { SubmissionRunner(place: $0, mailbox: mailbox) }
    samples = SampleImporter(mailbox: mailbox)
    self.drafts = drafts.map {
      DraftStore(folder: $0.folder, number: $0.number, mailbox: mailbox)
    }
  }

  /// Has a draft kept; nil has it removed.
  func keep(_ kept: SavedDraft?) { drafts?.keep(kept) }

  /// Removes the draft: the payload has been written.
  func dropDraft() { drafts?.drop() }

  /// Writes the draft as it was given last, and returns whether there is one.
  func finishDraft() -> Bool { drafts?.finish() ?? false }

  /// How a wizard ends that is left.
  var left: WizardOutcome {
    let keepsDraft = finishDraft()
    submissions?.end()
    return .left(keepsDraft: keepsDraft)
  }

  /// Does what the wizard wants done; what comes of it at once goes to the end of the events.
  ///
  /// - Returns: how the wizard has ended; nil while it goes on.
  func perform(_ effect: Effect, answers events: inout [Event]) -> WizardOutcome? {
    switch effect {
    case .finish(let payload, let errorCount):
      return .finished(payload: payload, errorCount: errorCount)
    case .created(let text, let payload):
      return .created(text, payload: payload, keepsDraft: finishDraft())
    case .leave: return left
    case .submit(let submission):
      // Whatever happens from here on, the draft tells that the sink may exist.
      drafts?.finish()
      submissions?.submit(submission)
    case .cancelSubmission: submissions?.cancel()
    case .lookUp(let submission, let since): submissions?.lookUp(submission, since: since)
    case .save(let name, let form, let text, let overwriting):
      let problem = Payload.save(text, to: Payload.path(name), overwriting: overwriting)
      events.append(.saved(name: name, form, problem))
    case .open(let name):
      events.append(.opened(name: name, Payload.contents(of: Payload.path(name))))
    case .sample(let name): samples.read(name)
    case .stopSampling: samples.stop()
    case .resume(let number): if let drafts { events.append(.resumed(drafts.resume(number))) }
    case .deleteDraft(let number): drafts?.delete(number)
    case .copy, .suspend: break
    }
    return nil
  }
}
