import Glibc

/// The system's real-time clock, which is not monotonic.
package enum WallClock {
  /// The duration since the Unix epoch.
  package static var sinceEpoch: Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
