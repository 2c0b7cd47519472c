import SinkSpec

/// The request as a `cloudflare_pipeline_sink` resource of Cloudflare's Terraform provider 5.22.
///
/// The provider has an attribute for every parameter, with both types of configuration merged into
/// one object, but no nested columns.
struct TerraformForm {
  private let export: Export
  private let value: ExportValue

  init(_ export: Export) {
    self.export = export
    value = export.value
  }

  var text: String {
    guard case .object(let members) = value else {
      return "# The payload is not an object, so the provider cannot send it.\n"
    }
    var lines = Self.providerRequirement
    if export.base != .standard {
      lines += [
        "", "provider \"cloudflare\" {", "  base_url = \(HCLText.string(export.base.text))", "}",
      ]
    }
    let resource = resource(members)
    // Declare only variables that the resource uses, not those of members left to comments.
    let secrets = value.variables.filter { name in
      resource.contains { $0.hasSuffix("= var.\(HCLText.variable(name))") }
    }
    let account = export.account == nil ? [Export.accountVariable] : []
    if !(account + secrets).isEmpty {
      lines += [
        "",
        "# Set these as environment variables with the prefix TF_VAR_. Terraform stores secrets",
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
        "  # The API fills in a schema, so every later plan would show a change. An empty schema",
        "  # means the same and avoids that:",
        "  # schema = { fields = [] }",
      ]
    }
    return lines + ["}"]
  }

  /// Returns a member as an attribute, or as a comment if the provider has no such attribute.
  private static func attribute(
    _ member: ExportValue.Element, in known: [Parameter], depth: Int
  ) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    func omitted(_ reason: String) -> [String] {
      ["\(indentation)# omitted \(member.escapedPointer) (\(reason)): \(member.value.line)"]
    }
    guard let parameter = known.first(where: { $0.name == member.name }) else {
      return omitted("unknown to the provider")
    }
    let start = "\(indentation)\(parameter.name) = "
    switch (parameter.kind, member.value) {
    case (_, .null): return omitted("Terraform treats null as unset")
    case (.object(let known), .object(let members)):
      return enclosed(
        members.flatMap { attribute($0, in: known, depth: depth + 1) }, start + "{", "}",
        indentation)
    case (.fieldList, .array(let elements)):
      return enclosed(
        elements.flatMap { column($0, depth: depth + 1) }, start + "[", "]", indentation)
    case (.flag, .bool(let bool)): return [start + (bool ? "true" : "false")]
    case (.flag, _): return omitted("must be true or false")
    case (.bytes, .number(let digits)), (.seconds, .number(let digits)):
      guard let number = Int64(digits) else {
        return omitted("must be an integer up to \(Int64.max)")
      }
      return [start + String(number)]
    case (.bytes, _), (.seconds, _): return omitted("must be a number")
    case (.object, _), (.fieldList, _), (.field, _): return omitted("wrong JSON type")
    case (_, .string(let text)): return [start + HCLText.string(text)]
    case (_, .environment(let name)): return [start + "var.\(HCLText.variable(name))"]
    default: return omitted("must be a string")
    }
  }

  /// Returns a column as an object of the list, or as a comment if it has nested columns.
  private static func column(_ element: ExportValue.Element, depth: Int) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    func omitted(_ reason: String) -> [String] {
      ["\(indentation)# omitted \(element.escapedPointer) (\(reason)): \(element.value.line)"]
    }
    guard case .object(let members) = element.value else { return omitted("not an object") }
    if case .string(let type)? = element.value["type"], [.struct, .list].contains(ColumnType(type))
    {
      return omitted("the provider does not support \(type) columns")
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
