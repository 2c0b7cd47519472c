import Screen
import Wizard

/// The size and position of a box, computed to fit its content.
struct BoxFrame {
  /// The lines between the borders.
  let pane: Layout.Pane
  /// The columns of the text.
  let text: Range<Int>
  /// The number of visible lines of the box's content.
  let lineCount: Int
  /// Whether the buttons are one below the other.
  let stacksButtons: Bool
  /// The rows of the footer; the last one is in the lower border.
  let footer: [[FooterItem]]

  var top: Int { pane.top }
  var bottom: Int { pane.bottom }

  /// Places a box on the screen.
  ///
  /// - Parameters:
  ///   - box: The content.
  ///   - footer: The items of the footer.
  ///   - layout: The screen.
  ///   - field: The position of the focused value; `nil` if it is not visible.
  init(_ box: OverlayBox, footer: [FooterItem], in layout: Layout, at field: Canvas.Point?) {
    let widest = box.isWide ? layout.wideBoxWidth : layout.boxWidth
    let title = TerminalText.width(of: box.title) + 4
    let needed = [
      box.lines.map(\.width).max() ?? 0, title, box.leastWidth, Self.width(of: footer),
      box.buttonsWidth, 24,
    ]
    let width = min(widest, needed.max() ?? widest)
    self.footer = Self.rows(of: footer, width: width)
    stacksButtons = box.buttonsWidth > width
    let buttons = box.buttons.isEmpty ? 0 : 1 + (stacksButtons ? box.buttons.count : 1)
    let extra = buttons + self.footer.count - 1
    lineCount = max(0, min(box.lineCount, layout.overlayHeight - buttons))
    let height = lineCount + extra
    let (row, column) = Self.place(
      height: height, width: width, in: layout, at: box.place == .atField ? field : nil)
    pane = Layout.Pane(rows: row + 1..<row + 1 + height, columns: column + 1..<column + 3 + width)
    text = column + 2..<column + 2 + width
  }

  private static func place(
    height: Int, width: Int, in layout: Layout, at field: Canvas.Point?
  ) -> (row: Int, column: Int) {
    guard let field else {
      return (max(1, (layout.rows - height - 2) / 2), (layout.columns - width - 4) / 2)
    }
    // Keep the frames of the panes at the edges of the screen visible.
    let column = max(1, min(field.column - 4, layout.columns - width - 5))
    let isBelow = field.row + height + 3 < layout.rows
    if isBelow { return (field.row + 1, column) }
    let above = field.row - height - 2
    return (above > 0 ? above : max(1, layout.rows - height - 3), column)
  }

  // MARK: Footer

  /// Returns the text of an item of the footer.
  static func text(of item: FooterItem, isFirst: Bool) -> String {
    let label = item.label.isEmpty ? "" : item.label + " "
    return (isFirst ? " " : "· ") + label + item.text + " "
  }

  private static func width(of footer: [FooterItem]) -> Int {
    footer.enumerated().reduce(0) {
      $0 + TerminalText.width(of: text(of: $1.element, isFirst: $1.offset == 0))
    }
  }

  /// Returns the items in rows that fit into the box.
  private static func rows(of footer: [FooterItem], width: Int) -> [[FooterItem]] {
    var rows: [[FooterItem]] = [[]]
    for item in footer {
      let row = rows[rows.count - 1] + [item]
      if row.count > 1, self.width(of: row) > width {
        rows.append([item])
      } else {
        rows[rows.count - 1] = row
      }
    }
    return rows
  }
}
