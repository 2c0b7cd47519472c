package import CloudflareAPI

/// A line of the review's summary or checklist.
package struct ReviewLine: Hashable, Sendable {
  package enum Status: Hashable, Sendable {
    /// A line of the summary, or an empty one.
    case text
    case ok, warning, failed
    /// It has not been verified.
    case unknown

    /// The sign on the screen.
    package var sign: String {
      switch self {
      case .text: ""
      case .ok: "✓"
      case .warning: "!"
      case .failed: "✗"
      case .unknown: "?"
      }
    }

    /// The word in line mode.
    var word: String {
      switch self {
      case .text: ""
      case .ok: "ok"
      case .warning: "warning"
      case .failed: "failed"
      case .unknown: "not checked"
      }
    }
  }

  /// The width of the subject on the screen.
  package static let subjectWidth = 22

  package internal(set) var status: Status
  /// The subject of the check; empty in the summary.
  package let subject: String
  package let text: String
  /// The account check whose repair or field the line leads to; nil for none.
  package var check: AccountCheck.Subject?
  /// Whether the line continues the text of the previous one.
  package var isContinuation = false
  /// Whether the check has a repair.
  package var hasRepair = false
}
