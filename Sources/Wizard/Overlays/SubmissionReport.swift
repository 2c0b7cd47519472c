package import Screen
package import SinkSpec

/// A report on a request that, as far as is known, created nothing.
package struct SubmissionReport: WizardOverlay, Hashable {
  /// The outcome of the request, used as the title.
  package enum Conclusion: Hashable, Sendable {
    case refused, nothingSent, probablyNotCreated, mayExist
    /// An earlier request created a sink whose name differs from the form's.
    case createdEarlier
    /// The account has no such sink.
    case listed

    package var title: String {
      switch self {
      case .refused: "The API rejected the request"
      case .nothingSent: "Nothing was sent"
      case .probablyNotCreated: "Probably not created"
      case .mayExist: "The sink may exist"
      case .createdEarlier: "An earlier request created its sink"
      case .listed: "Not found in the account"
      }
    }
  }

  package let conclusion: Conclusion
  /// The outcome and a likely remedy, one sentence each.
  package let sentences: [String]
  /// The field that the error concerns; closing the report moves the focus there.
  package let pointer: Pointer?
  /// Whether looking the sink up may clarify the outcome.
  package let canAsk: Bool
  package private(set) var position = ScrollPosition()

  init(_ conclusion: Conclusion, sentences: [String], pointer: Pointer?, canAsk: Bool) {
    self.conclusion = conclusion
    self.sentences = sentences
    self.pointer = pointer
    self.canAsk = canAsk
  }

  /// Returns the sentences wrapped to a width, separated by blank lines.
  package func paragraphs(width: Int) -> [[String]] {
    sentences.enumerated().map { index, sentence in
      (index == 0 ? [] : [""]) + TextWrap.lines(sentence, width: width)
    }
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.enter(pointer == nil ? "back to the form" : "to the field")]
      + (canAsk ? [.key("a", "look up the sink", .askAccount)] : [])
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
    paragraphs(width: layout.textWidth).reduce(0) { $0 + $1.count }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] { [conclusion.title] + sentences }

  package func plainPrompt(hasClipboard: Bool) -> String {
    canAsk ? "Enter continues, a looks up the sink: " : "Enter continues: "
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
