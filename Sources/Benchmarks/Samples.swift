/// Payloads to measure with.
enum Samples {
  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  /// A payload without a fault that has some columns: about 63 bytes each.
  static func payload(columns: Int) -> [UInt8] {
    var text = """
      {"name": "big", "type": "r2", "config": {"account_id": "\(account)", "bucket": "analytics",
      "credentials": {"access_key_id": "${A}", "secret_access_key": "${B}"}},
      "format": {"type": "parquet"}, "schema": {"fields": [
      """
    for column in 0..<columns {
      text += #"{"type": "string", "name": "column_\#(column)", "required": false}"#
      text += column + 1 < columns ? ",\n" : "]}}"
    }
    return Array(text.utf8)
  }
}
