package import SinkSpec

/// A sample event in the place of the request, and what the format makes of a column.
extension Wizard {
  /// The sample event with its row; nil while the request is shown.
  package var sample: SampleLines? {
    guard requestPane.showsSampleEvent, step == .schema else { return nil }
    return SampleLines(
      of: draft.fields, focused: focusedPath?.top, facts: draftValidation.facts, at: now)
  }

  private var focusedPath: FieldPath? { item?.fieldID.flatMap { draft.path(of: $0) } }

  /// The type that the focused column is stored as, and the form: `Parquet`, `INT64 · SQL BIGINT`.
  package var storedType: (form: String, type: String)? {
    guard step == .schema, let field = focusedPath.flatMap({ draft.field(at: $0) }),
      let form = StoredForm(draftValidation.facts), let type = form.type(of: field)
    else { return nil }
    let sql = field.sqlType.map { " · SQL \($0)" } ?? ""
    return (form.title, type + sql)
  }

  /// What sample events showed of the focused column.
  package var focusedEvidence: ColumnEvidence? {
    step == .schema ? focusedPath.flatMap { draft.field(at: $0) }?.evidence : nil
  }

  /// What else is to be known of the focused column; warnings are told as issues.
  var focusedDiagnostics: [Diagnostic] {
    (focusedPath.flatMap { draft.field(at: $0) }?.diagnostics ?? []).filter {
      $0.severity < .warning
    }
  }
}
