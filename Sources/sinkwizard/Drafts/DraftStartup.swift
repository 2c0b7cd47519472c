import ArgumentParser
import Wizard

/// What the wizard begins with of the drafts that were kept.
struct DraftStartup {
  private(set) var drafts: EffectRunner.DraftSession?
  private var resumed: SavedDraft?
  private var offered: [DraftSummary] = []
  private var problems: [String] = []

  /// Looks for drafts.
  ///
  /// - Parameters:
  ///   - isResuming: whether to go on with the newest.
  ///   - isOffering: whether those that there are are offered.
  /// - Throws: the exit status, when there is none to go on with; why has been said then.
  init(resuming isResuming: Bool, offering isOffering: Bool) throws {
    let folder: DraftFolder
    do throws(DraftFolder.Problem) {
      folder = try DraftFolder()
    } catch {
      guard isResuming else {
        problems = [error.sentence]
        return
      }
      Console.say("there is no draft to resume: \(error.sentence)")
      throw ExitStatus.unreadable.code
    }
    drafts = EffectRunner.DraftSession(folder: folder)
    guard isResuming || isOffering else { return }
    let found = folder.drafts()
    problems = found.problems.map { "A draft \($0)" }
    if isResuming { try resume(found.drafts, in: folder) } else { offered = found.drafts }
  }

  private mutating func resume(_ found: [DraftSummary], in folder: DraftFolder) throws {
    for draft in found where folder.lock(draft.number) {
      switch folder.read(draft.number) {
      case .success(let kept):
        drafts?.number = draft.number
        resumed = kept
        return
      case .failure(let problem):
        folder.unlock(draft.number)
        if case .failed(let sentence) = problem { problems.append("A draft \(sentence)") }
      }
    }
    for problem in problems { Console.say(problem) }
    Console.say("there is no draft to resume")
    throw ExitStatus.unreadable.code
  }

  /// Puts into the wizard what it begins with.
  ///
  /// The `isAsking`: whether somebody is there to choose a draft; scripts only hear of them.
  func apply(to wizard: inout Wizard, isAsking: Bool) {
    if let resumed { wizard.resume(resumed) }
    if isAsking { wizard.offer(offered) }
    let kept = isAsking || offered.isEmpty ? [] : ["A draft was kept; --resume goes on with it"]
    wizard.reportDrafts(problems + kept)
  }
}
