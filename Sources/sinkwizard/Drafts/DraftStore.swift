import Glibc
import SinkDraft
import SinkSpec
import Synchronization
import System
import Terminal
import Wizard

/// Saves the wizard's draft to a file in the background, so that a slow disk delays no key.
///
/// A signal that ends the process waits for the last write. Writes are throttled: the pause after a
/// write is a multiple of its duration, so that a large schema costs only a small share of the time.
final class DraftStore: Sendable {
  private struct Writing: ~Copyable {
    var writer = DraftWriter()
    var file: DraftFile?
    var hasFailed = false
  }

  private enum PendingWrite {
    case write(SavedDraft)
    case remove
  }

  /// The pause after a write, as a multiple of the write's duration.
  private static let pause = 20.0
  /// Pauses up to this length are skipped.
  private static let leastPause = Duration.milliseconds(10)
  /// The time without changes after which earlier states are removed from the file.
  private static let idleTime = Duration.seconds(2)

  private let folder: DraftFolder
  private let mailbox: Mailbox
  private let wakeup = WakeupPipe()
  private let pending = Mutex<PendingWrite?>(nil)
  /// The latest draft.
  private let last = Mutex<SavedDraft?>(nil)
  private let writing: Mutex<Writing>

  /// Creates the store.
  ///
  /// - Parameters:
  ///   - folder: The folder of the drafts.
  ///   - number: The locked draft that the wizard resumed; nil for a new one.
  ///   - mailbox: Receives an event if a draft cannot be written.
  init(folder: DraftFolder, number: Int?, mailbox: Mailbox) {
    self.folder = folder
    self.mailbox = mailbox
    writing = Mutex(Writing(file: number.map { DraftFile($0, in: folder) }))
    detachThread { [self] in work() }
  }

  /// Notes a draft to write if it has changed; nil removes the file.
  ///
  /// The write begins with ``save()``, or before the process ends.
  func keep(_ kept: SavedDraft?) {
    let isNew = last.withLock { last in
      defer { last = kept }
      return last != kept
    }
    if isNew { demand(kept) }
  }

  private func demand(_ kept: SavedDraft?) {
    pending.withLock { pending in
      pending = kept.map { .write($0) } ?? .remove
      TerminalSession.setUnfinishedWork(wakeup.writeEnd)
    }
  }

  /// Begins to write the draft that was noted, if any.
  func save() {
    if pending.withLock({ $0 != nil }) { wakeup.notify() }
  }

  /// Waits until pending writes are done, and removes earlier states from the file.
  ///
  /// - Returns: Whether the draft is on disk.
  @discardableResult
  func finish() -> Bool {
    writing.withLock { writing in
      performPending(&writing)
      writing.file?.compact()
      return writing.file != nil && !writing.hasFailed
    }
  }

  /// Removes the draft once its payload has been printed or saved, unless it records requests whose
  /// outcome is unknown.
  ///
  /// - Returns: Whether the draft is kept.
  func drop() -> Bool {
    let isUnsettled = last.withLock { $0?.unconfirmed.isEmpty == false }
    if !isUnsettled { demand(nil) }
    return finish() && isUnsettled
  }

  /// Resumes an earlier draft, and discards the current one.
  func resume(_ number: Int) -> Result<SavedDraft, FileProblem> {
    writing.withLock { writing in
      guard folder.lock(number) else { return .failure(.failed("is in use by another wizard")) }
      let result = folder.read(number)
      guard case .success = result else {
        folder.unlock(number)
        return result
      }
      if let own = writing.file?.number { remove(own) }
      writing.file = DraftFile(number, in: folder)
      return result
    }
  }

  /// Deletes a draft that no wizard has locked.
  func delete(_ number: Int) {
    if folder.lock(number) { remove(number) }
  }

  private func remove(_ number: Int) {
    unlink(folder.file(number))
    folder.unlock(number)
  }

  private func work() {
    var hasHistory = false
    while true {
      let isIdle = !wakeup.wait(atMost: hasHistory ? Self.idleTime : nil)
      let start = ContinuousClock.now
      hasHistory = writing.withLock { writing in
        if isIdle { writing.file?.compact() } else { performPending(&writing) }
        return writing.file?.hasHistory == true
      }
      pause(start.duration(to: .now) * Self.pause)
    }
  }

  /// Waits, unless the process is about to end.
  private func pause(_ duration: Duration) {
    guard duration > Self.leastPause else { return }
    let end = ContinuousClock.now + duration
    var isNotified = false
    while !TerminalSession.isEnding, ContinuousClock.now < end {
      if wakeup.wait(atMost: ContinuousClock.now.duration(to: end)) { isNotified = true }
    }
    if isNotified { wakeup.notify() }
  }

  private func performPending(_ writing: inout Writing) {
    let next = pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
    if let next { perform(next, &writing) }
    pending.withLock { if $0 == nil { TerminalSession.setUnfinishedWork(nil) } }
  }

  private func perform(_ pending: PendingWrite, _ writing: inout Writing) {
    switch pending {
    case .remove:
      if let number = writing.file?.number { remove(number) }
      writing.file = nil
      TerminalSession.setFarewell(nil)
    case .write(let kept):
      guard let number = writing.file?.number ?? folder.lockFreeNumber() else {
        return report(
          "\(folder.path) does not support file locks, or has too many drafts", &writing)
      }
      if writing.file == nil { writing.file = DraftFile(number, in: folder) }
      let record = writing.writer.text(of: kept, now: .now)
      if case .failed(let sentence)? = writing.file?.save(record) {
        report("\(folder.file(number)) \(sentence)", &writing)
      } else {
        if writing.hasFailed { mailbox.post(.draftKeptAgain) }
        writing.hasFailed = false
        TerminalSession.setFarewell(
          Console.draftKept(inSandbox: kept.endpoint == SavedDraft.sandbox))
      }
    }
  }

  /// Reports why no draft is kept, but only once until a write succeeds.
  private func report(_ problem: String, _ writing: inout Writing) {
    guard !writing.hasFailed else { return }
    writing.hasFailed = true
    mailbox.post(.draftNotKept("No draft is kept: \(problem)"))
  }
}
