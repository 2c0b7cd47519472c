/// The result of validating a SQL statement.
package enum SQLValidation: Hashable, Sendable {
  /// The API accepts the statement.
  case valid
  /// The API rejects the statement for these reasons.
  case invalid([SQLDiagnostic])
}

/// An error in a SQL statement, with an untrusted message.
package struct SQLDiagnostic: Hashable, Sendable {
  package let message: String
  /// The 1-based line and column of the error, as counted by the API.
  package let line: Int?
  package let column: Int?

  package init(message: String, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// The message, preceded by its position if that is known.
  package var text: String {
    guard let line, let column else { return message }
    return "line \(line), column \(column): \(message)"
  }
}
