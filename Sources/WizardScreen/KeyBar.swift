import Screen
import Wizard

/// The last line: the notice, or the keys that work at the focus.
struct KeyBar: ScreenPart {
  private enum Content: Equatable {
    case notice(String)
    case keys(Footer)
  }

  private let content: Content
  /// Whether keys that would leave no room for the next issue are omitted.
  private let keepsNextIssue: Bool
  private let row: Int
  let columns: Range<Int>

  var rows: Range<Int> { row..<row + 1 }

  init(of wizard: borrowing Wizard, in layout: Layout) {
    if let notice = wizard.notice {
      content = .notice(notice.text(for: .screen))
    } else {
      content = .keys(wizard.footer)
    }
    keepsNextIssue = !wizard.requestPane.hasFocus
    row = layout.rows - 1
    columns = 0..<layout.columns
  }

  func paint(on sheet: inout Sheet) {
    switch content {
    case .notice(let text):
      sheet.canvas.write(
        TextWrap.shortened(text, width: columns.count - 2), row: row, column: 1,
        style: .accent.bold)
    case .keys(let footer): paint(footer.items, on: &sheet)
    }
  }

  private func paint(_ items: [FooterItem], on sheet: inout Sheet) {
    var items = items
    // The help key is always last, regardless of the remaining width.
    guard let help = items.firstIndex(where: { $0.command == .help }) else { return }
    let last = items.remove(at: help)
    let end = columns.upperBound - 1 - width(of: last)
    let nextIssue = keepsNextIssue ? items.first { $0.command == .nextIssue } : nil
    var reserved = nextIssue.map { width(of: $0) + 2 } ?? 0
    var column = 1
    for item in items {
      if item.command == .nextIssue { reserved = 0 }
      guard column + width(of: item) + 2 + reserved < end else { continue }
      column = paint(item, column: column, on: &sheet) + 2
    }
    _ = paint(last, column: end, on: &sheet)
  }

  private func width(of item: FooterItem) -> Int {
    TerminalText.width(of: item.label) + 1 + TerminalText.width(of: item.text)
  }

  private func paint(_ item: FooterItem, column: Int, on sheet: inout Sheet) -> Int {
    let next = sheet.canvas.write(item.label, row: row, column: column, style: .accent.bold)
    let end = sheet.canvas.write(" \(item.text)", row: row, column: next)
    if let command = item.command { sheet.markTarget(.command(command), row: row, column..<end) }
    return end
  }
}
