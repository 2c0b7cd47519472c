/// The storage form of columns, determined by the sink's type, format and options.
package enum StoredForm: Hashable, Sendable {
  case parquet, iceberg
  case json(timesAsMillis: Bool)

  /// Creates the storage form of a request, or nil if its format is not set.
  package init?(_ context: RequestContext) {
    switch (context.isCatalog, context.formatType) {
    case (true, "parquet"), (true, nil): self = .iceberg
    case (_, "parquet"): self = .parquet
    case (_, "json"):
      self = .json(timesAsMillis: context["/format/timestamp_format"] == "unix_millis")
    default: return nil
    }
  }

  /// The form's display name, such as `Parquet`.
  package var title: String {
    switch self {
    case .parquet: "Parquet"
    case .iceberg: "Iceberg"
    case .json: "JSON"
    }
  }
}

/// Storage types of columns.
///
/// The service does not document the mapping. These are the types that the open-source engine
/// writes (Arrow for Parquet, its own writer for JSON), and the Iceberg specification's types.
extension StoredForm {
  /// Returns the storage type of a column, such as `INT64 TIMESTAMP(MILLIS)`; nil if unknown.
  package func type(of column: SchemaField) -> String? {
    switch self {
    case .parquet: Self.parquetType(of: column, unit: column.unit.setText ?? "millisecond")
    case .iceberg: Self.icebergType(of: column)
    case .json(let timesAsMillis): Self.jsonType(of: column, timesAsMillis)
    }
  }

  private static func parquetType(of column: SchemaField, unit: String) -> String? {
    switch column.columnType {
    case .int32: "INT32"
    case .int64: "INT64"
    case .float32: "FLOAT"
    case .float64: "DOUBLE"
    case .bool: "BOOLEAN"
    case .string: "BYTE_ARRAY STRING"
    case .json: "BYTE_ARRAY STRING (JSON)"
    case .binary: "BYTE_ARRAY"
    case .timestamp:
      switch unit {
      case "second": "INT64 (no logical type for seconds)"
      case "microsecond": "INT64 TIMESTAMP(MICROS)"
      case "nanosecond": "INT64 TIMESTAMP(NANOS)"
      default: "INT64 TIMESTAMP(MILLIS)"
      }
    case .struct: "group"
    case .list: "LIST"
    case .unknown, nil: nil
    }
  }

  private static func icebergType(of column: SchemaField) -> String? {
    switch column.columnType {
    case .int32: "int"
    case .int64: "long"
    case .float32: "float"
    case .float64: "double"
    case .bool: "boolean"
    case .string: "string"
    case .json: "string (JSON)"
    case .binary: "binary"
    case .timestamp:
      column.unit == .text("nanosecond")
        ? "timestamp_ns (Iceberg v3)" : "timestamp (microseconds)"
    case .struct: "struct"
    case .list: "list"
    case .unknown, nil: nil
    }
  }

  private static func jsonType(of column: SchemaField, _ timesAsMillis: Bool) -> String? {
    switch column.columnType {
    case .int32, .int64, .float32, .float64: "number"
    case .bool: "true or false"
    case .string: "text"
    case .json: "the value as is"
    case .binary: "text, base64"
    case .timestamp: timesAsMillis ? "number of milliseconds" : "text, RFC 3339"
    case .struct: "object"
    case .list: "array"
    case .unknown, nil: nil
    }
  }
}

extension SchemaField {
  /// The column's type in pipeline SQL, as documented by Cloudflare; nil if unknown.
  package var sqlType: String? {
    switch columnType {
    case .int32: "INT"
    case .int64: "BIGINT"
    case .float32: "FLOAT"
    case .float64: "DOUBLE"
    case .bool: "BOOLEAN"
    case .string: "TEXT"
    case .json: "JSON"
    case .binary: "BYTEA"
    case .timestamp: "TIMESTAMP"
    case .struct: "STRUCT"
    case .list: item.first?.sqlType.map { "\($0)[]" }
    case .unknown, nil: nil
    }
  }
}
