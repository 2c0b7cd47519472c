import CSystem
import Glibc

/// The resources of the system: processors, threads and descriptors.
package enum Surroundings {
  /// The exit status if the system lacks resources: EX_OSERR.
  package static let exitStatus: CInt = 71

  /// The number of processors, at least 1.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether optional threads may be started: memory, stacks and descriptors have their usual limits.
  ///
  /// Only the main thread can report that its stack is exhausted.
  package static var hasRoomForThreads: Bool {
    limit(of: RLIMIT_AS) == .max && limit(of: RLIMIT_DATA) == .max
      && limit(of: RLIMIT_STACK) >= 8 << 20 && limit(of: RLIMIT_NOFILE) >= 32
  }

  private static func limit(of resource: __rlimit_resource) -> rlim_t {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? limit.rlim_cur : 0
  }

  /// The number of threads that a background request needs, including those of the runtime.
  private static let threadCount: CInt = 8
  /// The number of descriptors that the wizard needs, including those for a request and a draft.
  private static let descriptorCount: CInt = 24

  /// Raises the limit on descriptors; returns an error message if it stays too low.
  package static func lackOfDescriptors() -> String? {
    let error = cs_prepare_descriptors(descriptorCount)
    guard error != 0 else { return nil }
    return "cannot open files: \(SystemError(number: error).message); "
      + "allow at least 32 (ulimit -n)"
  }

  /// Tries to start threads, which takes milliseconds on a busy machine; returns an error message
  /// if that fails.
  package static func lackOfThreads() -> String? {
    let error = cs_try_threads(threadCount)
    guard error != 0 else { return nil }
    return "cannot start threads: \(SystemError(number: error).message); "
      + "raise the limit on processes (ulimit -u) or memory (ulimit -v)"
  }
}
