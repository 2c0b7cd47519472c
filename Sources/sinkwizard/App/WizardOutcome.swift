/// How the wizard ended.
enum WizardOutcome {
  case finished(payload: String, errorCount: Int)
  /// A sink was created: what the API told of it, the payload it was made from, and whether a draft
  /// of what was changed since is kept.
  case created(String, payload: String, keepsDraft: Bool)
  /// Nothing was given out; whether a draft is kept.
  case left(keepsDraft: Bool)
}
