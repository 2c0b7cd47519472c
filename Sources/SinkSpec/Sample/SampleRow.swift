/// What a column of a sample event becomes in the file or table: one line, or one for each inside.
package struct SampleRow: Hashable, Sendable {
  /// How deep it stands in structs and lists.
  package let depth: Int
  package let name: String
  /// The type that it is stored as.
  package let type: String
  /// The value as it is stored; empty for what has rows inside.
  package let value: String
  /// The column of the request that it belongs to.
  package let pointer: Pointer

  /// The rows of a column.
  ///
  /// - Parameters:
  ///   - column: the column, of which an event has its value.
  ///   - event: the event.
  ///   - form: how the sink writes it.
  ///   - pointer: where the column stands in the request.
  /// - Returns: the column's own row, then those of what is inside.
  package static func rows(
    of column: SchemaField, in event: SampleEvent, as form: StoredForm, at pointer: Pointer
  ) -> [SampleRow] {
    rows(
      of: column, name: column.name.setText ?? "(no name)", in: event, as: form, pointer, depth: 0)
  }

  private static func rows(
    of column: SchemaField, name: String, in event: SampleEvent, as form: StoredForm,
    _ pointer: Pointer, depth: Int
  ) -> [SampleRow] {
    let inside =
      switch column.columnType {
      case .struct:
        column.children.prefix(SampleEvent.fieldLimit)
          .map { ($0, $0.name.setText ?? "(no name)") }
      case .list: column.item.map { ($0, "each item") }
      default: [(SchemaField, String)]()
      }
    let value = column.isStruct || column.isList ? "" : form.value(of: column, in: event)
    let own = SampleRow(
      depth: depth, name: name, type: form.type(of: column) ?? "unknown", value: value,
      pointer: pointer)
    return [own]
      + inside.flatMap {
        rows(of: $0, name: $1, in: event, as: form, pointer, depth: depth + 1)
      }
  }
}

extension StoredForm {
  /// The value of a column that has nothing inside.
  fileprivate func value(of column: SchemaField, in event: SampleEvent) -> String {
    let unit = column.unit.setText
    let event = column.isOf(.timestamp) ? event.inWhole(unit) : event
    return switch (self, column.columnType) {
    case (.json(timesAsMillis: true), .timestamp): String(event.count(in: "millisecond"))
    case (.json, .timestamp): JSONText.string(event.timeText)
    case (.parquet, .timestamp): String(event.count(in: unit ?? "millisecond"))
    case (.iceberg, .timestamp):
      String(event.count(in: unit == "nanosecond" ? "nanosecond" : "microsecond"))
    case (.parquet, .binary), (.iceberg, .binary): "5 bytes, decoded from base64"
    case (.parquet, .json), (.iceberg, .json): JSONText.string(event.literal(column))
    default: event.literal(column)
    }
  }
}
