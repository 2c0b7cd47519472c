import SinkSpec

/// Type names of other tools.
enum TypeAliases {
  /// Equivalent names in the engine, wrangler and SQL.
  static let same: [String: ColumnType] = Dictionary(
    uniqueKeysWithValues: SchemaFieldDescription.type.choices.flatMap { choice in
      choice.otherNames.map { ($0, ColumnType(choice.value)) }
    })

  /// Returns the closest type for a type without a counterpart, with a warning about the loss.
  ///
  /// The engine and wrangler support `uint32`, `uint64` and `decimal128`, but the API does not.
  ///
  /// - Parameters:
  ///   - type: The type, perhaps with parameters in parentheses.
  ///   - name: The name to use in the warning, if the source has another name for the type.
  /// - Returns: The closest type; nil if there is none.
  static func nearest(to type: String, as name: String? = nil) -> ImportedType? {
    let bare = String(type.prefix { $0 != "(" })
    let type = (name ?? type).abbreviated
    switch bare {
    case "int8", "int16", "uint8", "uint16", "i8", "i16", "u8", "u16", "smallint", "tinyint":
      return ImportedType(.int32, warning: "\(type) has no counterpart; int32 holds every value")
    case "uint32", "u32":
      return ImportedType(.int64, warning: "\(type) has no counterpart; int64 holds every value")
    case "uint64", "u64":
      return ImportedType(
        .int64,
        warning: "\(type) has no counterpart; values above 9,223,372,036,854,775,807 do not fit")
    case "decimal", "decimal128", "decimal256", "numeric":
      return ImportedType(
        .float64, warning: "\(type) has no counterpart; float64 keeps about 15 digits")
    case "date", "date32", "date64", "time", "time32", "time64", "interval", "duration":
      return ImportedType(.string, warning: "\(type) has no counterpart; imported as text")
    case "map": return .json("a map has no counterpart; imported as json")
    case "uuid": return ImportedType(.string, warning: "uuid has no counterpart; imported as text")
    default: return nil
    }
  }

  /// Alternative names of time units.
  static let units: [String: String] = [
    "s": "second", "seconds": "second", "ms": "millisecond", "milliseconds": "millisecond",
    "us": "microsecond", "microseconds": "microsecond", "ns": "nanosecond",
    "nanoseconds": "nanosecond",
  ]
}

extension ImportedType {
  /// Returns the type that is equivalent to a name, and notes the renaming.
  static func equivalent(of name: String, _ notes: inout ImportNotes) -> ImportedType {
    let same = TypeAliases.same[name] ?? ColumnType(name)
    notes.rename(name, to: same.name)
    return ImportedType(same)
  }

  /// Returns the closest type for a type without a counterpart; json if there is none.
  static func nearest(to name: String) -> ImportedType {
    TypeAliases.nearest(to: name) ?? .withoutCounterpart(name)
  }

  /// Returns the json type for a type without a counterpart.
  static func withoutCounterpart(_ name: String) -> ImportedType {
    .json("\(name.abbreviated) has no counterpart; imported as json")
  }
}
