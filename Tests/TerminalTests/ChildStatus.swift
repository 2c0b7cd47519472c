import Glibc

/// What became of a child process.
enum ChildStatus {
  /// Its status once it has ended (or stopped); nil, and it is killed, if half a minute is not enough.
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
