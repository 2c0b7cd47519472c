import SinkSpec

/// The number of issues by severity.
struct IssueTotals: Equatable, Sendable {
  private var errors = 0
  private var warnings = 0
  private var notes = 0
  /// The number of issues that further typing could resolve; they are shown once their item is
  /// touched.
  private(set) var tentative = 0

  init() {}

  init(_ issues: some Sequence<Issue>) {
    for issue in issues {
      switch issue.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
      if issue.isTentative { tentative += 1 }
    }
  }

  var count: Int { errors + warnings + notes }

  subscript(severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  static func += (one: inout IssueTotals, other: IssueTotals) {
    one.errors += other.errors
    one.warnings += other.warnings
    one.notes += other.notes
    one.tentative += other.tentative
  }
}

extension Issue {
  var isTentative: Bool { !reportsWhileTyping || isMissing }
}
