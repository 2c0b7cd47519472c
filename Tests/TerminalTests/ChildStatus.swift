import Glibc

/// The exit status of a child process.
enum ChildStatus {
  /// Waits for a child to exit, or to stop; kills it and returns `nil` after half a minute.
  static func wait(for child: pid_t, orStop: Bool = false) -> CInt? {
    var status: CInt = 0
    for _ in 0..<3_000 {
      if waitpid(child, &status, WNOHANG | (orStop ? WUNTRACED : 0)) == child { return status }
      poll(nil, 0, 10)
    }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    return nil
  }
}
