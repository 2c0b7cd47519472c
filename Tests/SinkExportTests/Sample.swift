import SinkExport
import SinkSpec

/// Payloads and their exports.
enum Sample {
  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  static func export(
    _ payload: String, account: String? = account, base: BaseURL = .standard,
    secrets: SecretStyle = .referenced
  ) throws -> Export {
    let document = try JSONDocument(parsing: Array(payload.utf8))
    return Export(
      of: RequestNode(reading: document), account: account, base: base, secrets: secrets,
      userAgent: "sinkwizard/1.0")
  }

  static func text(
    _ payload: String, as form: ExportForm, account: String? = account,
    base: BaseURL = .standard, secrets: SecretStyle = .referenced
  ) throws -> String {
    try export(payload, account: account, base: base, secrets: secrets).text(as: form)
  }

  /// Returns a payload whose only free text is the path of the sink.
  static func payload(path: String) -> String {
    #"{"name":"s","type":"r2","config":{"path":\#(JSONText.string(path))}}"#
  }

  static let parquet = """
    {"type": "r2", "name": "my_sink", "config": {"bucket": "logs", "path": "a b",
    "credentials": {"access_key_id": "s3cret", "secret_access_key": "${MINE}"},
    "rolling_policy": {"file_size_bytes": 104857600}, "account_id": "x"},
    "format": {"type": "parquet"}}
    """

  static let catalog = """
    {"name": "clicks", "type": "r2_data_catalog", "config": {"token": "${R2_CATALOG_TOKEN}",
    "account_id": "x", "bucket": "lake", "table_name": "events", "namespace": "web"},
    "format": {"type": "parquet", "compression": "zstd", "row_group_bytes": 1048577},
    "schema": {"fields": [{"type": "timestamp", "name": "at", "unit": "second", "required": true},
    {"type": "list", "name": "tags", "items": {"type": "string"}}]}, "extra": [1, null]}
    """
}
