package import Screen
package import SinkSpec

/// What came of a request that created nothing as far as is known.
package struct SubmissionReport: WizardOverlay, Hashable {
  /// What became of the request, in short.
  package enum Conclusion: Hashable, Sendable {
    case refused, nothingSent, probablyNotCreated, mayExist
    /// The account was asked, and has no such sink.
    case listed

    package var title: String {
      switch self {
      case .refused: "The API refused"
      case .nothingSent: "Nothing was sent"
      case .probablyNotCreated: "Probably not created"
      case .mayExist: "The sink may exist"
      case .listed: "The account's list"
      }
    }
  }

  package let conclusion: Conclusion
  /// What is known, and what probably helps, sentence by sentence.
  package let sentences: [String]
  /// The field that is named, which closing this goes to.
  package let pointer: Pointer?
  /// Whether asking the account may tell more.
  package let canAsk: Bool
  package private(set) var position = ScrollPosition()

  init(_ conclusion: Conclusion, sentences: [String], pointer: Pointer?, canAsk: Bool) {
    self.conclusion = conclusion
    self.sentences = sentences
    self.pointer = pointer
    self.canAsk = canAsk
  }

  /// The sentences as they show in a box of a width, a blank line before each but the first.
  package func paragraphs(width: Int) -> [[String]] {
    sentences.enumerated().map { index, sentence in
      (index == 0 ? [] : [""]) + TextWrap.lines(sentence, width: width)
    }
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.enter(pointer == nil ? "back to the form" : "to the field")]
      + (canAsk ? [.key("a", "ask the account", .askAccount)] : [])
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .character("a"): return perform(.askAccount, in: wizard)
    case .enter, .escape, .control("c"): return cancel(in: wizard)
    default: position.scroll(for: key, lineCount: lineCount(in: wizard.layout), in: wizard.layout)
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: cancel(in: wizard)
    case .askAccount where canAsk: .stay { $0.lookUpSink() }
    default: .stay
    }
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    let pointer = pointer
    return .close { wizard in
      if let pointer { wizard.go(to: pointer) }
      return []
    }
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard.layout), in: wizard.layout)
  }

  private func lineCount(in layout: Layout) -> Int {
    paragraphs(width: layout.boxWidth).reduce(0) { $0 + $1.count }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] { [conclusion.title] + sentences }

  package func plainPrompt(hasClipboard: Bool) -> String {
    canAsk ? "Enter goes on, a asks the account: " : "Enter goes on: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    switch line.lowercased() {
    case "a" where canAsk: .accepted(.stay { $0.lookUpSink() })
    case "": .accepted(cancel(in: wizard))
    default: .refused
    }
  }
}
