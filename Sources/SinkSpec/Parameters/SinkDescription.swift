/// The description of the Create Sink request: the API reference and additional known rules.
package enum SinkDescription {
  /// The account in the URL, which is not part of the body.
  package static let account = Parameter(
    "/account_id", .text, required: true, in: .sink, label: "Account ID",
    help: "The account that will own the sink. It is part of the URL, not the body.",
    example: "0123105f4ecef8ad9ca31a8372d0c353", suggestion: "",
    rules: [Rules.accountGiven, Rules.accountShape, Rules.literalReference])

  /// The body, with its members in the order of the API reference.
  package static let request = Parameter(
    "", .object([name, type, config, format, schema]), required: true, label: "Request",
    help: "The body of the Create Sink request.")

  /// The `$schema` member for editors, which is allowed in files and never sent.
  static let annotation = Parameter(
    "/$schema", .text, label: "JSON Schema",
    help: "The location of a JSON Schema for editors. It is not part of the request.",
    whenOmitted: "none")

  /// Returns whether a member of the body's object is for editors and not part of the request.
  package static func isAnnotation(_ name: String, of object: Pointer) -> Bool {
    object == .root && name == annotation.name
  }

  /// The members that the API adds to a stored sink and that a request cannot have.
  static let responseMembers = ["id", "created_at", "modified_at", "version", "used_by"]

  static let name = Parameter(
    "/name", .text, required: true, in: .sink, label: "Name",
    help: """
      The name of the sink: 1–128 characters. Pipelines write to it by this name in SQL \
      (INSERT INTO name …). It cannot be changed later.
      """,
    example: "my_sink",
    rules: [Rules.nameLength, Rules.nameCharacters, Rules.nameAsTable, Rules.literalReference],
    otherNames: ["sink_name"])

  static let type = Parameter(
    "/type",
    .choice([
      Choice(SinkType.r2, "files in an R2 bucket"),
      Choice(SinkType.catalog, "an Iceberg table in the bucket's Data Catalog"),
      Choice(
        SinkType.basinCatalog, "the same table under the product's new name",
        newer: .currentReference),
    ]),
    required: true, in: .sink, label: "Type",
    help: "The destination: files in an R2 bucket, or a table in the bucket's Data Catalog.",
    example: SinkType.r2)

  static let schema = Parameter(
    "/schema",
    .object([
      Parameter(
        "/schema/fields", .fieldList, in: nil, label: "Columns",
        help: """
          The columns of the sink, in order. Fields of structs and lists have the same members, \
          at any depth.
          """,
        whenOmitted: "derived from the pipeline's SELECT", omittedValues: nil),
      .format(at: "/schema/format", section: .schemaFormat, options: .schemaFormat),
      Parameter(
        "/schema/inferred", .flag, nullable: true, in: .schemaAdvanced, label: "Inferred",
        help: """
          Marks the columns as derived from the pipeline's SELECT instead of this list. \
          An empty list has the same effect.
          """,
        example: "true", whenOmitted: "not marked", omittedValues: nil),
    ]),
    label: "Schema", help: "The columns of the events that the sink accepts.",
    whenOmitted: "derived from the pipeline's SELECT", omittedValues: nil)

  /// Returns a parameter and all parameters below it, in reference order.
  package static func all(below parameter: Parameter = request) -> [Parameter] {
    [parameter] + parameter.members.flatMap { all(below: $0) }
  }

  /// Every parameter with its own form field, the account first.
  package static let asked: [Parameter] = [account] + all().filter { $0.section != nil }

  /// Returns the environment reference that replaces a probable secret; nil for other values.
  ///
  /// - Parameters:
  ///   - pointer: The pointer to a value that is unknown or of the wrong type.
  ///   - literal: The value's JSON text.
  /// - Returns: The reference of the secret with the closest name, or of any secret if the value
  ///   contains one.
  package static func reference(forSecretAt pointer: Pointer, _ literal: String) -> String? {
    let secrets = all().filter(\.isSecret)
    let name = NearestName.of(pointer.lastToken, among: secrets.map(\.name))
    if let meant = secrets.first(where: { $0.name == name }) { return meant.defaultReference }
    // Secrets are strings, so values without strings contain none.
    guard literal.contains("\"") else { return nil }
    let holdsSome =
      pointer.isWithin("/config/credentials")
      || NearestName.of(pointer.lastToken, among: ["credentials"]) != nil
      || SecretNames.contains(pointer.lastToken)
      || secrets.contains { $0.pointer.isWithin(pointer) || literal.contains("\"\($0.name)\"") }
    return holdsSome ? secrets.last?.defaultReference : nil
  }

  private static let byPointer: [Pointer: Parameter] = Dictionary(
    ([account] + all() + SchemaFieldDescription.members).map { ($0.pointer, $0) },
    uniquingKeysWith: { first, _ in first })

  /// Returns the parameter that a pointer names.
  ///
  /// Indices of schema fields match `*`.
  package static func parameter(at pointer: Pointer) -> Parameter? {
    byPointer[pointer] ?? SchemaFieldDescription.parameter(at: pointer)
  }
}

/// The values of `/config/jurisdiction`.
package enum Jurisdiction {
  package static let all = ["eu", "us", "fedramp", "fedramp-high"]
}

/// The values of `/type`.
package enum SinkType {
  /// Files in a bucket.
  package static let r2 = "r2"
  /// A table in the bucket's Data Catalog.
  package static let catalog = "r2_data_catalog"
  /// The newer name of the same destination.
  package static let basinCatalog = "basin_catalog"

  /// The types that write to a table.
  package static let catalogs = [catalog, basinCatalog]
}
