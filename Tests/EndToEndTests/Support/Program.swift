import Foundation
import Glibc

/// Runs programs, including the one under test.
enum Program {
  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  /// The folder of the program under test, which is the build folder of these tests.
  static let folder: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let places = ([own] + CommandLine.arguments).flatMap { enclosingFolders(of: URL(filePath: $0)) }
    let found = places.first {
      FileManager.default.isExecutableFile(atPath: $0.appending(path: "sinkwizard").path)
    }
    return found?.path ?? "sinkwizard has not been built"
  }()

  private static func enclosingFolders(of place: URL) -> [URL] {
    let nearest = place.deletingLastPathComponent()
    return (0..<4).map { up in
      (0..<up).reduce(nearest) { url, _ in url.deletingLastPathComponent() }
    }
  }

  /// The folder of the peer programs.
  static let peers = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Peers").path

  /// The keys of all sinks, for a shell command that starts with them.
  static let keys = "R2_ACCESS_KEY_ID=k R2_SECRET_ACCESS_KEY=s R2_CATALOG_TOKEN=t"

  /// Returns a shell command that runs after a sandbox was started, with the sandbox's URL and planted
  /// credentials in its environment.
  static func withSandbox(_ options: String = "", _ command: String) -> String {
    """
    mkdir -p .run; sinkwizard sandbox \(options) >.run/url 2>.run/served & trap "kill $!" EXIT; \
    until [ -s .run/url ]; do sleep 0.02; done; \
    export CLOUDFLARE_API_BASE_URL=$(head -n 1 .run/url) CLOUDFLARE_API_TOKEN=planted3 \
    R2_ACCESS_KEY_ID=planted1 R2_SECRET_ACCESS_KEY=planted2; \(command)
    """
  }

  /// The complete environment, independent of the machine's settings.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": "\(folder):/usr/local/bin:/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "SHELL": "/bin/bash", "CLOUDFLARE_ACCOUNT_ID": account,
    ]
  }

  /// Runs a shell script in a folder, in its own session without a terminal.
  ///
  /// A script that runs longer than the limit in seconds is stopped with status 124.
  static func runWithoutTerminal(
    _ script: String, in folder: Folder, limit: Int = 20
  ) throws -> Outcome {
    try run(
      ["setsid", "-w", "timeout", "-k", "1", "\(limit)", "bash", "-c", "cd; " + script],
      in: folder)
  }

  /// Runs a program to completion with a folder as HOME.
  static func run(
    _ arguments: [String], in folder: Folder, environment extra: [String: String] = [:]
  ) throws -> Outcome {
    let channels = Folder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    // Files instead of pipes: another test's child may hold a pipe open.
    let writing = O_WRONLY | O_CREAT
    posix_spawn_file_actions_addopen(&actions, 1, channels.path(of: "out"), writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, channels.path(of: "err"), writing, 0o600)
    // Do not leak the descriptors of other tests into a server.
    for descriptor in 3..<CInt(256) { posix_spawn_file_actions_addclose(&actions, descriptor) }

    let variables = environment(home: folder.path).merging(extra) { $1 }
    var words = arguments.map { strdup($0) } + [nil]
    var entries = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + entries).forEach { free($0) } }
    var attributes = signalsAsInAShell()
    defer { posix_spawnattr_destroy(&attributes) }
    var child = pid_t()
    let problem = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, &entries)
    guard problem == 0 else { throw NotStarted(name: arguments[0], problem: problem) }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return Outcome(
      status: status & 0x7F == 0 ? Int(status >> 8) & 0xFF : 128 + Int(status & 0x7F),
      output: channels.text(of: "out") ?? "", errors: channels.text(of: "err") ?? "")
  }

  /// Unblocks and resets all signals: the test's thread blocks most, and a child would inherit that.
  private static func signalsAsInAShell() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    return attributes
  }

  /// A program that these tests need is missing.
  struct NotStarted: Error, CustomStringConvertible {
    let name: String
    let problem: CInt

    var description: String {
      "\(name) could not be started: \(String(cString: strerror(problem)))"
    }
  }
}
