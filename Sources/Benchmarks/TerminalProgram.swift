import Foundation

/// A program that runs on a pseudoterminal, measured from the terminal's side.
final class TerminalProgram {
  /// The program's reaction to input.
  struct Reaction {
    /// The time until its last byte of output, in ns; 0 if there was none.
    var latency = 0
    /// CPU time of all its threads, in ns.
    var cpu = 0
    /// The output.
    var text: [UInt8] = []
  }

  /// How long the output must pause, in ms, before a frame counts as complete.
  private static let quiet = 50
  /// The time limit for any reaction, in ns.
  private static let timeout = 20_000_000_000

  private let terminal: CInt
  private let otherEnd: CInt
  private let child: pid_t
  private let clock: clockid_t
  private let started: Int
  private var hasEnded = false

  /// Starts a program on a terminal of 40 rows and 120 columns.
  ///
  /// - Parameters:
  ///   - command: The path and the arguments.
  ///   - environment: The whole environment.
  init?(_ command: [String], environment: [String: String]) {
    var (terminal, otherEnd): (CInt, CInt) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = Self.size(rows: 40)
    guard openpty(&terminal, &otherEnd, &name, nil, &size) == 0 else { return nil }
    for end in [terminal, otherEnd] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A session leader that opens a terminal gets it as its controlling terminal.
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

  /// `POSIX_SPAWN_SETSID` of glibc, which Swift does not import.
  private static let inNewSession: Int16 = 0x80

  private static func size(rows: UInt16) -> winsize {
    winsize(ws_row: rows, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
  }

  private static var now: Int { Int(DispatchTime.now().uptimeNanoseconds) }

  // MARK: Interaction

  /// Waits for the first frame: from the start until the terminal is quiet after showing the text.
  ///
  /// - Returns: The reaction, or `nil` if the text never appears.
  func firstFrame(showing text: String) -> Reaction? {
    var reaction = Reaction()
    while !reaction.text.contains(Array(text.utf8)) {
      guard Self.now - started < Self.timeout, read(&reaction, since: started, for: 200) != nil
      else { return nil }
    }
    readUntilQuiet(&reaction, since: started)
    reaction.cpu = cpu
    return reaction
  }

  /// Types keys and returns the reaction.
  func type(_ keys: String) -> Reaction { reaction { send(keys) } }

  /// Changes the height of the terminal and returns the reaction.
  func resize(rows: UInt16) -> Reaction {
    reaction {
      var size = Self.size(rows: rows)
      _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }
  }

  /// Returns the activity during an idle second, and the number of thread wake-ups.
  ///
  /// First waits until the reaction to the last keys has ended.
  func idle() -> (reaction: Reaction, switches: Int) {
    var rest = Reaction()
    wait(500_000_000, for: &rest)
    let before = (cpu: cpu, switches: switches)
    var reaction = Reaction()
    wait(1_000_000_000, for: &reaction)
    reaction.cpu = cpu - before.cpu
    return (reaction, switches - before.switches)
  }

  private func wait(_ time: Int, for reaction: inout Reaction) {
    let start = Self.now
    while Self.now - start < time {
      _ = read(&reaction, since: start, for: (time - (Self.now - start)) / 1_000_000 + 1)
    }
  }

  /// Quits the program by typing keys.
  ///
  /// - Returns: The time until it exits, in ns, or `nil` on timeout.
  func quit(with keys: String) -> Int? {
    let start = Self.now
    send(keys)
    var ignored = Reaction()
    while Self.now - start < Self.timeout {
      if waitpid(child, nil, WNOHANG) == child {
        hasEnded = true
        return Self.now - start
      }
      _ = read(&ignored, since: start, for: 1)
    }
    return nil
  }

  /// The peak memory of the program, in bytes.
  var peakMemory: Int { number(after: "VmHWM:", in: "/proc/\(child)/status") * 1024 }

  private func reaction(to input: () -> Void) -> Reaction {
    var reaction = Reaction()
    let cpuBefore = cpu
    let start = Self.now
    input()
    _ = read(&reaction, since: start, for: 1000)
    readUntilQuiet(&reaction, since: start)
    reaction.cpu = cpu - cpuBefore
    return reaction
  }

  private func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  private func readUntilQuiet(_ reaction: inout Reaction, since start: Int) {
    while Self.now - start < Self.timeout,
      let count = read(&reaction, since: start, for: Self.quiet),
      count > 0
    {}
  }

  /// Waits for output, up to the given time in ms.
  ///
  /// - Returns: The number of bytes read, or `nil` at the end of output.
  private func read(_ reaction: inout Reaction, since start: Int, for wait: Int) -> Int? {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, CInt(wait)) > 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(terminal, &buffer, buffer.count)
    guard count > 0 else { return nil }
    reaction.latency = Self.now - start
    reaction.text += buffer[..<count]
    return count
  }

  // MARK: Process statistics

  private var cpu: Int {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Int(time.tv_sec) * 1_000_000_000 + time.tv_nsec
  }

  /// The number of times its threads went to sleep, which equals the number of wake-ups.
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
