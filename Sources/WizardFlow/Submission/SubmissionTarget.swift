/// Whether a request can be sent from the wizard, and where to.
package enum SubmissionTarget: Hashable, Sendable {
  /// Sending is not offered.
  case none
  /// It is offered, but cannot be done now: why, as a sentence.
  case unavailable(String)
  /// What it is sent to, as a sentence names it: the API, or a sandbox.
  case available(String)

  /// Whether the account can be asked for its sinks.
  var canBeAsked: Bool { if case .available = self { true } else { false } }
}
