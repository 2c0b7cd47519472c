/// The original state of a column proposed by a schema file or inferred from sample events.
///
/// Immutable. A class, so that copies of the column share it.
final class ColumnOrigin: Hashable, Sendable {
  let name: Entry
  let type: Entry
  let diagnostics: [Diagnostic]
  let evidence: ColumnEvidence?

  init(name: Entry, type: Entry, diagnostics: [Diagnostic], evidence: ColumnEvidence?) {
    self.name = name
    self.type = type
    self.diagnostics = diagnostics
    self.evidence = evidence
  }

  static func == (one: ColumnOrigin, other: ColumnOrigin) -> Bool {
    one === other
      || one.name == other.name && one.type == other.type && one.diagnostics == other.diagnostics
        && one.evidence == other.evidence
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(type)
  }
}

extension SchemaField {
  /// The diagnostics of the proposed column; empty once its name or type has changed.
  package var diagnostics: [Diagnostic] {
    get { hasOriginalType && origin?.name == name ? origin?.diagnostics ?? [] : [] }
    set { setOrigin(diagnostics: newValue, evidence: evidence) }
  }

  /// The evidence from sample events.
  package var evidence: ColumnEvidence? {
    get { origin?.evidence }
    set { setOrigin(diagnostics: diagnostics, evidence: newValue) }
  }

  /// Example values from sample events, as JSON text; empty once the type has changed.
  var examples: [String] { hasOriginalType ? evidence?.examples ?? [] : [] }

  private var hasOriginalType: Bool { origin?.type == type }

  private mutating func setOrigin(diagnostics: [Diagnostic], evidence: ColumnEvidence?) {
    origin =
      diagnostics.isEmpty && evidence == nil
      ? nil : ColumnOrigin(name: name, type: type, diagnostics: diagnostics, evidence: evidence)
  }
}

/// A message about a proposed column, such as a type without a counterpart.
package struct Diagnostic: Hashable, Sendable {
  package let severity: Severity
  /// The message, as a sentence without a full stop.
  package let text: String
  /// The sentence without numbers and names, shared by all columns with the same problem.
  package let group: String

  package init(_ severity: Severity, _ text: String, group: String? = nil) {
    self.severity = severity
    self.text = text
    self.group = group ?? text
  }
}
