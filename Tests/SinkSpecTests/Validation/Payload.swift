import SinkSpec
import TestSupport

/// A valid payload that can be changed and validated.
struct Payload {
  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  var tree: PayloadTree

  /// Creates a valid payload for a type of sink.
  static func of(_ type: SinkKind) throws -> Payload { try Payload(type.text) }

  enum SinkKind: String {
    case r2, catalog

    var text: String {
      switch self {
      case .r2:
        """
        {"name":"my_sink","type":"r2","config":{"account_id":"\(Payload.account)",\
        "bucket":"events","credentials":{"access_key_id":"${R2_ACCESS_KEY_ID}",\
        "secret_access_key":"${R2_SECRET_ACCESS_KEY}"}},"format":{"type":"parquet"}}
        """
      case .catalog:
        """
        {"name":"my_sink","type":"r2_data_catalog","config":{"token":"${R2_CATALOG_TOKEN}",\
        "account_id":"\(Payload.account)","bucket":"events","table_name":"events"},\
        "format":{"type":"parquet"}}
        """
      }
    }
  }

  init(_ text: String) throws { tree = try PayloadTree(parsing: text) }

  /// Sets JSON text at a pointer; `nil` removes the value.
  func setting(_ pointer: Pointer, _ literal: String?) throws -> Payload {
    var copy = self
    copy.tree = tree.setting(pointer, try literal.map { try PayloadTree(parsing: $0) })
    return copy
  }

  /// The issues, each as `severity pointer rule`.
  func issues(account: String? = nil) throws -> [String] {
    try Self.issues(of: tree.text, account: account)
  }

  static func issues(of text: String, account: String? = nil) throws -> [String] {
    try issues(text, account: account).map { "\($0.severity) \($0.pointer) \($0.rule)" }
  }

  static func issues(_ text: String, account: String? = nil) throws -> [Issue] {
    Validator.issues(of: try JSONDocument(parsing: Array(text.utf8)), account: account)
  }
}
