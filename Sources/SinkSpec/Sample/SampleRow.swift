/// A row of the preview that shows how a column of a sample event is stored.
package struct SampleRow: Hashable, Sendable {
  /// The nesting depth in structs and lists.
  package let depth: Int
  package let name: String
  /// The storage type.
  package let type: String
  /// The stored value; empty for structs and lists.
  package let value: String
  /// The pointer to the row's column in the request.
  package let pointer: Pointer

  /// Returns the rows of a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - event: The sample event with the column's value.
  ///   - form: The storage form of the sink.
  ///   - pointer: The column's pointer in the request.
  /// - Returns: The column's row, followed by the rows of its children.
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
  /// Returns the stored value of a scalar column.
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
