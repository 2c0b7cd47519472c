import Glibc
import SinkDraft
import SinkSpec
import Synchronization
import System
import Terminal
import Wizard

/// Saves the wizard's draft to a file in the background.
///
/// Writes are throttled: the pause after a write is a multiple of its duration, so that a large
/// schema costs only a small share of the time.
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

  /// The pause after a write, as a multiple of the write's duration.
  private static let pause: Int64 = 20

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
    writing = Mutex(Writing(number: number))
    detachThread { [self] in work() }
  }

  /// Schedules a write if the draft has changed; nil removes the file.
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

  /// Waits until pending writes are done.
  ///
  /// - Returns: Whether the draft is on disk.
  @discardableResult
  func finish() -> Bool {
    writing.withLock { writing in
      if let next = takePending() { perform(next, &writing) }
      return writing.number != nil && !writing.hasFailed
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
      if let own = writing.number { remove(own) }
      writing.number = number
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
      TerminalSession.setFarewell(nil)
    case .write(let kept):
      guard let number = writing.number ?? folder.lockFreeNumber() else {
        return report("\(folder.path) supports no file locks, or has too many drafts", &writing)
      }
      writing.number = number
      let text = writing.writer.text(of: kept, now: .now)
      let problem = Payload.replace(folder.file(number), with: text, isLasting: false)
      if case .failed(let sentence)? = problem {
        report("\(folder.file(number)) \(sentence)", &writing)
      } else {
        if writing.hasFailed { mailbox.post(.draftKeptAgain) }
        writing.hasFailed = false
        TerminalSession.setFarewell(
          Console.draftKept(inSandbox: kept.endpoint == SavedDraft.sandbox))
      }
    }
  }

  /// Reports once why no draft is kept, until a write succeeds again.
  private func report(_ problem: String, _ writing: inout Writing) {
    guard !writing.hasFailed else { return }
    writing.hasFailed = true
    mailbox.post(.draftNotKept("No draft is kept: \(problem)"))
  }
}
