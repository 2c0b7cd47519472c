/// The Create Sink request, described once as data: the reference page, and what else is known.
package enum SinkDescription {
  /// The account of the URL, which is not in the body.
  package static let account = Parameter(
    "/account_id", .text, required: true, in: .sink, label: "Account ID",
    help: "The account that will own the sink. It goes into the URL, not into the body.",
    example: "0123105f4ecef8ad9ca31a8372d0c353", rules: [Rules.accountGiven, Rules.accountShape])

  /// The body, whose members stand in the order of the reference.
  package static let request = Parameter(
    "", .object([name, type, config, format, schema]), required: true, label: "Request",
    help: "The body of the Create Sink request.")

  static let name = Parameter(
    "/name", .text, required: true, in: .sink, label: "Name",
    help: """
      The name of the sink: 1–128 characters. Pipelines write to it by this name in SQL \
      (INSERT INTO name …), and it cannot be changed later.
      """,
    example: "my_sink", rules: [Rules.nameLength, Rules.nameCharacters, Rules.nameAsTable])

  static let type = Parameter(
    "/type",
    .choice([
      Choice(SinkType.r2, "files in an R2 bucket"),
      Choice(SinkType.catalog, "an Iceberg table in the bucket's Data Catalog"),
    ]),
    required: true, in: .sink, label: "Type",
    help: "What the sink writes: files in an R2 bucket, or a table of the bucket's Data Catalog.",
    example: SinkType.r2)

  static let schema = Parameter(
    "/schema",
    .object([
      Parameter(
        "/schema/fields", .fieldList, in: nil, label: "Columns",
        help: """
          The columns that the sink expects, in order. Fields inside a struct or a list have the \
          same members, to any depth.
          """,
        whenOmitted: "taken from the pipeline's SELECT"),
      .format(at: "/schema/format", section: .schemaFormat, options: .schemaFormat),
      Parameter(
        "/schema/inferred", .flag, nullable: true, in: .schemaAdvanced, label: "Inferred",
        help: """
          Marks the columns as taken from the pipeline's SELECT instead of the list here. \
          An empty list of columns says the same.
          """,
        example: "true", whenOmitted: "no mark"),
    ]),
    label: "Schema", help: "What the sink expects of events.",
    whenOmitted: "taken from the pipeline's SELECT")

  /// Every parameter below a parameter, itself first, in reference order.
  package static func all(below parameter: Parameter = request) -> [Parameter] {
    [parameter] + parameter.members.flatMap { all(below: $0) }
  }

  /// Every parameter that a form asks for by its own pointer, with the account first.
  package static let asked: [Parameter] = [account] + all().filter { $0.section != nil }

  /// The reference that stands for what was probably meant as a secret; nil for anything else.
  ///
  /// - Parameters:
  ///   - pointer: where a value stands that has no parameter, or not its shape.
  ///   - literal: its JSON text.
  /// - Returns: the reference of the secret that its name is nearest to, or of any when it holds some.
  package static func reference(forSecretAt pointer: Pointer, _ literal: String) -> String? {
    let secrets = all().filter(\.isSecret)
    let name = NearestName.of(pointer.lastToken, among: secrets.map(\.name))
    if let meant = secrets.first(where: { $0.name == name }) { return meant.defaultReference }
    // What has no text in it holds no secret: null, numbers, and lists of them.
    guard literal.contains("\"") else { return nil }
    let holdsSome =
      pointer.isWithin("/config/credentials")
      || NearestName.of(pointer.lastToken, among: ["credentials"]) != nil
      || isNameOfSecret(pointer.lastToken)
      || secrets.contains { $0.pointer.isWithin(pointer) || literal.contains("\"\($0.name)\"") }
    return holdsSome ? secrets.last?.defaultReference : nil
  }

  /// Whether a member that the reference does not know is named as secrets are elsewhere, such as
  /// `apiToken` or `aws_secret_access_key`.
  package static func isNameOfSecret(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return ["token", "secret", "password", "accesskey", "apikey"].contains {
      letters.contains($0)
    }
  }

  private static let byPointer: [Pointer: Parameter] = Dictionary(
    ([account] + all() + SchemaFieldDescription.members).map { ($0.pointer, $0) },
    uniquingKeysWith: { first, _ in first })

  /// The parameter that a pointer names; an index of a schema field counts as any.
  package static func parameter(at pointer: Pointer) -> Parameter? {
    byPointer[pointer] ?? SchemaFieldDescription.parameter(at: pointer)
  }
}
