import Glibc
import SinkSpec
import Synchronization
import System
import Wizard

/// Keeps the wizard's draft in a file, beside the loop, as the operator goes.
///
/// A draft is written as soon as it is given. The longer writing takes, the longer the pause after
/// it, so that a schema of any size costs a small part of the time only.
final class DraftStore: Sendable {
  private struct Writing {
    var writer = DraftWriter()
    var number: Int?
    var hasFailed = false
  }

  private enum PendingWrite {
    case write(SavedDraft)
    case remove
  }

  /// How many times as long as writing took the pause after it is.
  private static let pause: Int64 = 20

  private let folder: DraftFolder
  private let mailbox: Mailbox
  private let wakeup = WakeupPipe()
  private let pending = Mutex<PendingWrite?>(nil)
  /// What was given last.
  private let last = Mutex<SavedDraft?>(nil)
  private let writing: Mutex<Writing>

  /// - Parameters:
  ///   - folder: where drafts are.
  ///   - number: the draft that the wizard goes on with, locked; nil for a new one.
  ///   - mailbox: where it is told that a draft could not be written.
  init(folder: DraftFolder, number: Int?, mailbox: Mailbox) {
    self.folder = folder
    self.mailbox = mailbox
    writing = Mutex(Writing(number: number))
    detachThread { [self] in work() }
  }

  /// Has a draft written soon, when it is another one than before; nil has the file removed.
  func keep(_ kept: SavedDraft?) {
    let isNew = last.withLock { last in
      defer { last = kept }
      return last != kept
    }
    if isNew { demand(kept) }
  }

  private func demand(_ kept: SavedDraft?) {
    pending.withLock { $0 = kept.map { .write($0) } ?? .remove }
    wakeup.notify()
  }

  /// Does what has been asked for before it returns.
  ///
  /// - Returns: whether the draft is in a file now.
  @discardableResult
  func finish() -> Bool {
    writing.withLock { writing in
      if let next = takePending() { perform(next, &writing) }
      return writing.number != nil && !writing.hasFailed
    }
  }

  /// Removes the draft: what it was for is done.
  func drop() {
    demand(nil)
    finish()
  }

  /// Goes on with a draft of an earlier wizard; what this one had is given up.
  func resume(_ number: Int) -> Result<SavedDraft, FileProblem> {
    writing.withLock { writing in
      guard folder.lock(number) else { return .failure(.failed("is in use by another wizard")) }
      let result = folder.read(number)
      guard case .success = result else {
        folder.unlock(number)
        return result
      }
      if let own = writing.number { remove(own) }
      writing.number = number
      return result
    }
  }

  /// Deletes a draft that no wizard holds.
  func delete(_ number: Int) {
    if folder.lock(number) { remove(number) }
  }

  private func remove(_ number: Int) {
    unlink(folder.file(number))
    folder.unlock(number)
  }

  private func takePending() -> PendingWrite? {
    pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
  }

  private func work() {
    while true {
      wakeup.wait()
      let took = writing.withLock { writing in
        ContinuousClock().measure {
          if let next = takePending() { perform(next, &writing) }
        }
      }
      let parts = (took * Double(Self.pause)).components
      var pause = timespec(
        tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
      nanosleep(&pause, nil)
    }
  }

  private func perform(_ pending: PendingWrite, _ writing: inout Writing) {
    switch pending {
    case .remove:
      if let number = writing.number { remove(number) }
      writing.number = nil
    case .write(let kept):
      guard let number = writing.number ?? folder.lockFreeNumber() else {
        return report("\(folder.path) takes no locks, or no more drafts", &writing)
      }
      writing.number = number
      let text = writing.writer.text(of: kept, now: .now)
      let problem = Payload.replace(folder.file(number), with: text, isLasting: false)
      if case .failed(let sentence)? = problem {
        report("\(folder.file(number)) \(sentence)", &writing)
      } else {
        writing.hasFailed = false
      }
    }
  }

  /// Tells once why no draft is kept, until one is kept again.
  private func report(_ problem: String, _ writing: inout Writing) {
    guard !writing.hasFailed else { return }
    writing.hasFailed = true
    mailbox.post(.draftNotKept("No draft is kept: \(problem)"))
  }
}
