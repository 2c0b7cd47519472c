package import SinkSpec

/// One error of an answer, in the API's words: data from outside, not yet printable.
package struct APIError: Hashable, Sendable {
  package let code: Int?
  package let message: String
  /// Where the API says the error is, as it writes it.
  package let source: String?
  package let documentationURL: String?

  package init(
    code: Int? = nil, message: String, source: String? = nil, documentationURL: String? = nil
  ) {
    self.code = code
    self.message = message
    self.source = source
    self.documentationURL = documentationURL
  }

  /// The message with its code, as sentences quote it.
  package var text: String {
    let words = message.isEmpty ? "no message" : message
    return code.map { "\(words) [code \($0)]" } ?? words
  }

  /// The parameter that the error is about, when it can be told.
  package var pointer: Pointer? { ErrorLocation.pointer(of: self) }
}
