/// How the wizard ended.
enum WizardOutcome {
  case finished(payload: String, errorCount: Int)
  /// A sink was created: the API's description of it, its payload, and whether later changes are kept
  /// as a draft.
  case created(String, payload: String, keepsDraft: Bool)
  /// The operator quit without a payload; whether a draft is kept.
  case left(keepsDraft: Bool)
}
