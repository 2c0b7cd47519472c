package import SinkSpec

/// A sample event and what becomes of it, line by line, for the columns around the focused one.
package struct SampleLines: Sendable {
  package enum Line: Sendable {
    case heading(String)
    /// A line of the event.
    case event(RequestLine)
    /// A column of the row.
    case row(SampleRow)
    case diagnostic(String)
  }

  /// So many columns are shown together, so that it costs the same for any number.
  private static let stretch = 50

  package private(set) var lines: [Line] = []
  /// The line of the event that belongs to the focused column.
  private(set) var focusedLine: Int?

  /// - Parameters:
  ///   - fields: the columns of the schema.
  ///   - focused: the position of the focused column; nil when the focus is elsewhere.
  ///   - facts: how the sink writes.
  ///   - time: when the event happened.
  init(of fields: FieldList, focused: Int?, facts: RequestContext, at time: Timestamp) {
    let event = SampleEvent(at: time)
    let first = (focused ?? 0) / Self.stretch * Self.stretch
    let shown = first..<min(fields.count, first + Self.stretch)
    let columns = shown.map { (fields[$0], Pointer("/schema/fields").appending($0)) }
    guard !columns.isEmpty else {
      lines = [.diagnostic("There are no columns yet: add some to see a sample event.")]
      return
    }
    lines.append(.heading("A sample event" + place(shown, fields.count)))
    let node = RequestNode(
      name: nil, pointer: "/schema/fields",
      content: .object(columns.map { event.member($0.0, at: $0.1) }))
    for line in node.lines(secrets: .masked) {
      if focusedLine == nil, let focused, line.pointer.columnPosition == focused {
        focusedLine = lines.count
      }
      lines.append(.event(line))
    }
    guard let form = StoredForm(facts) else {
      lines.append(.diagnostic("What becomes of it shows once the format is chosen."))
      return
    }
    lines.append(.heading("What \(form.title) makes of it"))
    if facts.isUnstructured, case .json = form {
      lines.append(.diagnostic("Unstructured: one column, value, with the whole event as JSON."))
      return
    }
    for (column, pointer) in columns {
      lines += SampleRow.rows(of: column, in: event, as: form, at: pointer).map { .row($0) }
    }
    if form == .iceberg {
      lines.append(.diagnostic("The catalog adds the column __ingest_ts, a timestamp."))
    }
    lines.append(.diagnostic("Types as in the open-source engine; not documented."))
  }

  private func place(_ shown: Range<Int>, _ count: Int) -> String {
    shown.count == count
      ? "" : ", columns \(shown.lowerBound + 1)–\(shown.upperBound) of \(count)"
  }
}
