package import SinkSpec

/// A request to be sent: secrets are in it as they were given, references still to be resolved.
package struct SinkSubmission: Hashable, Sendable {
  package let account: String
  package let request: RequestNode
  /// When the same sink was sent before with an outcome that is not known; nil when it was not.
  package let uncertainSince: Timestamp?
}
