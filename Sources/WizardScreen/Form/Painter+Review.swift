import CloudflareAPI
import Screen
import SinkExport
import SinkSpec
import Wizard

/// The rows of the review: summary and checklist, issues, and actions.
extension Painter {
  mutating func paint(_ line: ReviewLine, row: Int, _ columns: Range<Int>) {
    let left = columns.lowerBound + 1
    let style: Style =
      switch line.status {
      case .text: .plain
      case .ok: .success
      case .warning: .warning
      case .failed: .error
      case .unknown: .dim
      }
    guard line.status != .text else {
      return _ = sheet.canvas.write(line.text, row: row, column: left, limit: columns.upperBound)
    }
    if !line.isContinuation {
      sheet.canvas.write(sign(of: line.status), row: row, column: left + 1, style: style)
    }
    let hint = line.hasRepair ? "  Enter repairs" : ""
    let text =
      TextWrap.shortened(
        line.subject.padded(to: ReviewLine.subjectWidth) + line.text,
        width: columns.count - 4 - hint.count) + hint
    sheet.canvas.write(
      text, row: row, column: left + 3, style: line.status == .unknown ? .dim : .plain,
      limit: columns.upperBound)
  }

  private func sign(of status: ReviewLine.Status) -> String {
    status == .failed ? signs.error : status.sign
  }

  mutating func paintIssue(_ index: Int, row: Int, _ columns: Range<Int>) {
    guard let issue = wizard.reviewIssue(index) else { return }
    let mark = IssueMark(issue.severity, signs)
    let left = columns.lowerBound
    sheet.canvas.write(mark.symbol, row: row, column: left + 2, style: mark.style)
    let start = left + 3 + signs.width
    let name = wizard.name(of: issue)
    let text = TextWrap.shortened(
      "\(name): \(issue.message)", width: columns.upperBound - 1 - start)
    sheet.canvas.write(text, row: row, column: start)
  }

  mutating func paint(
    _ action: ReviewAction, row: Int, _ columns: Range<Int>, _ isFocused: Bool
  ) {
    let (label, help) = texts(of: action)
    let left = columns.lowerBound
    sheet.canvas.write(
      label, row: row, column: left + 2, style: buttonStyle(of: action, isFocused))
    sheet.canvas.write(
      TextWrap.shortened(help, width: actionHelpWidth(columns)), row: row, column: left + 18,
      style: .dim)
  }

  /// The width for the help next to a button.
  private func actionHelpWidth(_ columns: Range<Int>) -> Int { columns.count - 19 }

  /// Returns the help of an action if it does not fit next to its button.
  func hiddenHelp(of action: ReviewAction) -> String? {
    guard let columns = layout.form?.columns else { return nil }
    let help = texts(of: action).help
    return TerminalText.width(of: help) > actionHelpWidth(columns) ? help : nil
  }

  private func texts(of action: ReviewAction) -> (label: String, help: String) {
    switch action {
    case .submit where wizard.isCreated:
      ("[ Show sink ]", "ID \(wizard.submission.created?.id ?? "")")
    case .submit: ("[ Create sink ]", submitHelp)
    case .finish where wizard.isCreated, .leave where wizard.isCreated:
      (action == .finish ? "[ Print JSON ]" : "[ Quit ]", "prints the created sink")
    case .finish: ("[ Print JSON ]", "the payload goes to \(wizard.settings.destination)")
    case .save: ("[ Save ]", "the payload goes to a file you name")
    case .export: ("[ Export ]", Self.exportHelp)
    case .copy: ("[ Copy ]", "the request goes to the terminal's clipboard")
    case .leave: ("[ Quit ]", "without printing it")
    }
  }

  private static let exportHelp =
    "as " + ExportForm.allCases.map(\.title).listed(with: "or")

  /// Returns the style of a button: the primary one is filled, or dim while it is unavailable.
  private func buttonStyle(of action: ReviewAction, _ isFocused: Bool) -> Style {
    guard action == wizard.primaryAction else { return isFocused ? .accent.bold : .accent }
    let canAct = action == .finish || wizard.sendingObstacle == nil
    return canAct ? .accent.bold.on(.filled) : .dim
  }

  var submitHelp: String {
    if let needs = wizard.submissionNeeds { return needs }
    guard case .available(let target) = wizard.settings.target else { return "" }
    return "at \(target)"
  }
}
