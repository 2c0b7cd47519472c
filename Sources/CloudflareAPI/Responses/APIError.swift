package import SinkSpec

/// One error of an API response.
///
/// Its strings are untrusted and may contain control characters.
package struct APIError: Hashable, Sendable {
  package let code: Int?
  package let message: String
  /// The location of the error, as the API reports it.
  package let source: String?

  package init(code: Int? = nil, message: String, source: String? = nil) {
    self.code = code
    self.message = message
    self.source = source
  }

  /// The message, followed by its code if there is one.
  package var text: String {
    let words = message.isEmpty ? "no message" : message
    return code.map { "\(words) [code \($0)]" } ?? words
  }

  /// The parameter that the error is about, or `nil` if it cannot be determined.
  package var pointer: Pointer? { ErrorLocation.pointer(of: self) }
}
