import SinkSpec

/// References to environment variables, for secrets.
extension Wizard {
  /// Lists the variables that the focused secret can be read from.
  mutating func openVariables() {
    guard let item, let parameter = parameter(of: item), parameter.isSecret else { return }
    let options = variables(for: parameter).map { name in
      let isSet = settings.environment.contains(name)
      return ChoiceList.Option(value: "${\(name)}", help: isSet ? "" : "not set")
    }
    show(
      ChoiceList(
        item: item, title: parameter.label, options: options,
        selected: options.firstIndex { $0.value == chosenValue(of: item) } ?? 0))
  }

  /// Returns the default variable of a secret, then the variables that are set and look like keys.
  func variables(for secret: Parameter) -> [String] {
    let standard = secret.defaultReference.flatMap { SecretReference($0)?.name }
    let others = settings.environment.filter { $0 != standard && $0.looksLikeKey }
    return [standard].compactMap { $0 } + others.sorted()
  }
}

extension String {
  /// Whether a variable of this name probably holds a secret, and a reference can name it.
  fileprivate var looksLikeKey: Bool {
    let name = uppercased()
    return SecretReference("${\(self)}") != nil
      && ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL"].contains { name.contains($0) }
  }
}
