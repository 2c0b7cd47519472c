/// The severity of an issue: errors violate the API reference, warnings and notes are advice.
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
