/// Unset or empty environment variables that a request references as secrets.
package struct MissingSecrets: Error, Hashable, Sendable {
  /// The variables' unique names, in request order.
  package let names: [String]

  package init(names: [String]) { self.names = names }

  /// The error as one sentence.
  package var sentence: String {
    let isOne = names.count == 1
    let list =
      isOne
      ? names.joined()
      : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
    return "\(list) \(isOne ? "is" : "are") not set or empty; "
      + "the payload references \(isOne ? "it as a secret" : "them as secrets")"
  }
}
