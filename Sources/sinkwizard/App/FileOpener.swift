import SinkSpec
import Synchronization
import System
import Wizard

/// Opens files on a background thread, one at a time.
///
/// Most files open quickly, so ``open(_:_:)`` first waits briefly for the result and
/// reports progress only if opening takes longer.
final class FileOpener: Sendable {
  /// How long to wait before the progress is shown.
  private static let grace = Duration.milliseconds(100)

  private let mailbox: Mailbox
  private let job = Mutex<Job?>(nil)

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - opening: The file.
  ///   - bytes: Its contents, if they have been read already.
  /// - Returns: The result, or the initial progress; later events are posted.
  func open(_ opening: FileOpening, _ bytes: [UInt8]? = nil) -> Event {
    let new = Job(mailbox: mailbox, name: opening.name)
    job.withLock { job in
      job?.stop()
      job = new
    }
    detachThread {
      // If the job was stopped, nobody waits for the result.
      if let result = try? Self.result(of: opening, bytes, new) {
        new.end(with: .opened(name: opening.name, result))
      }
    }
    return new.result(within: Self.grace)
      ?? .opening(FileProgress(name: opening.name, bytes: bytes?.count ?? 0))
  }

  /// Gives up opening the file; nothing more is posted.
  func stop() { job.withLock { $0?.stop() } }

  private static func result(
    of opening: FileOpening, _ bytes: [UInt8]?, _ job: Job
  ) throws(Job.Stopped) -> Result<OpenedFile, FileProblem> {
    let contents: Result<[UInt8], FileProblem>
    if let bytes {
      contents = .success(bytes)
    } else {
      contents = try Payload.contents(
        of: Payload.path(opening.name), limit: Payload.wizardLimit
      ) { bytes, total throws(Job.Stopped) in try job.report(.reading, bytes, of: total) }
    }
    switch contents {
    case .failure(let problem): return .failure(problem)
    case .success(let bytes):
      let file = try OpenedFile(bytes, for: opening) { phase throws(Job.Stopped) in
        try job.report(phase, bytes.count, of: bytes.count)
      }
      return .success(file)
    }
  }
}

/// A file that is being opened.
private final class Job: Sendable {
  struct Stopped: Error {}

  private enum State {
    /// The opener waits for the result.
    case awaited(Event?)
    /// Progress and the result are posted.
    case posting(lastProgress: ContinuousClock.Instant, FileProgress.Phase?)
    case stopped
  }

  private let mailbox: Mailbox
  private let name: String
  private let state = Mutex(State.awaited(nil))
  private let wakeup = WakeupPipe()

  init(mailbox: Mailbox, name: String) {
    self.mailbox = mailbox
    self.name = name
  }

  /// Waits for the result; nil if it takes longer, in which case it is posted later.
  func result(within time: Duration) -> Event? {
    wakeup.wait(atMost: time)
    return state.withLock { state in
      if case .awaited(let event?) = state { return event }
      state = .posting(lastProgress: .now, nil)
      return nil
    }
  }

  func end(with event: Event) {
    state.withLock { state in
      switch state {
      case .awaited: state = .awaited(event)
      case .posting: mailbox.post(event)
      case .stopped: break
      }
    }
    wakeup.notify()
  }

  func stop() { state.withLock { $0 = .stopped } }

  /// Posts the progress, at most ten times a second in each phase; throws if the job was stopped.
  func report(_ phase: FileProgress.Phase, _ bytes: Int, of total: Int?) throws(Stopped) {
    let isStopped = state.withLock { state in
      switch state {
      case .awaited: break
      case .posting(let last, let lastPhase):
        guard phase != lastPhase || bytes == total || last.duration(to: .now) > .milliseconds(100)
        else { break }
        state = .posting(lastProgress: .now, phase)
        mailbox.post(.opening(FileProgress(name: name, phase, bytes: bytes, total: total)))
      case .stopped: return true
      }
      return false
    }
    if isStopped { throw Stopped() }
  }
}
