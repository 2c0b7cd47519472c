/// What a column was proposed as, by a schema file or by sample events.
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
  /// What is to be known of the column as it was proposed; nothing once its name or type is another.
  package var diagnostics: [Diagnostic] {
    get { hasOriginalType && origin?.name == name ? origin?.diagnostics ?? [] : [] }
    set { setOrigin(diagnostics: newValue, evidence: evidence) }
  }

  /// What sample events showed of the column.
  package var evidence: ColumnEvidence? {
    get { origin?.evidence }
    set { setOrigin(diagnostics: diagnostics, evidence: newValue) }
  }

  /// The values that sample events had, as JSON text, unless it has another type by now.
  var examples: [String] { hasOriginalType ? evidence?.examples ?? [] : [] }

  private var hasOriginalType: Bool { origin?.type == type }

  private mutating func setOrigin(diagnostics: [Diagnostic], evidence: ColumnEvidence?) {
    origin =
      diagnostics.isEmpty && evidence == nil
      ? nil : ColumnOrigin(name: name, type: type, diagnostics: diagnostics, evidence: evidence)
  }
}
