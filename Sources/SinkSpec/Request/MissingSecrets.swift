/// Environment variables that a request takes secrets from, and that are not set or empty.
package struct MissingSecrets: Error, Hashable, Sendable {
  /// The variables' names, each once, in the order of the request.
  package let names: [String]

  package init(names: [String]) { self.names = names }

  /// What is missing, as one sentence.
  package var sentence: String {
    let isOne = names.count == 1
    let list =
      isOne
      ? names.joined()
      : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
    return "\(list) \(isOne ? "is" : "are") not set or empty; "
      + "the payload takes \(isOne ? "a secret" : "secrets") from there"
  }
}
