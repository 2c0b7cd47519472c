import CloudflareAPI
import SinkSpec
import Surface
import WizardFlow

/// What is shown while a request is under way, and what came of it.
extension Painter {
  func submittingBox(_ submitting: Submitting, _ width: Int) -> Box {
    let seconds = max(0, wizard.now.secondsSinceEpoch - submitting.startedAt.secondsSinceEpoch)
    let doing: [(String, Style)] = TextWrap.lines(submitting.doing, width: width)
      .map { ($0, .plain) }
    return Box(
      title: "Creating the sink", lines: doing + [("", .plain), ("\(seconds) s", .dim)],
      footer: submitting.isCancelled ? "a moment" : "Esc cancel")
  }

  func verdictBox(_ verdict: SubmissionVerdict, _ width: Int) -> Box {
    let lines = verdict.paragraphs(width: width).enumerated().flatMap { index, paragraph in
      paragraph.map { ($0, index == 0 ? Style.error : .plain) }
    }
    let asking = verdict.canAsk ? " · a ask the account" : ""
    return Box(
      title: verdict.title, lines: lines,
      footer: verdict.pointer == nil
        ? "Enter back to the form\(asking)" : "Enter to the field\(asking)",
      scroll: verdict.scroll)
  }

  func resultBox(_ scroll: Int, _ width: Int) -> Box {
    guard let sink = wizard.created else { return Box(title: "", lines: [], footer: "") }
    let lines = wizard.resultLines.map { line in
      let style: Style =
        switch line.kind {
        case .id: .accent.bold
        case .fact: .plain
        case .sql: Style(.string)
        case .stored: .dim
        }
      return (line.text, style)
    }
    return Box(
      title: "Created: \(sink.name)", lines: lines,
      footer: "Enter leave and print it · c copy · ↑ ↓ scroll · Esc back to the form",
      scroll: scroll)
  }
}
