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
    let paragraphs = verdict.sentences.enumerated().map { index, sentence in
      (index == 0 ? [] : [("", Style.plain)])
        + TextWrap.lines(sentence, width: width).map { ($0, index == 0 ? Style.error : .plain) }
    }
    let asking = verdict.canAsk ? " · a ask the account" : ""
    return Box(
      title: verdict.title, lines: Array(paragraphs.joined()),
      footer: verdict.pointer == nil
        ? "Enter back to the form\(asking)" : "Enter to the field\(asking)",
      scroll: verdict.scroll)
  }

  func resultBox(_ scroll: Int, _ width: Int) -> Box {
    guard let sink = wizard.created else { return Box(title: "", lines: [], footer: "") }
    let facts: [(String, Style)] = [
      ("ID        \(sink.id)", .accent.bold), ("Created   \(sink.createdAt ?? "not told")", .plain),
      ("Modified  \(sink.modifiedAt ?? "not told")", .plain), ("", .plain),
      ("A pipeline writes into it with", .plain), ("  \(wizard.insertion ?? "")", Style(.string)),
      ("", .plain),
    ]
    let stored = (wizard.createdText ?? "").split(separator: "\n").map { (String($0), Style.dim) }
    return Box(
      title: "Created: \(sink.name)", lines: facts + stored,
      footer: "Enter leave and print it · c copy · ↑ ↓ scroll · Esc back to the form",
      scroll: scroll)
  }
}
