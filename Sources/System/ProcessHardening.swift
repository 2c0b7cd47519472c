import CSystem

/// Protection of secrets in the process's memory.
package enum ProcessHardening {
  /// Keeps memory out of core dumps and hides it from the user's other processes and debuggers.
  package static func protectMemory() { cs_protect_memory() }

  /// Makes crashes terminate the process without starting the Swift runtime's interactive
  /// backtracer.
  package static func endAtCrashes() { cs_end_at_crashes() }
}
