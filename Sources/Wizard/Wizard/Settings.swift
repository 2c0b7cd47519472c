package import SinkSpec

extension Wizard {
  /// What the wizard is told once, when it starts.
  package struct Settings: Sendable {
    /// The names of the environment variables that are set, for secrets taken from there.
    package var environment: Set<String> = []
    /// Whether the payload is given out with its secrets instead of references.
    package var showsSecrets = false
    /// Where the payload goes when the operator finishes, as a few words.
    package var destination = "standard output"
    /// Whether the request can be sent, and where to.
    package var target = SubmissionTarget.none
    /// Whether secrets that are references are taken from the environment when it is sent.
    package var resolvesSecrets = true
    /// Where the API is, for what is exported.
    package var base = BaseURL.standard
    /// Whether what is entered is kept as a draft when the wizard is left.
    package var keepsDrafts = false
    /// What the program calls itself towards the API.
    package var userAgent = "sinkwizard"

    package init() {}
  }
}

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
