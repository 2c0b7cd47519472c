import SinkSpec
import Surface
import WizardFlow

/// Sample events being read, and the columns that a file proposes.
extension Painter {
  func samplingBox(_ reading: SampleReading, _ width: Int) -> Box {
    let progress = reading.progress
    var lines: [(String, Style)] = []
    if let fraction = progress?.fraction {
      let bar = width - 6
      let full = Int(Double(bar) * fraction)
      let text =
        String(repeating: "█", count: full) + String(repeating: "░", count: bar - full)
      lines.append(("\(text) \(Int(fraction * 100))%", .accent))
    }
    lines.append((progress?.bytesText ?? "Opening the file", .plain))
    lines.append((progress?.eventsText ?? "", .plain))
    return Box(
      title: "Reading events from \(reading.name)", lines: lines,
      footer: reading.isStopping ? "a moment" : "Esc stop, and keep what was seen")
  }

  /// The changes, one a line, and below them all that is known of the one that has the focus.
  func proposalBox(_ review: ProposalReview, _ width: Int) -> Box {
    let room = layout.overlayHeight - ProposalReview.detailHeight - 1
    let height = max(1, min(room, review.lineCount))
    let top = max(0, min(review.selected - height / 2, review.lineCount - height))
    var lines = (top..<min(top + height, review.lineCount)).map { line in
      let (text, style) = proposalLine(review, line)
      return (text.padded(to: width), line == review.selected ? style.reversed : style)
    }
    lines.append((String(repeating: "─", count: width), .dim))
    let details = proposalDetails(review, width).prefix(ProposalReview.detailHeight)
    lines += details
    lines += Array(
      repeating: ("", .plain), count: ProposalReview.detailHeight - details.count)
    let times = review.offersTimes ? " · t numbers as times" : ""
    let place = review.lineCount > height ? "\(review.selected + 1) of \(review.lineCount) · " : ""
    let shown = top..<min(top + height, review.lineCount)
    return Box(
      title: "\(review.name): \(review.summary)", lines: lines,
      footer: "\(place)Enter take over\(times) · Esc leave as it is",
      targets: Dictionary(uniqueKeysWithValues: shown.map { ($0 - top, .option($0)) }))
  }

  private func proposalLine(_ review: ProposalReview, _ line: Int) -> (String, Style) {
    guard let change = review.change(onLine: line) else {
      let remark = review.proposal.remarks[line]
      let mark = IssueMark(remark.severity)
      return ("\(mark.symbol) \(remark.text)", mark.style)
    }
    let (sign, style): (String, Style) =
      switch change.kind {
      case .added: ("+", .success)
      case .changed: ("~", .warning)
      case .removed: ("-", .error)
      case .same: (" ", .dim)
      }
    let column = review.column(of: change)
    let severity = column?.remarks.map(\.severity).max()
    let mark = severity.map { IssueMark($0).symbol } ?? " "
    let name = String(repeating: "  ", count: min(change.depth, 8)) + change.name
    let detail = change.kind == .removed ? "removed, was \(change.detail)" : change.detail
    return ("\(sign)\(mark) \(TextWrap.shortened(name, width: 30).padded(to: 31))\(detail)", style)
  }

  private func proposalDetails(_ review: ProposalReview, _ width: Int) -> [(String, Style)] {
    guard let change = review.change(onLine: review.selected) else {
      guard review.proposal.remarks.indices.contains(review.selected) else { return [] }
      let remark = review.proposal.remarks[review.selected]
      return TextWrap.lines(remark.text, width: width).map { ($0, .plain) }
    }
    guard let column = review.column(of: change) else {
      return [("It is not in \(review.name).", .plain)]
    }
    let remarks = column.remarks.flatMap { remark in
      let mark = IssueMark(remark.severity)
      return TextWrap.lines("\(mark.symbol) \(remark.text)", width: width).map { ($0, mark.style) }
    }
    let evidence = column.evidence.map { evidence in
      TextWrap.lines(evidence.sentence, width: width).map { ($0, Style.plain) }
    }
    return remarks + (evidence ?? [])
  }
}

extension ProposalReview {
  /// How many columns there are, and how many would change.
  fileprivate var summary: String {
    let counts = [
      (changes.count(.added), "new"), (changes.count(.changed), "changed"),
      (changes.count(.removed), "removed"), (changes.count(.same), "as it is"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return ([proposal.source] + [words.isEmpty ? "no columns" : words.joined(separator: ", ")])
      .joined(separator: " · ")
  }
}
