import SinkSpec

/// Prints and answers overlays, which take precedence over the question behind them.
extension PlainSession {
  /// Prints the overlay unless it is unchanged since it was last printed.
  mutating func printOverlay() {
    guard let overlay = wizard.overlay else { return }
    let words = overlay.plainLines(in: wizard)
    if overlay.isAnnouncement {
      lines += words
      _ = updateOverlay { $0.cancel(in: $1) }
      return printNews()
    }
    if overlay.printsChangesOnly, !printedOverlay.isEmpty {
      let printed = Set(printedOverlay)
      lines += words.filter { !printed.contains($0) }
    } else if words != printedOverlay {
      lines += words
    }
    printedOverlay = words
  }

  /// Truncates a long list and adds the number of omitted lines.
  static func limited(_ lines: [String]) -> [String] {
    guard lines.count > manyLines else { return lines }
    return lines.prefix(manyLines) + ["  and \(Count.of(lines.count - manyLines, "other"))"]
  }

  // MARK: Answers

  mutating func answerOverlay(_ line: String) -> [Effect] {
    defer { if wizard.overlay == nil { wizard.columns.mark(only: []) } }
    let takesAnyText = wizard.overlay?.takesAnyText == true
    switch PlainCommand.read(line) {
    case _ where line == "?", .command(.help, ""):
      printedOverlay = []
      return []
    case .command(.quit, ""): return leave()
    case .command(.back, ""): return updateOverlay { $0.cancel(in: $1) }
    case .command, .unknown: if !takesAnyText { return refuse(line) }
    case .value: break
    }
    let answer = takesAnyText ? line : line.trimmingBlanks
    var refusal: PlainResponse?
    let hasClipboard = hasClipboard
    let effects = updateOverlay { overlay, wizard in
      let response = overlay.answer(answer, hasClipboard: hasClipboard, in: wizard)
      if case .accepted(let response) = response { return response }
      refusal = response
      return .stay
    }
    switch refusal {
    case .refused: return refuse(answer)
    case .problem(let sentence): lines.append(sentence)
    case .lines(let answer): lines += answer
    case .accepted, nil: break
    }
    return effects
  }

  private mutating func updateOverlay(
    _ change: (inout any WizardOverlay, Wizard) -> OverlayResponse
  ) -> [Effect] {
    var effects: [Effect] = []
    wizard.act { effects = $0.updateOverlay(change) }
    return effects
  }

  /// Rejects an answer; the prompt that follows says what to type.
  private mutating func refuse(_ line: String) -> [Effect] {
    if !line.isEmpty { lines.append("Invalid answer \"\(line)\".") }
    return []
  }
}
