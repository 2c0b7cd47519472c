import Foundation

/// A program that runs on a terminal of its own, seen from the terminal's side.
final class TerminalProgram {
  /// What a program did in answer to something.
  struct Answer {
    /// The time until its last byte, in ns; 0 when it sent none.
    var latency = 0
    /// CPU time of all its threads, in ns.
    var cpu = 0
    /// What it sent.
    var text: [UInt8] = []
  }

  /// A terminal that has been quiet for so long shows a finished frame, in ms.
  private static let quiet = 50
  /// The longest that anything is waited for, in ns.
  private static let patience = 20_000_000_000

  private let terminal: CInt
  private let otherEnd: CInt
  private let child: pid_t
  private let clock: clockid_t
  private let started: Int
  private var hasEnded = false

  /// Starts a program on a terminal of 40 rows and 120 columns.
  ///
  /// - Parameters:
  ///   - command: its path and its arguments.
  ///   - environment: all of its environment.
  init?(_ command: [String], environment: [String: String]) {
    var (terminal, otherEnd): (CInt, CInt) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = Self.size(rows: 40)
    guard openpty(&terminal, &otherEnd, &name, nil, &size) == 0 else { return nil }
    for end in [terminal, otherEnd] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session that opens a terminal gets it as its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for descriptor in CInt(1)...2 { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.inNewSession)
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let started = Self.now
    var child: pid_t = 0
    let problem = posix_spawnp(&child, command[0], &actions, &attributes, &arguments, &variables)
    var clock = clockid_t()
    guard problem == 0, clock_getcpuclockid(child, &clock) == 0 else {
      close(terminal)
      close(otherEnd)
      return nil
    }
    (self.terminal, self.otherEnd, self.child, self.clock) = (terminal, otherEnd, child, clock)
    self.started = started
  }

  deinit {
    if !hasEnded {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    close(terminal)
    close(otherEnd)
  }

  /// `POSIX_SPAWN_SETSID`, which glibc has and Swift's import of it has not.
  private static let inNewSession: Int16 = 0x80

  private static func size(rows: UInt16) -> winsize {
    winsize(ws_row: rows, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
  }

  private static var now: Int { Int(DispatchTime.now().uptimeNanoseconds) }

  // MARK: Asking

  /// The first frame: from the start until the terminal is quiet, with a text on it.
  ///
  /// - Returns: nil when the text never comes.
  func firstFrame(showing text: String) -> Answer? {
    var answer = Answer()
    while !answer.text.contains(Array(text.utf8)) {
      guard Self.now - started < Self.patience, read(&answer, since: started, for: 200) != nil
      else { return nil }
    }
    readUntilQuiet(&answer, since: started)
    answer.cpu = cpu
    return answer
  }

  /// What comes of keys.
  func type(_ keys: String) -> Answer { answer { send(keys) } }

  /// What comes of another height of the terminal.
  func resize(rows: UInt16) -> Answer {
    answer {
      var size = Self.size(rows: rows)
      _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }
  }

  /// What comes of nothing at all in a second, and how often a thread of the program woke up.
  ///
  /// What the last keys have set going comes to its end before.
  func idle() -> (answer: Answer, switches: Int) {
    var rest = Answer()
    wait(500_000_000, for: &rest)
    let before = (cpu: cpu, switches: switches)
    var answer = Answer()
    wait(1_000_000_000, for: &answer)
    answer.cpu = cpu - before.cpu
    return (answer, switches - before.switches)
  }

  private func wait(_ time: Int, for answer: inout Answer) {
    let start = Self.now
    while Self.now - start < time {
      _ = read(&answer, since: start, for: (time - (Self.now - start)) / 1_000_000 + 1)
    }
  }

  /// Ends the program by keys.
  ///
  /// - Returns: how long that takes, in ns; nil when it does not end.
  func end(by keys: String) -> Int? {
    let start = Self.now
    send(keys)
    var ignored = Answer()
    while Self.now - start < Self.patience {
      if waitpid(child, nil, WNOHANG) == child {
        hasEnded = true
        return Self.now - start
      }
      _ = read(&ignored, since: start, for: 1)
    }
    return nil
  }

  /// The most memory that it ever had, in bytes.
  var peakMemory: Int { number(after: "VmHWM:", in: "/proc/\(child)/status") * 1024 }

  private func answer(to question: () -> Void) -> Answer {
    var answer = Answer()
    let cpuBefore = cpu
    let start = Self.now
    question()
    _ = read(&answer, since: start, for: 1000)
    readUntilQuiet(&answer, since: start)
    answer.cpu = cpu - cpuBefore
    return answer
  }

  private func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  private func readUntilQuiet(_ answer: inout Answer, since start: Int) {
    while Self.now - start < Self.patience,
      let count = read(&answer, since: start, for: Self.quiet),
      count > 0
    {}
  }

  /// Waits for output, up to some ms.
  ///
  /// - Returns: how many bytes came; nil when none will come any more.
  private func read(_ answer: inout Answer, since start: Int, for wait: Int) -> Int? {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, CInt(wait)) > 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(terminal, &buffer, buffer.count)
    guard count > 0 else { return nil }
    answer.latency = Self.now - start
    answer.text += buffer[..<count]
    return count
  }

  // MARK: What the system knows of it

  private var cpu: Int {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Int(time.tv_sec) * 1_000_000_000 + time.tv_nsec
  }

  /// How often its threads have gone to sleep, which each does once for every time it was woken.
  private var switches: Int {
    let tasks = "/proc/\(child)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.reduce(0) { sum, thread in
      let status = "\(tasks)/\(thread)/status"
      return sum + number(after: "voluntary_ctxt_switches:", in: status)
    }
  }

  private func number(after name: String, in file: String) -> Int {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return line.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
  }
}
