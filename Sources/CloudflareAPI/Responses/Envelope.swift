import SinkSpec

/// The object that every answer of the API is wrapped in, read leniently: nothing in it is certain.
struct Envelope: Sendable {
  let document: JSONDocument
  /// What `success` says; nil when it is not there or no boolean.
  let success: Bool?
  let errors: [APIError]
  let result: JSONDocument.Index?

  /// The deepest answer that is read; sinks nest less.
  private static let depthLimit = 128

  /// Reads an answer's body; nil when it is not a JSON object.
  init?(_ body: [UInt8]) {
    guard let document = try? JSONDocument(parsing: body, depthLimit: Self.depthLimit),
      document.kind(.root) == .object
    else { return nil }
    self.document = document
    success = document.lastMember("success", of: .root).flatMap { document.bool($0) }
    errors = ErrorReader(document: document).errors
    result = document.lastMember("result", of: .root).flatMap {
      document.kind($0) == .null ? nil : $0
    }
  }

  /// A member of `result_info`, which tells about pages.
  func resultInfo(_ name: String) -> JSONDocument.Index? {
    document.lastMember("result_info", of: .root).flatMap { document.lastMember(name, of: $0) }
  }
}
