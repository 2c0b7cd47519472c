import SinkDraft
package import SinkSpec

/// A sample event and the row stored for it, line by line, for the columns near the focus.
package struct SampleLines: Sendable {
  package enum Line: Sendable {
    case heading(String)
    /// A line of the event.
    case event(RequestLine)
    /// A column of the stored row.
    case row(SampleRow)
    case diagnostic(String)
  }

  /// The number of columns shown at a time, which keeps the cost independent of the schema's size.
  private static let columnsPerPage = 50

  package private(set) var lines: [Line] = []
  /// The event line of the focused column.
  private(set) var focusedLine: Int?

  /// Creates the lines for the columns near the focused one.
  ///
  /// - Parameters:
  ///   - fields: The columns of the schema.
  ///   - focused: The position of the focused column; nil if the focus is elsewhere.
  ///   - context: The request's context, which determines the stored format.
  ///   - time: The time of the event.
  init(of fields: FieldList, focused: Int?, context: RequestContext, at time: Timestamp) {
    let event = SampleEvent(at: time)
    let first = (focused ?? 0) / Self.columnsPerPage * Self.columnsPerPage
    let shown = first..<min(fields.count, first + Self.columnsPerPage)
    let columns = shown.map { (fields[$0], Pointer("/schema/fields").appending($0)) }
    guard !columns.isEmpty else {
      lines = [.diagnostic("There are no columns yet; add some to see a sample event.")]
      return
    }
    lines.append(.heading("A sample event" + rangeText(shown, fields.count)))
    let node = RequestNode(
      name: nil, pointer: "/schema/fields",
      content: .object(columns.map { event.member($0.0, at: $0.1) }))
    for line in node.lines(secrets: .masked) {
      if focusedLine == nil, let focused, line.pointer.columnPosition == focused {
        focusedLine = lines.count
      }
      lines.append(.event(line))
    }
    guard let form = StoredForm(context) else {
      lines.append(.diagnostic("Choose a format to see the stored row."))
      return
    }
    lines.append(.heading("Stored as \(form.title)"))
    if context.isUnstructured, case .json = form {
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

  private func rangeText(_ shown: Range<Int>, _ count: Int) -> String {
    shown.count == count
      ? "" : ", columns \(shown.lowerBound + 1)–\(shown.upperBound) of \(count)"
  }
}
