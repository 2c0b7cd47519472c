import ArgumentParser
import SinkDraft
import Wizard

/// The drafts found at startup: one to resume, or a list to offer.
struct DraftStartup {
  private(set) var drafts: EffectRunner.DraftSession?
  private var resumed: SavedDraft?
  private var offered: [DraftSummary] = []
  private var problems: [String] = []

  /// Looks for drafts.
  ///
  /// - Parameters:
  ///   - isResuming: Whether to resume the newest draft.
  ///   - isOffering: Whether to offer existing drafts.
  /// - Throws: The exit status if there is no draft to resume; the reason has been printed.
  init(resuming isResuming: Bool, offering isOffering: Bool) throws {
    let folder: DraftFolder
    do throws(DraftFolder.Problem) {
      folder = try DraftFolder()
    } catch {
      guard isResuming else {
        problems = [error.sentence]
        return
      }
      Console.say("no draft to resume: \(error.sentence)")
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
    Console.say("no draft to resume")
    throw ExitStatus.unreadable.code
  }

  /// Applies the drafts to a new wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - isAsking: Whether to offer a choice; scripts only get a notice.
  func apply(to wizard: inout Wizard, isAsking: Bool) {
    if let resumed { wizard.resume(resumed) }
    if isAsking { wizard.offer(offered) }
    let kept = isAsking || offered.isEmpty ? [] : ["A draft was kept; use --resume to continue"]
    wizard.reportDrafts(problems + kept)
  }
}
