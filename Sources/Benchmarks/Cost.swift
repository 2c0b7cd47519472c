import Glibc

/// What the process has used so far.
enum Cost {
  /// The CPU time of some work, in ns.
  static func of(_ work: () -> Void) -> Int {
    let start = cpu
    work()
    return max(1, cpu - start)
  }

  private static var cpu: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + time.tv_nsec
  }

  /// The most memory that was ever in use, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
