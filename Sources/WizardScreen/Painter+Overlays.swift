import SinkExport
import SinkSpec
import Surface
import WizardFlow

extension Painter {
  /// A box in front of the form.
  struct Box {
    var title: String
    var lines: [(String, Style)]
    var footer: String
    /// The first line shown, when there are more than fit.
    var scroll = 0
    /// The line that has the focus, kept in sight.
    var selected: Int?
    /// What the mouse points at on a line, where that is anything.
    var targets: [Int: Target] = [:]
    /// What of a line is marked, in columns.
    var marks: [Int: Range<Int>] = [:]
  }

  mutating func paintOverlay() {
    let width = layout.boxWidth
    // What is behind a box cannot be pointed at.
    if wizard.overlay != nil { target = nil }
    switch wizard.overlay {
    case .help(let scroll): paint(helpBox(scroll, width), width: width)
    case .choices(let list), .marked(let list): paint(choiceBox(list, width), width: width)
    case .exports(let list): paint(exportBox(list, width), width: width)
    case .confirm(let question): paint(confirmBox(question, width), width: width)
    case .submitting(let submitting): paint(submittingBox(submitting, width), width: width)
    case .verdict(let verdict): paint(verdictBox(verdict, width), width: width)
    case .result(let scroll): paint(resultBox(scroll, width), width: width)
    case .fileName(let prompt): paint(prompt, width: width)
    case .report(let report): paint(reportBox(report, width), width: width)
    case .sampling(let reading): paint(samplingBox(reading, width), width: width)
    case .proposal(let review): paint(proposalBox(review, width), width: width)
    case .drafts(let list): paint(draftBox(list, width), width: width)
    case nil: return
    }
  }

  private func helpBox(_ scroll: Int, _ width: Int) -> Box {
    let lines: [(String, Style)] = wizard.helpLines.flatMap { line in
      line.wrapped(width: width).map { ($0, line.isHeading ? .heading : .plain) }
    }
    return Box(
      title: "Help · \(wizard.step.title)", lines: lines, footer: "↑ ↓ scroll · Esc close",
      scroll: scroll)
  }

  private func choiceBox(_ list: ChoiceList, _ width: Int) -> Box {
    let shown = list.shown
    let lines: [(String, Style)] = shown.enumerated().map { index, option in
      let mark = index == list.selected ? "▸ " : "  "
      let name = list.name(of: option).padded(to: 17)
      let help = option.value == nil && !option.help.isEmpty ? "(\(option.help))" : option.help
      return (mark + name + help, index == list.selected ? .accent.reversed : .plain)
    }
    let filter = list.filter.isEmpty ? "type to filter" : "filter: \(list.filter)"
    let found = lines.isEmpty ? [("no value has these letters", .dim)] : lines
    // The box stays where it is while the filter leaves less and less.
    let blanks = Array(
      repeating: ("", Style.plain), count: max(0, list.options.count - found.count))
    var box = Box(
      title: "\(list.title) · \(filter)", lines: found + blanks,
      footer: "↑ ↓ choose · Enter accept · Esc close", selected: list.selected)
    box.targets = Self.options(shown.count)
    for (line, option) in shown.enumerated() {
      // Two columns come before the name.
      box.marks[line] = list.letters(in: option).map { $0.lowerBound + 2..<$0.upperBound + 2 }
    }
    return box
  }

  /// Lines that can be chosen, one below another.
  static func options(_ count: Int) -> [Int: Target] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, .option($0)) })
  }

  /// The forms, and the beginning of what the chosen one looks like.
  private func exportBox(_ list: ExportList, _ width: Int) -> Box {
    let forms: [(String, Style)] = ExportForm.allCases.map { form in
      let isSelected = form == list.form
      let name = (isSelected ? "▸ " : "  ") + form.title.padded(to: 11)
      return (name + form.help, isSelected ? .accent.reversed : .plain)
    }
    let text = wizard.export(list.form, secrets: .referenced)
    let room = max(1, layout.overlayHeight - forms.count - 1)
    let lines = text.split(separator: "\n", maxSplits: room, omittingEmptySubsequences: false)
      .prefix(room).map { (String($0), Style.dim) }
    let warning: [(String, Style)] =
      wizard.settings.showsSecrets
      ? [("Enter writes the secrets as they are (--show-secrets); c copies references.", .warning)]
      : []
    return Box(
      title: "Export the request", lines: forms + warning + [("", .plain)] + lines,
      footer: "↑ ↓ choose · Enter to a file · c copy · Esc close",
      targets: Self.options(forms.count))
  }

  private func confirmBox(_ question: Question, _ width: Int) -> Box {
    let text: [(String, Style)] = TextWrap.lines(question.text, width: width).map { ($0, .plain) }
    return Box(
      title: "Sure?",
      lines: text + [
        ("", .plain), ("y  \(question.yes)", .accent.bold), ("n  \(question.no)", .accent.bold),
      ],
      footer: "y or n",
      targets: [
        text.count + 1: .key(.character("y")), text.count + 2: .key(.character("n")),
      ])
  }

  private func reportBox(_ report: FileReport, _ width: Int) -> Box {
    let lines = report.wrapped(width: width).map { line in
      (line.text, line.severity.map { IssueMark($0).style } ?? .plain)
    }
    return Box(
      title: report.name, lines: lines, footer: "↑ ↓ scroll · Enter go on to the form",
      scroll: report.scroll)
  }

  /// The keys of a box; those that close it can be clicked.
  private mutating func paintFooter(_ footer: String, row: Int, _ columns: Range<Int>) {
    var column = columns.lowerBound
    for (index, part) in footer.split(separator: " · ").enumerated() {
      let text = (index == 0 ? " " : "· ") + part + " "
      let end = canvas.write(
        text, row: row, column: column, style: .dim, limit: columns.upperBound)
      if part.hasPrefix("Enter ") { aim(.key(.enter), row: row, column..<end) }
      if part.hasPrefix("Esc ") { aim(.key(.escape), row: row, column..<end) }
      column = end
    }
  }

  private mutating func paint(_ prompt: FileNamePrompt, width: Int) {
    let title =
      switch prompt.purpose {
      case .open: "Open a payload from"
      case .importSchema: "Import columns from a schema file"
      case .sample: "Columns from sample events in"
      case .save(.json): "Save the payload to"
      case .save(let form): "Save as \(form.title) to"
      }
    let problem: [(String, Style)] =
      prompt.problem
      .map { TextWrap.lines($0, width: width).map { ($0, .error) } } ?? []
    let place = paint(
      Box(title: title, lines: [("", .plain)] + problem, footer: "Enter accept · Esc close"),
      width: width)
    paint(prompt.editor, nil, row: place.row, place.column..<place.column + width)
  }

  /// Paints a box in the middle of the body, and says where its first line stands.
  @discardableResult
  private mutating func paint(_ box: Box, width: Int) -> Canvas.Point {
    let height = min(box.lines.count, layout.overlayHeight)
    let top = max(1, (layout.rows - height - 4) / 2)
    let left = (layout.columns - width - 4) / 2
    let right = left + width + 3
    let bar = String(repeating: "─", count: width + 2)
    aim(.box, rows: top..<top + height + 2, left..<right + 1)
    canvas.write("┌\(bar)┐", row: top, column: left, style: .accent)
    canvas.write(
      " \(TextWrap.shortened(box.title, width: width - 2)) ", row: top, column: left + 2,
      style: .accent.bold)
    let last = max(0, box.lines.count - height)
    var first = min(box.scroll, last)
    if let selected = box.selected, selected >= first + height { first = selected - height + 1 }
    for offset in 0..<height {
      let row = top + 1 + offset
      canvas.write("│", row: row, column: left, style: .accent)
      canvas.fill(row: row, from: left + 1, to: right)
      let (text, style) = box.lines[first + offset]
      canvas.write(
        TextWrap.shortened(text, width: width), row: row, column: left + 2, style: style,
        limit: right)
      canvas.write("│", row: row, column: right, style: .accent)
      if let target = box.targets[first + offset] { aim(target, row: row, left + 1..<right) }
      if let mark = box.marks[first + offset] {
        canvas.restyle(row: row, from: left + 2 + mark.lowerBound, to: left + 2 + mark.upperBound) {
          $0.isUnderlined = true
          $0.isBold = true
        }
      }
    }
    let bottom = top + height + 1
    canvas.write("└\(bar)┘", row: bottom, column: left, style: .accent)
    let more = last > 0 ? " \(first + 1)–\(first + height) of \(box.lines.count) ·" : ""
    let end = canvas.write(more, row: bottom, column: left + 2, style: .dim, limit: right)
    paintFooter(box.footer, row: bottom, end..<right)
    canvas.cursor = nil
    return Canvas.Point(row: top + 1, column: left + 2)
  }
}
