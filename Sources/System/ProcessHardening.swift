import CSystem

/// Measures against secrets leaking from the process's memory.
package enum ProcessHardening {
  /// Keeps memory out of core files, and from other processes and debuggers of the same user.
  package static func protectMemory() { cs_protect_memory() }

  /// Makes a crash end the process at once, without the Swift runtime's interactive backtracer.
  package static func endAtCrashes() { cs_end_at_crashes() }
}
