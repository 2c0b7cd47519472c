import SinkSpec

/// The request as `cloudflare_pipeline_sink` of the vendor's Terraform provider, as of 5.22.
///
/// The provider has every parameter of the reference as an attribute, both arms of the
/// configuration in one object, but for columns inside columns.
struct TerraformForm {
  private let export: Export
  private let value: ExportValue

  init(_ export: Export) {
    self.export = export
    value = export.value
  }

  var text: String {
    guard case .object(let members) = value else {
      return "# The payload is not an object: the provider could send nothing of it.\n"
    }
    var lines = Self.providerRequirement
    if export.base != .standard {
      lines += [
        "", "provider \"cloudflare\" {", "  base_url = \(HCLText.string(export.base.text))", "}",
      ]
    }
    let resource = resource(members)
    // Only what a line asks for is declared: what the provider cannot take is not.
    let secrets = value.variables.filter { name in
      resource.contains { $0.hasSuffix("= var.\(HCLText.variable(name))") }
    }
    let account = export.account == nil ? [Export.accountVariable] : []
    if !(account + secrets).isEmpty {
      lines += [
        "",
        "# From the environment, by their names with TF_VAR_ before them. Terraform keeps secrets",
        "# in its state.",
      ]
    }
    lines += account.flatMap { Self.variable($0, isSensitive: false) }
    lines += secrets.flatMap { Self.variable($0, isSensitive: true) }
    return (HCLText.aligned(lines + [""] + resource)).joined(separator: "\n") + "\n"
  }

  private static let providerRequirement = [
    "terraform {", "  required_providers {", "    cloudflare = {",
    "      source = \"cloudflare/cloudflare\"", "      version = \"~> 5.22\"", "    }", "  }",
    "}",
  ]

  private static func variable(_ name: String, isSensitive: Bool) -> [String] {
    ["variable \"\(HCLText.variable(name))\" {", "  type = string"]
      + (isSensitive ? ["  sensitive = true"] : []) + ["}"]
  }

  private func resource(_ members: [ExportValue.Element]) -> [String] {
    let label = if case .string(let name)? = value["name"] { name } else { "" }
    let account =
      export.account.map(HCLText.string) ?? "var.\(HCLText.variable(Export.accountVariable))"
    var lines = [
      "resource \"cloudflare_pipeline_sink\" \"\(HCLText.identifier(label))\" {",
      "  account_id = \(account)",
    ]
    lines += members.flatMap { Self.attribute($0, in: SinkDescription.request.members, depth: 1) }
    if value["schema"] == nil {
      lines += [
        "",
        "  # The service fills in a schema, which every later plan would show as a change.",
        "  # An empty one says the same as none and stays as it is:",
        "  # schema = { fields = [] }",
      ]
    }
    return lines + ["}"]
  }

  /// A member as an attribute, or a comment where the provider has none for it.
  private static func attribute(
    _ member: ExportValue.Element, in known: [Parameter], depth: Int
  ) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    func left(_ reason: String) -> [String] {
      ["\(indentation)# \(member.place) is left out: \(reason): \(member.value.line)"]
    }
    guard let parameter = known.first(where: { $0.name == member.name }) else {
      return left("the provider does not know it")
    }
    let start = "\(indentation)\(parameter.name) = "
    switch (parameter.kind, member.value) {
    case (_, .null): return left("in Terraform null is the same as nothing")
    case (.object(let known), .object(let members)):
      return enclosed(
        members.flatMap { attribute($0, in: known, depth: depth + 1) }, start + "{", "}",
        indentation)
    case (.fieldList, .array(let elements)):
      return enclosed(
        elements.flatMap { column($0, depth: depth + 1) }, start + "[", "]", indentation)
    case (.flag, .bool(let bool)): return [start + (bool ? "true" : "false")]
    case (.flag, _): return left("it takes true or false")
    case (.bytes, .number(let digits)), (.seconds, .number(let digits)):
      guard let number = Int64(digits) else {
        return left("it takes a whole number up to \(Int64.max)")
      }
      return [start + String(number)]
    case (.bytes, _), (.seconds, _): return left("it takes a number")
    case (.object, _), (.fieldList, _), (.field, _): return left("it takes another kind of value")
    case (_, .string(let text)): return [start + HCLText.string(text)]
    case (_, .environment(let name)): return [start + "var.\(HCLText.variable(name))"]
    default: return left("it takes a string")
    }
  }

  /// A column as an object of the list; one with columns inside is a comment.
  private static func column(_ element: ExportValue.Element, depth: Int) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    func left(_ reason: String) -> [String] {
      ["\(indentation)# \(element.place) is left out: \(reason): \(element.value.line)"]
    }
    guard case .object(let members) = element.value else { return left("it is not an object") }
    if case .string(let type)? = element.value["type"], [.struct, .list].contains(ColumnType(type))
    {
      return left("the provider has no columns of type \(type)")
    }
    let known = SchemaFieldDescription.members.filter(\.isScalar)
    return enclosed(
      members.flatMap { attribute($0, in: known, depth: depth + 1) }, indentation + "{", "},",
      indentation)
  }

  private static func enclosed(
    _ lines: [String], _ opening: String, _ closing: String, _ indentation: String
  ) -> [String] {
    lines.isEmpty ? [opening + closing] : [opening] + lines + [indentation + closing]
  }
}
