package import SinkSpec

/// A sample event in the place of the request, and what the format makes of a column.
extension Wizard {
  /// The sample event with its row; nil while the request is shown.
  package var sample: SampleLines? {
    guard showsSample, step == .schema else { return nil }
    return SampleLines(
      of: draft.fields, focused: focusedPath?.top, facts: judgement.facts, at: now)
  }

  /// The focus in the request, which is wider then, or where only one fits, stands instead of the
  /// form; or back.
  mutating func togglePreview() {
    let isSampleAlone = sample != nil && layout.form == nil
    if isSampleAlone {
      showsSample = false
      requestScroll = nil
      readRequest()
    } else if layout.favoursRequest {
      endReading(keepingWidth: false)
    } else {
      readRequest()
    }
  }

  /// Shows the sample event where the request is, or the request again.
  mutating func toggleSample() {
    guard step == .schema else {
      notice = .sampleNeedsSchema
      return
    }
    showsSample = sample == nil || layout.request == nil
    requestScroll = nil
    // Where form and request do not fit together, the form comes back with the same key.
    if layout.isWide {
      if reading != nil { readRequest() }
    } else if showsSample {
      readRequest()
      notice = .sampleShown
    } else {
      endReading(keepingWidth: false)
    }
  }

  private var focusedPath: FieldPath? { item?.fieldID.flatMap { draft.path(of: $0) } }

  /// The type that the focused column is stored as, and the form: `Parquet`, `INT64 · SQL BIGINT`.
  package var storedType: (form: String, type: String)? {
    guard step == .schema, let field = focusedPath.flatMap({ draft.field(at: $0) }),
      let form = StoredForm(judgement.facts), let type = form.type(of: field.proposed)
    else { return nil }
    let sql = field.proposed.sqlType.map { " · SQL \($0)" } ?? ""
    return (form.title, type + sql)
  }

  /// What sample events showed of the focused column.
  package var focusedEvidence: ColumnEvidence? {
    step == .schema ? focusedPath.flatMap { draft.field(at: $0) }?.evidence : nil
  }

  /// What else is to be known of the focused column; warnings are told as issues.
  var focusedRemarks: [Remark] {
    (focusedPath.flatMap { draft.field(at: $0) }?.remarks ?? []).filter { $0.severity < .warning }
  }
}
