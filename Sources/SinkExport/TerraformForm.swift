import SinkSpec

/// The request as a `cloudflare_pipeline_sink` resource of Cloudflare's Terraform provider, 5.19 to
/// 5.22.
///
/// The provider has an attribute for every parameter, with both types of configuration merged into
/// one object. It does not support nested columns.
struct TerraformForm {
  /// The configuration as text.
  private(set) var text = ""
  /// The values that the resource omits.
  private(set) var omissions: [Pointer] = []
  private let isPartial: Bool
  private var variables: [TerraformVariable] = []

  /// Creates the configuration.
  ///
  /// - Parameters:
  ///   - export: The request.
  ///   - isPartial: Whether to write the supported columns even if there are unsupported ones.
  init(_ export: Export, isPartial: Bool) {
    self.isPartial = isPartial
    guard case .object(let members) = export.value else {
      text = "# The payload is not an object, so the provider cannot send it.\n"
      omissions = [.root]
      return
    }
    let resource = resource(members, of: export)
    var lines = Self.providerRequirement
    if export.base != .standard {
      lines += [
        "", "provider \"cloudflare\" {", "  base_url = \(HCLText.string(export.base.text))", "}",
      ]
    }
    if !variables.isEmpty {
      lines += [
        "",
        "# Set these as environment variables, as in TF_VAR_\(variables[0].name). Terraform stores",
        "# secrets in its state.",
      ]
    }
    lines += variables.flatMap(\.lines)
    text = (HCLText.aligned(lines + [""] + resource)).joined(separator: "\n") + "\n"
  }

  private static let providerRequirement = [
    "terraform {", "  required_providers {", "    cloudflare = {",
    "      source = \"cloudflare/cloudflare\"", "      version = \"~> 5.19\"", "    }", "  }",
    "}",
  ]

  private mutating func resource(_ members: [ExportValue.Element], of export: Export) -> [String] {
    func text(_ name: String) -> String? {
      if case .string(let text)? = export.value[name] { text } else { nil }
    }
    let account =
      export.account.map(HCLText.string)
      ?? variable(Export.accountVariable, SinkDescription.account)
    var lines = [
      "resource \"cloudflare_pipeline_sink\" \"\(HCLText.identifier(text("name") ?? ""))\" {",
      "  account_id = \(account)",
    ]
    if text("type") == SinkType.basinCatalog {
      lines.append("  # Provider 5.22 supports only the types r2 and r2_data_catalog.")
    }
    for member in members {
      lines += attribute(member, in: SinkDescription.request.members, depth: 1)
    }
    if export.value["schema"] == nil {
      lines += [
        "  # Columns come from the pipeline's SELECT. Without this attribute the schema that the API",
        "  # returns would count as a change, and replace the sink.",
        "  schema = { fields = [] }",
      ]
    }
    if let type = text("type"), SinkType.catalogs.contains(type) {
      lines += [
        "", "  # If Terraform also enables the catalog, create it before the sink:",
        "  # depends_on = [cloudflare_r2_data_catalog.NAME]",
      ]
    }
    return lines + ["}"]
  }

  /// Returns a member as an attribute, or as a comment if the provider has no such attribute.
  private mutating func attribute(
    _ member: ExportValue.Element, in known: [Parameter], depth: Int
  ) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    guard let parameter = known.first(where: { $0.name == member.name }) else {
      return omitted(member, "not supported by the provider", indentation)
    }
    let start = "\(indentation)\(parameter.name) = "
    switch (parameter.kind, member.value) {
    case (_, .null):
      // Nothing is lost: the API also treats null as omitted.
      return [comment(member, "Terraform treats null as unset", indentation)]
    case (.object(let known), .object(let members)):
      let lines = members.flatMap { attribute($0, in: known, depth: depth + 1) }
      return Self.enclosed(lines, start + "{", "}", indentation)
    case (.fieldList, .array(let elements)):
      return columns(elements, start, depth: depth)
    case (.flag, .bool(let bool)): return [start + (bool ? "true" : "false")]
    case (.flag, _): return omitted(member, "must be true or false", indentation)
    case (.bytes, .number(let digits)), (.seconds, .number(let digits)):
      guard let number = Int64(digits) else {
        return omitted(member, "must be an integer up to \(Int64.max)", indentation)
      }
      return [start + String(number)]
    case (.bytes, _), (.seconds, _): return omitted(member, "must be a number", indentation)
    case (.object, _), (.fieldList, _), (.field, _):
      return omitted(member, "wrong JSON type", indentation)
    case (_, .string(let text)): return [start + HCLText.string(text)]
    case (_, .environment(let name)): return [start + variable(name, parameter)]
    default: return omitted(member, "must be a string", indentation)
    }
  }

  // MARK: Columns

  /// Returns the list of columns.
  ///
  /// Dropping only the unsupported columns would create a different sink, and sinks cannot be
  /// changed later, so the list is empty unless the export is partial.
  private mutating func columns(
    _ elements: [ExportValue.Element], _ start: String, depth: Int
  ) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    if !isPartial, elements.contains(where: { Self.obstacle($0) != nil }) {
      let comments = elements.flatMap { element in
        Self.obstacle(element).map { omitted(element, $0, indentation) } ?? []
      }
      return comments + [
        "\(indentation)# Columns come from the pipeline's SELECT instead.", start + "[]",
      ]
    }
    let lines = elements.flatMap { column($0, depth: depth + 1) }
    return Self.enclosed(lines, start + "[", "]", indentation)
  }

  /// Returns the reason the provider does not support a column; nil if it does.
  private static func obstacle(_ element: ExportValue.Element) -> String? {
    guard case .object = element.value else { return "not an object" }
    if case .string(let type)? = element.value["type"], [.struct, .list].contains(ColumnType(type))
    {
      return "the provider does not support \(type) columns"
    }
    return nil
  }

  private mutating func column(_ element: ExportValue.Element, depth: Int) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    if let obstacle = Self.obstacle(element) { return omitted(element, obstacle, indentation) }
    guard case .object(let members) = element.value else { return [] }
    let known = SchemaFieldDescription.members.filter(\.isScalar)
    let lines = members.flatMap { attribute($0, in: known, depth: depth + 1) }
    return Self.enclosed(lines, indentation + "{", "},", indentation)
  }

  // MARK: Parts

  private mutating func omitted(
    _ element: ExportValue.Element, _ reason: String, _ indentation: String
  ) -> [String] {
    omissions.append(element.pointer)
    return [comment(element, reason, indentation)]
  }

  private func comment(
    _ element: ExportValue.Element, _ reason: String, _ indentation: String
  ) -> String {
    "\(indentation)# omitted \(element.escapedPointer) (\(reason)): \(element.value.line)"
  }

  /// Returns a reference to the input variable for an environment variable.
  private mutating func variable(_ environment: String, _ parameter: Parameter) -> String {
    if let known = variables.first(where: { $0.environment == environment }) {
      return known.reference
    }
    let new = TerraformVariable(
      environment: environment, for: parameter, beside: Set(variables.map(\.name)))
    variables.append(new)
    return new.reference
  }

  private static func enclosed(
    _ lines: [String], _ opening: String, _ closing: String, _ indentation: String
  ) -> [String] {
    lines.isEmpty ? [opening + closing] : [opening] + lines + [indentation + closing]
  }
}
