import Screen
import SinkSpec

extension Wizard {
  /// The footer at the focus.
  package var footer: Footer {
    let warning = files.hasLostDraft ? [FooterItem.text("No draft is kept")] : []
    return Footer(
      contexts: contexts, first: warning + repairItems + suggestionItems, nextIssue: nextIssueItem,
      hasNextStep: step != .review)
  }

  private var repairItems: [FooterItem] {
    guard let (issue, repair) = repair else { return [] }
    let isSecret = SinkDescription.parameter(at: issue.pointer)?.isSecret == true
    let text =
      switch repair {
      case .setValue where isSecret: "make it a reference"
      case .setValue(let text): "use \(TextWrap.shortened(text, width: 24))"
      case .rename(let name): "rename to \(name)"
      }
    return [.key("F9", text, .repair)]
  }

  private var suggestionItems: [FooterItem] {
    guard !requestPane.hasFocus, let suggestion, let item, let parameter = parameter(of: item)
    else { return [] }
    let text =
      parameter.isSecret ? "reference" : suggestion == parameter.example ? "example" : "default"
    let presets = parameter.presets.isEmpty ? [] : [FooterItem.key("Alt-V", "list", .choosePreset)]
    return [.key("→", text, .useSuggestion)] + presets
  }

  /// The footer item for going to the next required value or issue, with the number of those left,
  /// or to the review if there are none; nil if there is nowhere to go.
  private var nextIssueItem: FooterItem? {
    let state = state(of: .review)
    let text: String
    switch (state.required, state.issues) {
    case (0, 0): text = "review"
    case (0, _) where step != .review && !hasNextIssueItem: text = "review"
    case (let required, 0): text = "next required (\(required))"
    case (let required, let issues): text = "next issue (\(required + issues))"
    }
    return step == .review && text == "review" ? nil : .key("Alt-N", text, .nextIssue)
  }
}
