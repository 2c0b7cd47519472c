/// Payloads for benchmarks.
enum Samples {
  /// The arrangement of the columns.
  enum Shape {
    case flat
    /// All columns in one struct.
    case inStruct
    /// Nested structs, with ten members each.
    case nested
  }

  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  /// Returns a payload with columns of about 63 bytes each.
  ///
  /// - Parameters:
  ///   - columns: The number of columns.
  ///   - shape: Their arrangement.
  ///   - type: Their type; if it does not exist, each column has an error.
  /// - Returns: The payload, which is valid if the type exists.
  static func payload(
    columns: Int, _ shape: Shape = .flat, type: String = "string"
  ) -> [UInt8] {
    var text = """
      {"name": "big", "type": "r2", "config": {"account_id": "\(account)", "bucket": "analytics",
      "credentials": {"access_key_id": "${A}", "secret_access_key": "${B}"}},
      "format": {"type": "parquet"}, "schema": {"fields": [
      """
    switch shape {
    case .flat: text += list(0..<columns, type: type)
    case .inStruct: text += structure("all", list(0..<columns))
    case .nested:
      let levels = stride(from: 0, to: columns, by: 10)
      for level in levels {
        text += list(level..<level + 9) + ",\n" + structureStart("level\(level)")
      }
      text +=
        list(columns..<columns + 1) + String(repeating: "]}", count: levels.underestimatedCount)
    }
    return Array((text + "]}}").utf8)
  }

  private static func list(_ numbers: Range<Int>, type: String = "string") -> String {
    numbers.map { #"{"type": "\#(type)", "name": "column_\#($0)", "required": false}"# }
      .joined(separator: ",\n")
  }

  private static func structureStart(_ name: String) -> String {
    #"{"type": "struct", "name": "\#(name)", "fields": ["#
  }

  private static func structure(_ name: String, _ fields: String) -> String {
    structureStart(name) + fields + "]}"
  }
}
