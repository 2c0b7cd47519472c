import Foundation

/// A finished run of a program and its cost.
struct ProgramRun {
  /// Wall time, in ns.
  let wall: Int
  /// CPU time of all threads, in ns.
  let cpu: Int
  /// Peak memory, in bytes.
  let peakMemory: Int
  /// The standard output.
  let output: String

  /// Runs a program; `nil` if it cannot be run or fails.
  ///
  /// - Parameters:
  ///   - command: The path and the arguments. Standard error is discarded.
  ///   - environment: The whole environment; `nil` inherits that of this process.
  init?(_ command: [String], environment: [String: String]? = nil) {
    var ends: [CInt] = [-1, -1]
    guard let program = command.first, pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments = command.map { strdup($0) } + [nil]
    var variables =
      (environment ?? ProcessInfo.processInfo.environment)
      .map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let start = DispatchTime.now().uptimeNanoseconds
    var child: pid_t = 0
    let problem = posix_spawn(&child, program, &actions, nil, &arguments, &variables)
    close(ends[1])
    let reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    guard problem == 0, let data = try? reading.readToEnd() ?? Data() else { return nil }
    var status: CInt = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    wall = Int(DispatchTime.now().uptimeNanoseconds - start)
    cpu = Self.nanoseconds(usage.ru_utime) + Self.nanoseconds(usage.ru_stime)
    peakMemory = usage.ru_maxrss * 1024
    output = String(decoding: data, as: UTF8.self)
  }

  private static func nanoseconds(_ time: timeval) -> Int {
    time.tv_sec * 1_000_000_000 + Int(time.tv_usec) * 1000
  }
}
