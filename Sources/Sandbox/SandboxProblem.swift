/// Why the sandbox could not be served.
package struct SandboxProblem: Error, Sendable {
  let port: UInt16
  let reason: String

  /// The problem as one sentence.
  package var sentence: String { "the sandbox could not listen on port \(port): \(reason)" }
}
