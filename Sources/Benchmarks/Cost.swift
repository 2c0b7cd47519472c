import Glibc

/// CPU time and memory used by this process.
enum Cost {
  /// Calls a function and returns the CPU time it used, in ns.
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

  /// The peak memory, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
