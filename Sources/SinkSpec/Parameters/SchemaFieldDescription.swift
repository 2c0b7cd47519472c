/// The members of one schema field, the same at any depth.
package enum SchemaFieldDescription {
  /// The pattern of the pointers of top-level fields, under which the members are described.
  static let pattern: Pointer = "/schema/fields/*"

  package static let type = Parameter(
    "/schema/fields/*/type",
    .choice([
      Choice(ColumnType.int32.name, "whole numbers to ±2 thousand million"),
      Choice(ColumnType.int64.name, "whole numbers to ±9 million million million"),
      Choice(ColumnType.float32.name, "fractions, about 7 digits"),
      Choice(ColumnType.float64.name, "fractions, about 15 digits"),
      Choice(ColumnType.bool.name, "true or false"),
      Choice(ColumnType.string.name, "text"),
      Choice(ColumnType.binary.name, "bytes, base64 in events"),
      Choice(ColumnType.timestamp.name, "a moment: RFC 3339 text or a number in the unit"),
      Choice(ColumnType.json.name, "any JSON value, kept as it is"),
      Choice(ColumnType.struct.name, "named fields inside"),
      Choice(ColumnType.list.name, "many of one kind of item"),
    ]),
    required: true, in: .field, label: "Type",
    help: "The type of the column's values.", example: "string")

  package static let name = Parameter(
    "/schema/fields/*/name", .text, nullable: true, in: .field, label: "Name",
    help: "The column's name, unique among the fields beside it. A list's item needs none.",
    example: "user_id", whenOmitted: "no name", rules: [Rules.notEmpty])

  package static let required = Parameter(
    "/schema/fields/*/required", .flag, in: .field, label: "Required",
    help: "Whether every event must have it: events that lack it are dropped.",
    example: "true", whenOmitted: "no")

  package static let metadataKey = Parameter(
    "/schema/fields/*/metadata_key", .text, nullable: true, in: .field, label: "Metadata key",
    help: "The name of a value that the source adds to each event. R2 sinks have no use for it.",
    example: "offset_id", whenOmitted: "none")

  package static let sqlName = Parameter(
    "/schema/fields/*/sql_name", .text, in: .field, label: "SQL name",
    help: "The column's SQL type as the service computes it; what is sent is probably ignored.",
    example: "BIGINT", whenOmitted: "computed")

  package static let unit = Parameter(
    "/schema/fields/*/unit",
    .choice([
      Choice("second", "10 digits today"),
      Choice("millisecond", "13 digits today"),
      Choice("microsecond", "16 digits today"),
      Choice("nanosecond", "19 digits today"),
    ]),
    applies: .ownType(ColumnType.timestamp.name), in: .field, label: "Unit",
    help: "What a number in the events counts since 1970.", example: "millisecond",
    whenOmitted: "millisecond")

  package static let fields = Parameter(
    "/schema/fields/*/fields", .fieldList, required: true,
    applies: .ownType(ColumnType.struct.name),
    label: "Fields", help: "The fields inside the struct.")

  package static let items = Parameter(
    "/schema/fields/*/items", .field, required: true, applies: .ownType(ColumnType.list.name),
    label: "Items", help: "What each item of the list is.")

  /// A field of a list of fields.
  static let element = Parameter(pattern, .field, label: "Field")

  /// The members in the order of the reference, the nested ones last.
  package static let members = [type, metadataKey, name, required, sqlName, unit, fields, items]

  /// The members that hold a single value: first those that have a cell on a column's row.
  static let scalars = [name, type, required, unit] + others.filter(\.isScalar)
  private static let others = members.filter { member in
    ![name, type, required, unit].contains { $0 === member }
  }

  /// One field, whatever it stands in.
  static let field = Parameter(pattern, .object(members), label: "Field")

  /// Where members stand in ``members``.
  static let namePlace = members.firstIndex { $0 === name } ?? 0
  static let typePlace = members.firstIndex { $0 === type } ?? 0
  static let metadataKeyPlace = members.firstIndex { $0 === metadataKey } ?? 0

  /// The member of a field that a pointer such as `/schema/fields/3/items/type` names.
  static func parameter(at pointer: Pointer) -> Parameter? {
    guard pointer.text.hasPrefix("/schema/fields/") else { return nil }
    let tokens = pointer.tokens.dropFirst(2)
    guard let last = tokens.last, Int(last) == nil else { return nil }
    return members.first { $0.name == last }
  }
}
