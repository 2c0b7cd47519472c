import Screen
import SinkSpec
import Wizard

extension ProposalReview: PaintableOverlay {
  /// Returns the changes, one per line, and below them the details of the focused one.
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let height = listHeight(in: wizard.layout)
    let top = max(0, min(selected - height / 2, lineCount - height))
    let shown = top..<min(top + height, lineCount)
    var lines = shown.map { line in
      let (text, style) = text(ofLine: line, wizard.display.signs)
      return OverlayBox.Line(
        text, line == selected ? style.on(.filled) : style, target: .option(line))
    }
    lines.append(OverlayBox.Line(String(repeating: "─", count: width), .dim))
    let details = self.details(width, wizard.display.signs).prefix(Self.detailHeight)
    lines += details.map { OverlayBox.Line($0.0, $0.1) }
    lines += Array(repeating: .empty, count: Self.detailHeight - details.count)
    return OverlayBox(title: "\(name): \(summary)", lines: lines, leastWidth: width)
  }

  private func text(ofLine line: Int, _ signs: Signs) -> (String, Style) {
    guard let change = change(onLine: line) else {
      let diagnostic = proposal.diagnostics[line]
      let mark = IssueMark(diagnostic.severity, signs)
      return ("\(mark.symbol) \(diagnostic.text)", mark.style)
    }
    let (sign, style): (String, Style) =
      switch change.kind {
      case _ where isLeft(change): ("·", .dim)
      case .added: ("+", .success)
      case .changed: ("~", .warning)
      case .removed: ("-", .error)
      case .same: (" ", .dim)
      }
    let column = self.column(of: change)
    let severity = column?.diagnostics.map(\.severity).max()
    let mark = severity.map { IssueMark($0, signs).symbol } ?? " "
    let name = String(repeating: "  ", count: min(change.depth, 8)) + change.name
    let words = change.kind == .removed ? "removed, was \(change.detail)" : change.detail
    let detail = isLeft(change) ? "rejected (\(words))" : words
    return ("\(sign)\(mark) \(TextWrap.shortened(name, width: 30).padded(to: 31))\(detail)", style)
  }

  private func details(_ width: Int, _ signs: Signs) -> [(String, Style)] {
    guard let change = change(onLine: selected) else {
      guard proposal.diagnostics.indices.contains(selected) else { return [] }
      let diagnostic = proposal.diagnostics[selected]
      return TextWrap.lines(diagnostic.text, width: width).map { ($0, .plain) }
    }
    guard let column = self.column(of: change) else {
      return [("It is not in \(name).", .plain)]
    }
    let diagnostics = column.diagnostics.flatMap { diagnostic in
      let mark = IssueMark(diagnostic.severity, signs)
      return TextWrap.lines("\(mark.symbol) \(diagnostic.text)", width: width).map {
        ($0, mark.style)
      }
    }
    let evidence = column.evidence.map { evidence in
      TextWrap.lines(evidence.sentence, width: width).map { ($0, Style.plain) }
    }
    return diagnostics + (evidence ?? [])
  }

  /// The number of columns, and of changes.
  private var summary: String {
    let counts = [
      (changes.count(.added), "new"), (changes.count(.changed), "changed"),
      (changes.count(.removed), "removed"), (changes.count(.same), "unchanged"),
    ]
    let words =
      counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      + (leftCount > 0 ? ["\(leftCount) rejected"] : [])
    return ([proposal.source] + [words.isEmpty ? "no columns" : words.joined(separator: ", ")])
      .joined(separator: " · ")
  }
}
