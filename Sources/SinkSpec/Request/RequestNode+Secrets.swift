extension RequestNode {
  /// The request with its secrets as they are sent: each reference `${NAME}` that stands in a
  /// secret's place replaced by what the variable holds.
  ///
  /// What looks like a reference anywhere else, or in a variable's value, is plain text and stays.
  ///
  /// - Parameter environment: the variables by name; one that is empty counts as not set.
  /// - Returns: the request, whose ``text(secrets:)`` with `.shown` is the body to send; or all
  ///   variables that are missing.
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
