import Glibc

/// The system's clock, which may be set back.
package enum WallClock {
  /// The time since 1970-01-01T00:00:00Z.
  package static var sinceEpoch: Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
