internal import SinkSpec

/// An input variable of a Terraform configuration that replaces an environment variable.
struct TerraformVariable {
  let environment: String
  let name: String
  private let description: String
  private let isSensitive: Bool

  /// Creates the variable of a parameter's value.
  ///
  /// - Parameters:
  ///   - environment: The name of the environment variable.
  ///   - parameter: The parameter that the variable sets.
  ///   - taken: The names of the other variables.
  init(environment: String, for parameter: Parameter, beside taken: Set<String>) {
    self.environment = environment
    var name = HCLText.variable(environment.lowercased())
    while taken.contains(name) { name += "_" }
    self.name = name
    description = parameter.help
    isSensitive = parameter !== SinkDescription.account
  }

  var reference: String { "var." + name }

  /// The declaration.
  var lines: [String] {
    [
      "variable \"\(name)\" {", "  description = \(HCLText.string(description))",
      "  type = string",
    ] + (isSensitive ? ["  sensitive = true"] : []) + ["}"]
  }
}
