import CSystem

/// Protection of secrets in the process's memory.
package enum ProcessHardening {
  /// Keeps memory out of core dumps and hides it from the user's other processes and debuggers, from
  /// now on.
  ///
  /// It cannot be hidden from root, nor from a process that opened it in the milliseconds before.
  package static func protectMemory() { cs_protect_memory() }

  /// Makes a crash end the process with a message, without starting the Swift runtime's interactive
  /// backtracer.
  package static func endAtCrashes() { cs_end_at_crashes() }

  /// Unsets SSLKEYLOGFILE, which would make libcurl write the keys of TLS connections to a file.
  package static func ignoreKeyLog() { cs_ignore_key_log() }
}
