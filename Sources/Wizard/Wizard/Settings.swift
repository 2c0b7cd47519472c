import SinkDraft
package import SinkSpec

extension Wizard {
  /// The wizard's configuration.
  package struct Settings: Sendable {
    /// The names of the set environment variables, for secrets that refer to them.
    package var environment: Set<String> = []
    /// Whether the output contains secrets instead of references.
    package var showsSecrets = false
    /// A short description of the payload's destination.
    package var destination = "standard output"
    /// Whether the request can be sent, and the destination.
    package var target = SubmissionTarget.none
    /// The API base URL for exports.
    package var base = BaseURL.standard
    /// The endpoint that drafts and requests belong to: ``BaseURL/endpoint``, or
    /// ``SavedDraft/sandbox``.
    package var endpoint = ""
    /// The account of payloads that name none.
    package var fallbackAccount: String?
    /// The requirements that a real run has but the sandbox does not, as a sentence; nil if there
    /// are none.
    package var rehearsalNote: String?
    /// Whether the account can be read.
    package var access = AccountAccess.unavailable("reading the account is not set up")
    /// Whether leaving the wizard keeps a draft.
    package var keepsDrafts = false
    /// The User-Agent of API requests.
    package var userAgent = "sinkwizard"

    package init() {}
  }
}

extension Wizard {
  /// Whether sinks are created in the sandbox of this program.
  package var isInSandbox: Bool { settings.endpoint == SavedDraft.sandbox }
}

/// Whether a request can be sent from the wizard, and the destination.
package enum SubmissionTarget: Hashable, Sendable {
  /// Submission is not offered.
  case none
  /// Submission is offered but currently impossible; the sentence says why.
  case unavailable(String)
  /// The destination of the request, for use in a sentence: the API, or a sandbox.
  case available(String)

  /// Whether sinks can be looked up in the account.
  var canBeAsked: Bool { if case .available = self { true } else { false } }
}
