import CloudflareAPI
import SinkExport
import SinkSpec
import Surface

/// Questions that stand in front of the others until they are answered.
extension Dialogue {
  func prompt(of overlay: Overlay) -> String {
    switch overlay {
    case .confirm: "y or n: "
    case .fileName: "Name of the file, or Enter to go back: "
    case .exports: "Number, or Enter to go back: "
    case .proposal(let review):
      review.offersTimes
        ? "y takes them, n leaves all as it is, t takes numbers as times: "
        : "y takes them, n leaves all as it is: "
    case .verdict(let verdict):
      verdict.canAsk ? "Enter goes on, a asks the account: " : "Enter goes on: "
    case .result: "Enter ends and prints it, b goes back: "
    case .drafts(let list):
      list.asksToDelete
        ? "Delete it for good? y or n: "
        : "Number to go on with it, n for a new sink, d and a number deletes: "
    case .help, .choices, .marked, .submitting, .sampling, .report: ""
    }
  }

  /// Says what an overlay shows.
  mutating func tellOverlay() {
    switch wizard.overlay {
    case .confirm(let question):
      lines += [question.text, "  y \(question.yes)", "  n \(question.no)"]
    case .fileName(let prompt):
      if let problem = prompt.problem { lines.append("\(prompt.editor.text) \(problem)") }
    case .exports:
      lines += ExportForm.allCases.enumerated().map { "  \($0 + 1) \($1.title): \($1.help)" }
    case .submitting(let submitting): lines.append(submitting.doing)
    case .sampling(let reading): lines.append("Reading events from \(reading.name)")
    case .verdict(let verdict): lines += [verdict.title] + verdict.sentences
    case .result: tellResult()
    case .proposal(let review): tell(review)
    case .drafts(let list): tell(list)
    case .report(let report):
      lines += [report.name, report.summary]
      lines += report.lines.map { "  \($0.severity.rawValue): \($0.text)" }
      close()
    case .help, .choices, .marked: close()
    case nil: break
    }
  }

  private mutating func close() {
    _ = wizard.handle(.key(.escape))
    tellNews()
  }

  private mutating func tellResult() {
    guard let sink = wizard.created else { return }
    lines += ["Created: \(sink.name)", "ID: \(sink.id)"]
    if let insertion = wizard.insertion {
      lines.append("A pipeline writes into it with \(insertion)")
    }
  }

  private mutating func tell(_ review: ProposalReview) {
    lines.append("\(review.name): \(review.proposal.source)")
    for line in 0..<review.lineCount {
      guard let change = review.change(onLine: line) else {
        let remark = review.proposal.remarks[line]
        lines.append("  \(remark.severity.rawValue): \(remark.text)")
        continue
      }
      let indent = String(repeating: "  ", count: min(change.depth, 8) + 1)
      let word =
        switch change.kind {
        case .added: "new"
        case .changed: "changed"
        case .removed: "removed"
        case .same: "as it is"
        }
      lines.append("\(indent)\(change.name): \(change.detail), \(word)")
      for remark in review.column(of: change)?.remarks ?? [] {
        lines.append("\(indent)  \(remark.severity.rawValue): \(remark.text)")
      }
    }
  }

  private mutating func tell(_ list: DraftList) {
    lines.append("Drafts were kept:")
    lines += list.drafts.enumerated().map { index, draft in
      let name = draft.name.isEmpty ? "(no name)" : draft.name
      let columns = Wizard.count(draft.columnCount, "column").map { ", \($0)" } ?? ""
      return "  \(index + 1) \(name), \(draft.type)\(columns), kept at \(draft.savedAt.rfc3339)"
    }
  }

  // MARK: Answers

  mutating func answerOverlay(_ line: String) -> [Effect] {
    let answer = line.lowercased()
    switch wizard.overlay {
    case .confirm:
      guard ["y", "yes", "n", "no"].contains(answer) else { return [] }
      return wizard.handle(.key(.character(answer.hasPrefix("y") ? "y" : "n")))
    case .fileName(let prompt):
      guard !line.isEmpty else { return wizard.handle(.key(.escape)) }
      wizard.overlay = .fileName(FileNamePrompt(purpose: prompt.purpose, editor: LineEditor(line)))
      return wizard.handle(.key(.enter))
    case .exports(var list):
      guard let number = Int(line), ExportForm.allCases.indices.contains(number - 1) else {
        return line.isEmpty ? wizard.handle(.key(.escape)) : []
      }
      list.selected = number - 1
      wizard.overlay = .exports(list)
      return wizard.handle(.key(.enter))
    case .proposal: return answerProposal(answer)
    case .verdict(let verdict):
      if answer == "a", verdict.canAsk { return wizard.handle(.key(.character("a"))) }
      return line.isEmpty ? wizard.handle(.key(.enter)) : []
    case .result:
      if line.isEmpty { return wizard.handle(.key(.enter)) }
      return answer == "b" ? wizard.handle(.key(.escape)) : []
    case .drafts(let list): return self.answer(answer, to: list)
    default: return []
    }
  }

  private mutating func answerProposal(_ answer: String) -> [Effect] {
    switch answer {
    case "y", "yes":
      let effects = wizard.handle(.key(.enter))
      // The columns have just been told: on to what follows them.
      wizard.act { $0.focus(.addField) }
      return effects
    case "n", "no": return wizard.handle(.key(.escape))
    case "t": return wizard.handle(.key(.character("t")))
    default: return []
    }
  }

  private mutating func answer(_ answer: String, to list: DraftList) -> [Effect] {
    if list.asksToDelete {
      return wizard.handle(.key(.character(answer.hasPrefix("y") ? "y" : "n")))
    }
    if answer == "n" { return wizard.handle(.key(.escape)) }
    let deletes = answer.hasPrefix("d")
    let digits = deletes ? answer.dropFirst().drop { $0 == " " } : answer[...]
    guard let number = Int(digits), list.drafts.indices.contains(number - 1) else { return [] }
    var chosen = list
    chosen.selected = number - 1
    wizard.overlay = .drafts(chosen)
    return wizard.handle(.key(deletes ? .delete : .enter))
  }
}
