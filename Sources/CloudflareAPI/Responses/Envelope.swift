import SinkSpec

/// The object that wraps every API response, parsed leniently: any member may be missing.
struct Envelope: Sendable {
  let document: JSONDocument
  /// The value of `success`, or `nil` if it is missing or not a boolean.
  let success: Bool?
  let errors: [APIError]
  let result: JSONDocument.Index?

  /// The maximum nesting depth of a response; sinks need far less.
  private static let depthLimit = 128

  /// Parses a response body; `nil` if it is not a JSON object.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - secrets: The secrets to mask in the errors, before they are truncated.
  init?(_ body: [UInt8], masking secrets: Secrets) {
    guard let document = try? JSONDocument(parsing: body, depthLimit: Self.depthLimit),
      document.kind(.root) == .object
    else { return nil }
    self.document = document
    success = document.lastMember("success", of: .root).flatMap { document.bool($0) }
    errors = ErrorReader(document: document, secrets: secrets).errors
    result = document.lastMember("result", of: .root).flatMap {
      document.kind($0) == .null ? nil : $0
    }
  }

  /// Returns a member of `result_info`, which describes the pagination.
  func resultInfo(_ name: String) -> JSONDocument.Index? {
    document.lastMember("result_info", of: .root).flatMap { document.lastMember(name, of: $0) }
  }
}
