import SinkDraft
package import SinkSpec

/// The sample event shown instead of the request, and the stored type of a column.
extension Wizard {
  /// The sample event and its row; nil while the request is shown.
  package var sample: SampleLines? {
    guard requestPane.showsSampleEvent, step == .schema else { return nil }
    return SampleLines(
      of: draft.fields, focused: focusedPath?.top, context: draftValidation.context, at: now)
  }

  private var focusedPath: FieldPath? { item?.fieldID.flatMap { draft.path(of: $0) } }

  /// The column that the guide describes: the focused one, or the column of the line under the
  /// cursor.
  private var describedField: SchemaField? {
    helpItem?.fieldID.flatMap { draft.path(of: $0) }.flatMap { draft.field(at: $0) }
  }

  /// The stored type of the focused column, with its format: `Parquet`, `INT64 · SQL BIGINT`.
  package var storedType: (form: String, type: String)? {
    guard step == .schema, let field = describedField,
      let form = StoredForm(draftValidation.context), let type = form.type(of: field)
    else { return nil }
    let sql = field.sqlType.map { " · SQL \($0)" } ?? ""
    return (form.title, type + sql)
  }

  /// The evidence that sample events gave for the focused column.
  package var focusedEvidence: ColumnEvidence? {
    step == .schema ? describedField?.evidence : nil
  }

  /// The diagnostics of the focused column other than warnings, which are reported as issues.
  var focusedDiagnostics: [Diagnostic] {
    (describedField?.diagnostics ?? []).filter {
      $0.severity < .warning
    }
  }
}
