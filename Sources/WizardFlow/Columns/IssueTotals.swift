import SinkSpec

/// How many issues there are, and what of them is told.
struct IssueTotals: Sendable {
  private(set) var count = 0
  /// What is told and what is not.
  private(set) var state = StepState()
  private var errors = 0
  private var warnings = 0

  subscript(severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: count - errors - warnings
    }
  }

  mutating func count(_ issue: Issue, isSpoken: Bool) {
    count += 1
    if issue.severity == .error { errors += 1 }
    if issue.severity == .warning { warnings += 1 }
    state.count(issue, isSpoken: isSpoken)
  }

  /// Adds what another counts.
  mutating func add(_ other: IssueTotals) {
    guard other.count > 0 else { return }
    count += other.count
    errors += other.errors
    warnings += other.warnings
    state.add(other.state)
  }
}
