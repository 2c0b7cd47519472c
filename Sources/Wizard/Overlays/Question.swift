package import Screen
import SinkDraft
package import SinkExport
import SinkSpec

/// A yes-or-no confirmation.
package struct Question: WizardOverlay, Hashable {
  package enum Subject: Hashable, Sendable {
    case finishWithErrors, leave, submit
    case overwrite(name: String, ExportForm)
    /// Use another account for a draft that belongs elsewhere.
    case takeAccount(String)
  }

  package let subject: Subject
  package let text: String
  /// Whether Enter answers with yes.
  package private(set) var isYesSelected = false

  init(subject: Subject, text: String) {
    self.subject = subject
    self.text = text
  }

  /// The action to confirm.
  package var title: String {
    switch subject {
    case .finishWithErrors: "Print the JSON despite the errors?"
    case .leave: "Quit without printing it?"
    case .submit: "Create this sink?"
    case .overwrite(let name, _): "Overwrite \(name)?"
    case .takeAccount: "Use this account?"
    }
  }

  /// The action on y.
  package var yes: String {
    switch subject {
    case .finishWithErrors: "print the JSON as it is"
    case .leave: "quit without printing it"
    case .submit: "create it"
    case .overwrite: "overwrite it"
    case .takeAccount: "use this account"
    }
  }

  /// The action on n.
  package var no: String { refusal(goingBackTo: "form") }

  private func refusal(goingBackTo destination: String) -> String {
    switch subject {
    case .overwrite: "keep it"
    case .takeAccount: "do not use it"
    case .finishWithErrors, .leave, .submit: "go back to the \(destination)"
    }
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.text("y or n"), .text("← → choose"), .text("Enter")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .character("y"), .character("Y"): perform(.answer(true), in: wizard)
    case .character("n"), .character("N"), .escape: perform(.answer(false), in: wizard)
    case .enter: perform(.answer(isYesSelected), in: wizard)
    case .left, .right, .tab, .backTab, .up, .down: selectOther()
    // A second request to leave closes the question.
    case .control("c"), .control("q"): leave(in: wizard) ?? .close
    default: .stay
    }
  }

  private mutating func selectOther() -> OverlayResponse {
    isYesSelected.toggle()
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    guard case .answer(let isYes) = command else { return .stay }
    return isYes ? answerYes() : cancel(in: wizard)
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    let subject = subject
    return .close { wizard in
      if case .overwrite(let name, let form) = subject {
        wizard.show(FileNamePrompt(purpose: .save(form), editing: name))
      }
      return []
    }
  }

  package func leave(in wizard: Wizard) -> OverlayResponse? {
    subject == .leave ? .close { [$0.leaving] } : nil
  }

  private func answerYes() -> OverlayResponse {
    let subject = subject
    return .close { wizard in
      switch subject {
      case .finishWithErrors:
        return [.finish(payload: wizard.payload, errorCount: wizard.draftValidation.count(.error))]
      case .leave: return [wizard.leaving]
      case .submit: return wizard.startSubmitting()
      case .overwrite(let name, let form): return [wizard.save(form, to: name, overwriting: true)]
      case .takeAccount(let account):
        wizard.takeAccount(account)
        return []
      }
    }
  }

  package var compactText: String? { "\(text) y \(yes), n \(no)" }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    [text, "  y \(yes)", "  n \(refusal(goingBackTo: "questions"))"]
  }

  package func plainPrompt(hasClipboard: Bool) -> String { "y or n: " }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    switch line.lowercased() {
    case "y", "yes": .accepted(answerYes())
    case "n", "no": .accepted(cancel(in: wizard))
    default: .refused
    }
  }
}
