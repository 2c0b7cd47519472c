import CloudflareAPI
import SinkExport
import SinkSpec
import Surface

/// Questions that stand in front of the others until they are answered.
extension Dialogue {
  func prompt(of overlay: Overlay) -> String {
    switch overlay {
    case .confirm: "y or n: "
    case .fileName(let prompt): "\(prompt.purpose.words), or Enter to go back: "
    case .exports, .marked: "Number, or Enter to go back: "
    case .proposal(let review):
      review.offersTimes
        ? "y takes them, n leaves all as it is, t takes numbers as times: "
        : "y takes them, n leaves all as it is: "
    case .verdict(let verdict):
      verdict.canAsk ? "Enter goes on, a asks the account: " : "Enter goes on: "
    case .result:
      hasClipboard
        ? "Enter ends and prints it, c copies it, b goes back: "
        : "Enter ends and prints it, b goes back: "
    case .drafts(let list):
      list.asksToDelete
        ? "Delete it for good? y or n: "
        : "Number to go on with it, n for a new sink, d and a number deletes: "
    case .help, .choices, .submitting, .sampling, .report: ""
    }
  }

  /// Says what an overlay shows, unless it has been said.
  mutating func tellOverlay() {
    let words = words(of: wizard.overlay)
    if case .report? = wizard.overlay { lines += words }
    switch wizard.overlay {
    case .report, .help, .choices:
      // They are told, and there is nothing to answer.
      _ = wizard.handle(.key(.escape))
      return tellNews()
    default: break
    }
    if case .proposal? = wizard.overlay, !toldOverlay.isEmpty {
      // Of a list that has been told only what is another now.
      let told = Set(toldOverlay)
      lines += words.filter { !told.contains($0) }
    } else if words != toldOverlay {
      lines += words
    }
    toldOverlay = words
  }

  private func words(of overlay: Overlay?) -> [String] {
    switch overlay {
    case .confirm(let question):
      [question.text, "  y \(question.yes)", "  n \(question.no)"].map {
        $0.replacing("back to the form", with: "back to the questions")
      }
    case .fileName(let prompt):
      prompt.problem.map { ["\(prompt.editor.text) \($0)"] } ?? []
    case .exports:
      ExportForm.allCases.enumerated().map { "  \($0 + 1) \($1.title): \($1.help)" }
    case .marked(let list): numbered(list.options) { list.name(of: $0) }
    case .submitting(let submitting): [submitting.doing + "; Ctrl-C stops it"]
    case .sampling(let reading):
      ["Reading events from \(reading.name); Ctrl-C stops it and keeps what it saw"]
    case .verdict(let verdict): [verdict.title] + verdict.sentences
    case .result: wordsOfResult
    case .proposal(let review): words(of: review)
    case .drafts(let list): words(of: list)
    case .report(let report):
      [report.name, report.summary]
        + limited(report.lines.map { "  \($0.severity.rawValue): \($0.text)" })
    case .help, .choices, nil: []
    }
  }

  private func limited(_ lines: [String]) -> [String] {
    guard lines.count > Self.manyLines else { return lines }
    return lines.prefix(Self.manyLines) + [
      "  and \(Count.of(lines.count - Self.manyLines, "other"))"
    ]
  }

  private var wordsOfResult: [String] {
    guard let sink = wizard.created else { return [] }
    return ["Created: \(sink.name)", "ID: \(sink.id)"]
      + (wizard.insertion.map { ["A pipeline writes into it with \($0)"] } ?? [])
  }

  private func words(of review: ProposalReview) -> [String] {
    let told = min(review.lineCount, Self.manyLines)
    var words = ["\(review.name): \(review.proposal.source)"]
    for line in 0..<told {
      guard let change = review.change(onLine: line) else {
        let remark = review.proposal.remarks[line]
        words.append("  \(remark.severity.rawValue): \(remark.text)")
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
      words.append("\(indent)\(change.name): \(change.detail), \(word)")
      for remark in review.column(of: change)?.remarks ?? [] {
        words.append("\(indent)  \(remark.severity.rawValue): \(remark.text)")
      }
    }
    if told < review.lineCount {
      words.append("  and \(Count.of(review.lineCount - told, "other"))")
    }
    return words
  }

  private func words(of list: DraftList) -> [String] {
    let drafts = list.asksToDelete ? [list.drafts[list.selected]] : list.drafts
    let title = list.asksToDelete ? [] : ["Drafts were kept:"]
    return title
      + drafts.enumerated().map { index, draft in
        let name = draft.name.isEmpty ? "(no name)" : draft.name
        let columns = Wizard.count(draft.columnCount, "column").map { ", \($0)" } ?? ""
        return
          "  \((list.asksToDelete ? list.selected : index) + 1) \(name), \(draft.type)\(columns), kept at \(draft.savedAt.rfc3339)"
      }
  }

  // MARK: Answers

  mutating func answerOverlay(_ line: String) -> [Effect] {
    let isFileName = if case .fileName? = wizard.overlay { true } else { false }
    switch PlainCommand.read(line) {
    case _ where line == "?", .command(.help, ""):
      toldOverlay = []
      return []
    case .command(.quit, ""): return leave()
    case .command(.back, ""): return goOutOfOverlay()
    case .command, .unknown: if !isFileName { return refuse(line) }
    case .value: break
    }
    return answerOverlay(isFileName ? line : line.trimmingBlanks, line.lowercased())
  }

  /// Says that there is no such answer; the question says what to type.
  private mutating func refuse(_ line: String) -> [Effect] {
    if !line.isEmpty { lines.append("There is no answer \(line) here.") }
    return []
  }

  private mutating func goOutOfOverlay() -> [Effect] {
    wizard.marked = []
    return wizard.handle(.key(.escape))
  }

  private mutating func answerOverlay(_ line: String, _ answer: String) -> [Effect] {
    switch wizard.overlay {
    case .confirm:
      guard ["y", "yes", "n", "no"].contains(answer) else { return refuse(line) }
      return wizard.handle(.key(.character(answer.hasPrefix("y") ? "y" : "n")))
    case .fileName(let prompt):
      guard !line.isEmpty else { return goOutOfOverlay() }
      wizard.overlay = .fileName(FileNamePrompt(purpose: prompt.purpose, editor: LineEditor(line)))
      return wizard.handle(.key(.enter))
    case .exports(var list):
      guard !line.isEmpty else { return goOutOfOverlay() }
      let forms = ExportForm.allCases
      let named = forms.firstIndex { $0.title.lowercased() == answer }
      guard let index = named ?? line.place(among: forms.count) else {
        return refuse(line)
      }
      list.selected = index
      wizard.overlay = .exports(list)
      return wizard.handle(.key(.enter))
    case .marked(let list): return self.answer(line, toChange: list)
    case .proposal: return answerProposal(answer)
    case .verdict(let verdict):
      if answer == "a", verdict.canAsk { return wizard.handle(.key(.character("a"))) }
      return line.isEmpty ? wizard.handle(.key(.enter)) : refuse(line)
    case .result:
      switch answer {
      case "": return wizard.handle(.key(.enter))
      case "b": return wizard.handle(.key(.escape))
      case "c" where hasClipboard: return wizard.handle(.key(.character("c")))
      default: return refuse(line)
      }
    case .drafts(let list): return self.answer(answer, to: list)
    default: return []
    }
  }

  private mutating func answer(_ line: String, toChange list: ChoiceList) -> [Effect] {
    guard !line.isEmpty else { return goOutOfOverlay() }
    switch Choosing(line, of: list.options, nil) {
    case .problem(let sentence): lines.append(sentence)
    case .option(let option):
      var chosen = list
      chosen.selected = list.options.firstIndex(of: option) ?? 0
      wizard.overlay = .marked(chosen)
      press(.enter)
      wizard.marked = []
    }
    return []
  }

  private mutating func answerProposal(_ answer: String) -> [Effect] {
    switch answer {
    case "y", "yes":
      let effects = wizard.handle(.key(.enter))
      // The columns have just been told: on to what follows them.
      let notice = wizard.notice
      wizard.act { $0.focus(.addField) }
      wizard.notice = notice
      return effects
    case "n", "no": return wizard.handle(.key(.escape))
    case "t": return wizard.handle(.key(.character("t")))
    default: return refuse(answer)
    }
  }

  private mutating func answer(_ answer: String, to list: DraftList) -> [Effect] {
    if list.asksToDelete {
      guard ["y", "yes", "n", "no"].contains(answer) else { return refuse(answer) }
      return wizard.handle(.key(.character(answer.hasPrefix("y") ? "y" : "n")))
    }
    if answer == "n" { return wizard.handle(.key(.escape)) }
    let deletes = answer.hasPrefix("d")
    let digits = deletes ? answer.dropFirst().drop { $0 == " " } : answer[...]
    guard let place = String(digits).place(among: list.drafts.count) else {
      return refuse(answer)
    }
    var chosen = list
    chosen.selected = place
    wizard.overlay = .drafts(chosen)
    return wizard.handle(.key(deletes ? .delete : .enter))
  }
}

extension FileNamePrompt.Purpose {
  /// What the name is asked for.
  fileprivate var words: String {
    switch self {
    case .open: "File with a payload"
    case .importSchema: "File with a schema"
    case .sample: "File with sample events"
    case .save(.json): "File to save the payload to"
    case .save(let form): "File to write the request to, as \(form.title)"
    }
  }
}
