/// A validation rule of a parameter.
package struct Rule: Sendable {
  /// The rule's stable name, as printed in machine-readable output.
  package let name: String
  package let source: RuleSource
  package let severity: Severity
  /// The requirement, for the parameter reference.
  package let summary: String
  /// The allowed length in code points, if the rule checks only the length; otherwise nil.
  package let length: ClosedRange<Int>?
  /// Checks a value of the parameter's type and returns a finding if it is invalid.
  package let check: @Sendable (RuleInput) -> Finding?

  package init(
    _ name: String, _ source: RuleSource, severity: Severity? = nil, _ summary: String,
    length: ClosedRange<Int>? = nil,
    check: @escaping @Sendable (RuleInput) -> Finding?
  ) {
    self.name = name
    self.source = source
    self.severity = severity ?? source.severity
    self.summary = summary
    self.length = length
    self.check = check
  }
}

/// The input of a rule: the value and the rest of the request.
package struct RuleInput: Sendable {
  /// The string, or the number's literal.
  package let text: String
  /// The number, if the parameter is numeric, or the number of a list's elements.
  package let number: UInt64?
  /// The members of an object as `name=literal`; empty for other values.
  package let members: Set<String>
  package let context: RequestContext
}

/// The origin of a rule, which determines its severity.
package enum RuleSource: String, Sendable {
  /// The API reference.
  case reference
  /// wrangler, Cloudflare's own client, which rejects violations.
  case wrangler
  /// Cloudflare's documentation other than the API reference.
  case documentation
  /// The engine's source code or user reports.
  case observed

  package var severity: Severity {
    switch self {
    case .reference: .error
    case .wrangler, .documentation: .warning
    case .observed: .note
    }
  }
}
