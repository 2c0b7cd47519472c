import SinkSpec

/// The progress of a step: the issues shown so far, and the required values still missing.
package struct StepState: Hashable, Sendable {
  package internal(set) var errors = 0
  package internal(set) var warnings = 0
  /// The number of required values that have not been visited.
  package internal(set) var toDo = 0
  /// The number of errors that are missing required values.
  package internal(set) var missing = 0
  package internal(set) var notes = 0
  package internal(set) var isVisited = false
  /// The number of required values outside the columns, and how many of them are missing.
  package internal(set) var requiredTotal = 0
  package private(set) var unfilled = 0

  /// The number of required values that are missing.
  package var required: Int { toDo + missing }
  /// The number of issues that are shown, other than missing values.
  package var issues: Int { errors - missing + warnings + notes }

  mutating func count(_ issue: Issue, isShown: Bool) {
    if issue.isMissing { unfilled += 1 }
    switch issue.severity {
    case .error where isShown:
      errors += 1
      if issue.isMissing { missing += 1 }
    case .error where issue.isMissing: toDo += 1
    case .warning where isShown: warnings += 1
    case .note where isShown: notes += 1
    default: break
    }
  }

  /// Subtracts an issue that is not shown yet.
  mutating func hide(_ issue: Issue) {
    switch issue.severity {
    case .error:
      errors -= 1
      if issue.isMissing { toDo += 1 }
    case .warning: warnings -= 1
    case .note: notes -= 1
    }
  }

  /// Adds the counts of another state.
  mutating func add(_ other: StepState) {
    errors += other.errors
    warnings += other.warnings
    toDo += other.toDo
    missing += other.missing
    notes += other.notes
  }
}
