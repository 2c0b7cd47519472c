/// The description of a schema field, which is the same at any depth.
package enum SchemaFieldDescription {
  /// The pointer pattern of top-level fields; members are described below it.
  static let pattern: Pointer = "/schema/fields/*"

  package static let type = Parameter(
    "/schema/fields/*/type",
    .choice([
      Choice(
        ColumnType.int32.name, "32-bit integers, ±2.1 billion",
        otherNames: ["integer", "int", "i32"]),
      Choice(
        ColumnType.int64.name, "64-bit integers, ±9.2 × 10^18",
        otherNames: ["bigint", "long", "i64"]),
      Choice(
        ColumnType.float32.name, "32-bit floating point, about 7 digits",
        otherNames: ["float", "real", "f32"]),
      Choice(
        ColumnType.float64.name, "64-bit floating point, about 15 digits",
        otherNames: ["double", "f64"]),
      Choice(ColumnType.bool.name, "true or false", otherNames: ["boolean"]),
      Choice(ColumnType.string.name, "text", otherNames: ["text", "varchar", "utf8"]),
      Choice(
        ColumnType.binary.name, "bytes, base64 in events",
        otherNames: ["bytes", "bytea", "varbinary", "blob"]),
      Choice(
        ColumnType.timestamp.name, "a point in time: RFC 3339 text, or a number",
        otherNames: ["datetime", "timestamptz"]),
      Choice(ColumnType.json.name, "any JSON value, stored as is"),
      Choice(
        ColumnType.struct.name, "an object with named fields", otherNames: ["object", "record"]),
      Choice(ColumnType.list.name, "a list of items of one type", otherNames: ["array"]),
    ]),
    required: true, in: .field, label: "Type",
    help: "The type of the column's values.", example: "string")

  package static let name = Parameter(
    "/schema/fields/*/name", .text, nullable: true, in: .field, label: "Name",
    help: "The column's name, unique among its siblings. Not needed for list items.",
    example: "user_id", whenOmitted: "no name",
    rules: [Rules.notEmpty, Rules.fieldNameControl, Rules.surroundingSpace],
    nullRule: Parameter.MissingRule(
      rule: Rules.fieldName.name, source: .documentation, message: "must not be null"))

  package static let required = Parameter(
    "/schema/fields/*/required", .flag, in: .field, label: "Required",
    help: """
      Whether every event must have a value. Streams drop other events; for sinks this is \
      undocumented.
      """,
    example: "true", whenOmitted: "no", omittedValues: ["false"])

  package static let metadataKey = Parameter(
    "/schema/fields/*/metadata_key", .text, nullable: true, in: .field, label: "Metadata key",
    help: "The key of a value that the source adds to each event. Not used by R2 sinks.",
    example: "offset_id", whenOmitted: "none")

  package static let sqlName = Parameter(
    "/schema/fields/*/sql_name", .text, in: .field, label: "SQL name",
    help: "The column's SQL type, computed by the service; a value you send is probably ignored.",
    example: "BIGINT", whenOmitted: "computed", omittedValues: nil)

  package static let unit = Parameter(
    "/schema/fields/*/unit",
    .choice([
      Choice("second", "10 digits today"),
      Choice("millisecond", "13 digits today"),
      Choice("microsecond", "16 digits today"),
      Choice("nanosecond", "19 digits today"),
    ]),
    applies: .ownTypes([ColumnType.timestamp.name]), in: .field, label: "Unit",
    help: "The unit of numeric timestamps, counted from the Unix epoch (1970).",
    example: "millisecond",
    whenOmitted: "millisecond", omittedValues: ["\"millisecond\""])

  package static let fields = Parameter(
    "/schema/fields/*/fields", .fieldList, required: true,
    applies: .ownTypes([ColumnType.struct.name]),
    label: "Fields", help: "The fields of the struct.",
    rules: [Rules.structFields])

  package static let items = Parameter(
    "/schema/fields/*/items", .field, required: true, applies: .ownTypes([ColumnType.list.name]),
    label: "Items", help: "The type of the list's items.")

  /// An element of a list of fields.
  static let element = Parameter(pattern, .field, label: "Field")

  /// The members in the order of the API reference, nested fields last.
  package static let members = [type, metadataKey, name, required, sqlName, unit, fields, items]

  /// The scalar members, those with a cell in a column's row first.
  static let scalars = [name, type, required, unit] + others.filter(\.isScalar)
  private static let others = members.filter { member in
    ![name, type, required, unit].contains { $0 === member }
  }

  /// A field in any container.
  static let field = Parameter(pattern, .object(members), label: "Field")

  /// Indices of frequently used members in ``members``.
  static let nameIndex = members.firstIndex { $0 === name } ?? 0
  static let typeIndex = members.firstIndex { $0 === type } ?? 0
  static let metadataKeyPlace = members.firstIndex { $0 === metadataKey } ?? 0

  /// Returns the field member that a pointer such as `/schema/fields/3/items/type` names.
  static func parameter(at pointer: Pointer) -> Parameter? {
    guard pointer.text.hasPrefix("/schema/fields/") else { return nil }
    let tokens = pointer.tokens.dropFirst(2)
    guard let last = tokens.last, Int(last) == nil else { return nil }
    return members.first { $0.name == last }
  }
}
