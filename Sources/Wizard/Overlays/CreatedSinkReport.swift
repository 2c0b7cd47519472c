import CloudflareAPI
package import Screen
import SinkExport

/// A report on the created sink, with SQL and commands that connect a stream to it, to be copied.
package struct CreatedSinkReport: WizardOverlay, Hashable {
  package private(set) var position = ScrollPosition()
  /// Whether the API is checking the SQL, so that line mode waits for it.
  package private(set) var isWaiting = false

  package func footer(in wizard: Wizard) -> [FooterItem] {
    var items: [FooterItem] = [.enter("quit and print it")]
    if wizard.nextPipeline != nil {
      switch wizard.statementStatus {
      case .placeholder(canPick: false): break
      case .placeholder: items.append(.key("s", "choose the stream", .pick))
      case .notChecked, .checking, .valid, .invalid, .unknown:
        items += [.key("s", "stream", .pick), .key("v", "check the SQL", .checkStatement)]
      }
      items.append(.text("1 2 3 copy"))
    }
    return items + [.key("c", "copy the sink", .copy), .text("↑ ↓ scroll"), .esc("form")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .character("s"): return perform(.pick, in: wizard)
    case .character("v"): return perform(.checkStatement, in: wizard)
    case .character("c"), .alt("w"): return perform(.copy, in: wizard)
    case .character(let character):
      if let step = Int(String(character)).flatMap({ PipelineStep(rawValue: $0) }) {
        return copy(step)
      }
      position.scroll(for: key, lineCount: lineCount(in: wizard), in: wizard.layout)
    case .enter, .control("x"), .control("q"), .control("c"): return leave()
    case .escape: return close()
    default: position.scroll(for: key, lineCount: lineCount(in: wizard), in: wizard.layout)
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: return leave()
    case .copy: return .stay { $0.copy($0.submission.createdText ?? "", as: .createdSink) }
    case .pick: return .stay { $0.account.stopCheckingStatement() + $0.pickPipelineStream() }
    case .checkStatement:
      isWaiting = wizard.settings.access == .available && wizard.submission.stream != nil
      return .stay { $0.checkStatement() }
    default: return .stay
    }
  }

  /// Stops a check, or closes the report.
  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    guard isWaiting else { return close() }
    isWaiting = false
    return .stay { $0.account.stopCheckingStatement() }
  }

  private func close() -> OverlayResponse { .close { $0.account.stopCheckingStatement() } }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    PipelineStep(rawValue: option).map { copy($0) } ?? .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard), in: wizard.layout)
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    if case .validated = event { isWaiting = wizard.statementStatus == .checking }
    return .stay
  }

  package func leave(in wizard: Wizard) -> OverlayResponse? { leave() }

  private func leave() -> OverlayResponse { .stay { [$0.leaving] } }

  private func copy(_ step: PipelineStep) -> OverlayResponse {
    .stay { wizard in
      wizard.nextPipeline.map { wizard.copy($0.text(of: step), as: step.copied) } ?? []
    }
  }

  private func lineCount(in wizard: Wizard) -> Int {
    wizard.resultLines(width: wizard.layout.boxWidth).count
  }

  // MARK: Line mode

  package var printsChangesOnly: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    guard let sink = wizard.submission.created else { return [] }
    let pipeline = wizard.nextPipeline.map { pipeline in
      ["A pipeline writes to it with \(pipeline.statement)"]
        + wizard.statementStatus.sentences.map { "  \($0)" }
    }
    return ["Created: \(sink.name)", "ID: \(sink.id)"] + (pipeline ?? [])
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    "Enter prints the sink and quits, s lists the streams, v checks the SQL, 1 to 3 print the SQL "
      + "and the commands for wrangler and curl, "
      + "\(hasClipboard ? "c copies the sink, " : "")b goes back: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    if let step = Int(line).flatMap({ PipelineStep(rawValue: $0) }) {
      guard let text = wizard.nextPipeline?.text(of: step) else { return .refused }
      return .lines(text.split(separator: "\n").map(String.init))
    }
    switch line.lowercased() {
    case "": return .accepted(leave())
    case "b": return .accepted(close())
    case "c" where hasClipboard: return .accepted(perform(.copy, in: wizard))
    case "s", "v":
      if case .unavailable(let sentence) = wizard.settings.access {
        return .problem("The account cannot be read: \(sentence)")
      }
      if line.lowercased() == "s" { return .accepted(perform(.pick, in: wizard)) }
      guard wizard.submission.stream != nil else {
        return .problem("Choose the stream first, with s.")
      }
      return .accepted(perform(.checkStatement, in: wizard))
    default: return .refused
    }
  }
}
