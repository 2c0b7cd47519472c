extension RequestNode {
  /// The secrets of the request, whether values or references.
  package var secrets: [String] {
    switch content {
    case .secret(let text, _): [text]
    case .object(let children), .array(let children): children.flatMap(\.secrets)
    case .literal, .hidden, .missing: []
    }
  }

  /// Replaces each `${NAME}` reference used as a secret with the variable's value.
  ///
  /// References in other values, or in a variable's value, are plain text and stay unchanged.
  ///
  /// - Parameter environment: The variables by name. Empty variables count as unset.
  /// - Returns: The request, whose ``text(secrets:)`` with `.shown` is the body to send, or all
  ///   missing variables.
  package func resolvingSecrets(
    from environment: [String: String]
  ) -> Result<RequestNode, MissingSecrets> {
    var missing: [String] = []
    let resolved = resolvingSecrets(from: environment, noting: &missing)
    return missing.isEmpty ? .success(resolved) : .failure(MissingSecrets(names: missing))
  }

  private func resolvingSecrets(
    from environment: [String: String], noting missing: inout [String]
  ) -> RequestNode {
    let resolved: Content
    switch content {
    case .secret(let text, let defaultReference):
      guard let name = SecretReference(text)?.name else { return self }
      guard let value = environment[name], !value.isEmpty else {
        if !missing.contains(name) { missing.append(name) }
        return self
      }
      resolved = .secret(value, defaultReference: defaultReference)
    case .object(let children):
      resolved = .object(children.map { $0.resolvingSecrets(from: environment, noting: &missing) })
    case .array(let children):
      resolved = .array(children.map { $0.resolvingSecrets(from: environment, noting: &missing) })
    case .literal, .hidden, .missing: return self
    }
    return RequestNode(name: name, pointer: pointer, content: resolved)
  }
}

/// Unset or empty environment variables that a request references as secrets.
package struct MissingSecrets: Error, Hashable, Sendable {
  /// The variables' unique names, in request order.
  package let names: [String]

  package init(names: [String]) { self.names = names }

  /// The error in one sentence.
  package var sentence: String {
    let isOne = names.count == 1
    return "\(names.listed(with: "and")) \(isOne ? "is" : "are") not set or empty; "
      + "the payload references \(isOne ? "it as a secret" : "them as secrets")"
  }
}
