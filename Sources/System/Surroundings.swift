import CSystem

/// The threads and descriptors that the process needs.
package enum Surroundings {
  /// The exit status when the system lacks something: EX_OSERR.
  package static let exitStatus: CInt = 71

  /// The number of threads that a request in the background takes, with those of the runtime.
  private static let threadCount: CInt = 8
  /// The number of descriptors that the wizard takes, with a request and a draft.
  private static let descriptorCount: CInt = 24

  /// Raises the limit of descriptors, and returns what the system lacks as one sentence; nil if there
  /// is enough of everything.
  package static func lack() -> String? {
    let descriptors = cs_prepare_descriptors(descriptorCount)
    if descriptors != 0 {
      return "cannot open files: \(SystemError(number: descriptors).message); "
        + "allow at least 32 (ulimit -n)"
    }
    let threads = cs_try_threads(threadCount)
    if threads != 0 {
      return "cannot start threads: \(SystemError(number: threads).message); "
        + "raise the limit of processes (ulimit -u) or of memory (ulimit -v)"
    }
    return nil
  }
}
