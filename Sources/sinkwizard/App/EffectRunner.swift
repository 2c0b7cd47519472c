import SinkDraft
import SinkExport
import SinkSpec
import Wizard

/// Runs the effects of a wizard, for the screen loop and for the line-mode loop.
struct EffectRunner {
  /// The folder of the drafts, and the number of the draft the wizard resumed, which is locked.
  struct DraftSession {
    let folder: DraftFolder
    var number: Int?
  }

  let mailbox = Mailbox()
  private let submissions: SubmissionRunner?
  private let account: AccountRunner?
  private let samples: SampleImporter
  private let files: FileOpener
  private let drafts: DraftStore?

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - destination: The destination of requests; nil if none are sent.
  ///   - isPreview: Whether sinks are never submitted.
  ///   - isOffline: Whether the account is never read.
  ///   - drafts: The draft folder and the resumed draft; nil if no drafts are kept.
  init(
    sendingTo destination: ClientSource.Destination?, isPreview: Bool, isOffline: Bool,
    _ drafts: DraftSession?
  ) {
    let mailbox = mailbox
    let clients = destination.map { ClientSource($0) }
    submissions =
      isPreview ? nil : clients.map { SubmissionRunner(clients: $0, mailbox: mailbox) }
    account = isOffline ? nil : clients.map { AccountRunner(clients: $0, mailbox: mailbox) }
    samples = SampleImporter(mailbox: mailbox)
    files = FileOpener(mailbox: mailbox)
    self.drafts = drafts.map {
      DraftStore(folder: $0.folder, number: $0.number, mailbox: mailbox)
    }
  }

  /// Opens the file that the wizard starts with.
  ///
  /// - Parameters:
  ///   - start: The file.
  ///   - wizard: The wizard, which gets the result, or the progress of a large file.
  func open(_ start: Payload.Start, in wizard: inout Wizard) {
    let opening = wizard.opening(of: start.name, isStart: true)
    _ = wizard.handle(files.open(opening, start.bytes))
  }

  /// Notes a draft to save; nil removes it.
  func keep(_ kept: SavedDraft?) { drafts?.keep(kept) }

  /// Begins to write the draft that was noted.
  func saveDraft() { drafts?.save() }

  /// Removes the draft once the payload has been written.
  ///
  /// - Returns: Whether the draft is kept, because it records requests whose outcome is unknown.
  func dropDraft() -> Bool { drafts?.drop() ?? false }

  /// Writes the latest draft to disk, and returns whether there is one.
  func finishDraft() -> Bool { drafts?.finish() ?? false }

  /// The outcome if the operator quits the wizard.
  var left: WizardOutcome {
    let keepsDraft = finishDraft()
    submissions?.end()
    account?.end()
    return .left(keepsDraft: keepsDraft)
  }

  /// Runs an effect, and appends the events it causes immediately.
  ///
  /// - Parameters:
  ///   - effect: The effect to run.
  ///   - events: The queue that receives the resulting events.
  /// - Returns: The outcome if the wizard has ended; otherwise, nil.
  func perform(_ effect: Effect, answers events: inout [Event]) -> WizardOutcome? {
    switch effect {
    case .finish(let payload, let errorCount):
      account?.end()
      return .finished(payload: payload, errorCount: errorCount)
    case .created(let text, let payload, let pipelineCommand):
      account?.end()
      return .created(
        text, payload: payload, pipelineCommand: pipelineCommand, keepsDraft: finishDraft())
    case .leave: return left
    case .submit(let submission):
      // The request may create the sink from now on, so save a draft that records it.
      drafts?.finish()
      submissions?.submit(submission)
    case .cancelSubmission: submissions?.cancel()
    case .lookUp(let requests, let current): submissions?.lookUp(requests, masking: current)
    case .ask(let query, let id): account?.ask(query, id: id)
    case .check(let sink, let secrets, let id): account?.check(sink, secrets: secrets, id: id)
    case .validate(let statement, let owner, let id):
      account?.validate(statement, account: owner, id: id)
    case .stopAsking(let id): account?.stop(id: id)
    case .save(let name, let form, let text, let overwriting):
      let problem = Payload.save(text, to: Payload.path(name), overwriting: overwriting)
      events.append(.saved(name: name, form, problem))
    case .open(let opening): events.append(files.open(opening))
    case .stopOpening: files.stop()
    case .complete(let name):
      events.append(.completions(of: name, FileCompletion.names(of: Payload.path(name))))
    case .sample(let name): samples.read(name)
    case .stopSampling: samples.stop()
    case .resume(let number): if let drafts { events.append(.resumed(drafts.resume(number))) }
    case .deleteDraft(let number): drafts?.delete(number)
    case .copy, .suspend, .repaint: break
    }
    return nil
  }
}
