import CSystem

/// Protection of secrets in the process's memory.
package enum ProcessHardening {
  /// Keeps memory out of core dumps, and inaccessible to other processes and debuggers of the user.
  package static func protectMemory() { cs_protect_memory() }

  /// Makes crashes terminate the process without the Swift runtime's interactive backtracer.
  package static func endAtCrashes() { cs_end_at_crashes() }
}
