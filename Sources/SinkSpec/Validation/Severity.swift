/// How much an issue weighs: errors are the reference's rules, warnings and notes are advice.
package enum Severity: String, Comparable, CaseIterable, Sendable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
