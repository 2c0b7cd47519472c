import SinkSpec
import Wizard

/// Totals over all payloads.
struct CheckCounts {
  private var payloads = 0
  private var invalid = 0
  private var unreadable = 0
  private var issues: [Severity: Int] = [:]

  mutating func add(_ result: CheckResult) {
    payloads += 1
    if result.problem != nil { unreadable += 1 } else if !result.isValid { invalid += 1 }
    for issue in result.issues { issues[issue.severity, default: 0] += 1 }
  }

  /// The summary line: the number of payloads and of issues by severity.
  var sentence: String {
    let validated = payloads - unreadable
    var parts = [Wizard.count(validated, "payload") ?? "no payload"]
    if invalid > 0 { parts.append("\(Count.digits(of: invalid)) not valid") }
    if unreadable > 0 { parts.append("\(Wizard.count(unreadable, "file") ?? "") not read") }
    let found = Severity.allCases.reversed().map {
      Wizard.count(issues[$0] ?? 0, $0.rawValue) ?? "no \($0.rawValue)s"
    }
    return parts.joined(separator: ", ") + ": " + found.joined(separator: ", ")
  }

  /// The exit status; nil if every payload is valid.
  var status: ExitStatus? {
    if unreadable > 0 { return .unreadable }
    return invalid > 0 ? .invalid : nil
  }
}
