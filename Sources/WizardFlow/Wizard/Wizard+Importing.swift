import SinkSpec
import Surface

/// Columns from schema files and from sample events: looked over before they are taken.
extension Wizard {
  /// Shows what proposed columns would change.
  mutating func propose(_ proposal: SchemaProposal, from name: String) {
    overlay = .proposal(
      ProposalReview(name: name, proposal, replacing: draft.fields.map(\.proposed)))
  }

  mutating func handle(_ key: Key, in review: ProposalReview) {
    var review = review
    let page = max(1, layout.overlayHeight - ProposalReview.detailHeight - 2)
    switch key {
    case .escape, .control("c"):
      overlay = nil
      notice = .importDiscarded
      return
    case .enter: return take(review)
    case .down, .tab, .control("n"): review.select(review.selected + 1)
    case .up, .backTab, .control("p"): review.select(review.selected - 1)
    case .pageDown: review.select(review.selected + page)
    case .pageUp: review.select(review.selected - page)
    case .home: review.select(0)
    case .end: review.select(review.lineCount - 1)
    case .character("t"): review.toggleAllTimes()
    case .character(" "): review.toggleTime()
    default: return
    }
    overlay = .proposal(review)
  }

  private mutating func take(_ review: ProposalReview) {
    overlay = nil
    // A column with its evidence is some hundred bytes.
    history.record(moment, weight: draft.fields.count * 500)
    draft.takeColumns(review.proposal.columns)
    notice = .imported(draft.fields.count, name: review.name)
    enter(.schema)
    rows = makeRows()
    focus(draft.fields.first.map { .field($0.id, .name) } ?? .addField)
  }

  // MARK: Sample events

  mutating func startSampling(_ name: String) -> [Effect] {
    overlay = .sampling(SampleReading(name: name))
    return [.sample(name: name)]
  }

  mutating func handle(_ key: Key, while reading: SampleReading) -> [Effect] {
    guard [.escape, .control("c")].contains(key), !reading.isStopping else { return [] }
    var reading = reading
    reading.isStopping = true
    overlay = .sampling(reading)
    return [.stopSampling]
  }

  mutating func sampling(_ progress: SampleProgress) {
    guard case .sampling(var reading) = overlay else { return }
    reading.progress = progress
    overlay = .sampling(reading)
  }

  mutating func sampled(_ name: String, _ result: Result<SchemaProposal, FileProblem>) {
    guard case .sampling = overlay else { return }
    switch result {
    case .success(let proposal): propose(proposal, from: name)
    case .failure(let problem): promptAgain(.sample, name, problem)
    }
  }
}

extension ProposalReview {
  /// The lines that tell of the focused column, below the list.
  package static let detailHeight = 4
}
