import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The steps in the first line, each at a fixed position with its state.
struct StepsBar: ScreenPart {
  private let marks: [StepMark]
  private let current: Step
  /// The account of the URL, shortened.
  private let account: String
  /// The label of the sandbox; empty if the sink is created at a real endpoint.
  private let sandbox: String
  private let signs: Signs
  private let row: Int
  let columns: Range<Int>

  var rows: Range<Int> { row..<row + 1 }

  init(of wizard: borrowing Wizard, in layout: Layout) {
    var marks: [StepMark] = []
    for step in Step.allCases { marks.append(StepMark(step, in: wizard)) }
    self.marks = marks
    current = wizard.step
    let account = wizard.draft["/account_id"].text
    self.account =
      account.isEmpty ? "" : "account " + TextWrap.shortenedInside(account, width: 9)
    sandbox = wizard.isInSandbox ? "sandbox" : ""
    signs = wizard.display.signs
    row = layout.stepsRow
    columns = 0..<layout.columns
  }

  /// The level of detail of the line.
  private struct Detail {
    /// Whether every step has its title, or only the current one.
    let hasTitles: Bool
    /// The number of columns for a count next to the sign.
    let countWidth: Int
    let product: String
    /// The account and the sandbox, at the end of the line.
    let place: String
  }

  /// The most detailed steps that fit.
  private var detail: Detail {
    let place = [account, sandbox].filter { !$0.isEmpty }.joined(separator: " · ")
    let details = [
      Detail(hasTitles: true, countWidth: 4, product: " sinkwizard ", place: place),
      Detail(hasTitles: true, countWidth: 4, product: " sinkwizard ", place: sandbox),
      Detail(hasTitles: true, countWidth: 3, product: "", place: sandbox),
      Detail(hasTitles: true, countWidth: 3, product: "", place: ""),
      Detail(hasTitles: true, countWidth: 0, product: "", place: ""),
      Detail(hasTitles: false, countWidth: 4, product: "", place: sandbox),
    ]
    let least = Detail(hasTitles: false, countWidth: 4, product: "", place: "")
    return details.first { detail in
      let width = Step.allCases.reduce(1) { $0 + self.width(of: $1, detail) + 1 }
      let rest = detail.place.isEmpty ? 0 : TerminalText.width(of: detail.place) + 2
      return detail.product.count + width + rest <= columns.count
    } ?? least
  }

  /// The label of the sandbox if this line has no room for it.
  var missingPlace: String { detail.place.hasSuffix(sandbox) ? "" : sandbox }

  func paint(on sheet: inout Sheet) {
    let detail = detail
    var column = sheet.canvas.write(detail.product, row: row, column: 0, style: .heading)
    for (step, mark) in zip(Step.allCases, marks) {
      let end = column + width(of: step, detail) + 1
      paint(step, mark, detail, column: column, on: &sheet)
      sheet.markTarget(.step(step), row: row, column..<end)
      column = end
    }
    let start = columns.upperBound - TerminalText.width(of: detail.place) - 1
    sheet.canvas.write(detail.place, row: row, column: start, style: .dim)
  }

  /// Returns the width of a step without the brackets around it.
  private func width(of step: Step, _ detail: Detail) -> Int {
    guard detail.hasTitles || step == current else { return 1 + signs.width }
    return 3 + step.title.count + signs.width + detail.countWidth
  }

  /// Paints a step; brackets mark the current one even without colour.
  private func paint(
    _ step: Step, _ mark: StepMark, _ detail: Detail, column: Int, on sheet: inout Sheet
  ) {
    let isCurrent = step == current
    let style: Style = isCurrent ? .accent.bold : mark.style
    let markStyle = isCurrent ? mark.style.bold : mark.style
    if isCurrent { sheet.canvas.write("[", row: row, column: column, style: style) }
    let end = column + 1 + width(of: step, detail)
    guard detail.hasTitles || isCurrent else {
      sheet.canvas.write("\(step.number)\(mark.sign)", row: row, column: column + 1, style: style)
      return
    }
    var next = sheet.canvas.write(
      "\(step.number) \(step.title) ", row: row, column: column + 1, style: style)
    next = sheet.canvas.write(mark.sign, row: row, column: next, style: markStyle)
    let count = (detail.countWidth > 3 ? " " : "") + mark.count
    if count.count <= end - next {
      sheet.canvas.write(count, row: row, column: next, style: markStyle)
    }
    if isCurrent { sheet.canvas.write("]", row: row, column: end, style: style) }
  }
}

/// The mark of a step's state: a sign, and how many values it concerns.
struct StepMark: Equatable {
  let sign: String
  let count: String
  let style: Style

  init(_ step: Step, in wizard: borrowing Wizard) {
    let state = wizard.state(of: step)
    let signs = wizard.display.signs
    let isCurrent = step == wizard.step
    let isHeldBack = step == .review ? wizard.isHeldBack : false
    let isOpen =
      state.unfilled > 0 || state.toDo > 0 || step == .review && !state.isVisited || isHeldBack
    if state.errors > 0 {
      (sign, count, style) = (signs.error, "\(state.errors)", .error)
    } else if isOpen {
      sign = isCurrent ? signs.current : signs.toDo
      count =
        state.unfilled > 0 && state.requiredTotal > 1
        ? "\(state.requiredTotal - state.unfilled)/\(state.requiredTotal)"
        : state.toDo > 0 && state.requiredTotal == 0 ? "\(state.toDo)" : ""
      style = isCurrent ? .accent : .plain
    } else if state.warnings > 0 {
      (sign, count, style) = (signs.warning, "\(state.warnings)", .warning)
    } else {
      (sign, count, style) = (signs.success, "", .success)
    }
  }
}

extension Wizard {
  /// Whether something other than its values prevents the sink from being created.
  fileprivate var isHeldBack: Bool { isKeptFromSending || hasFailedCheck }
}
