extension Rules {
  /// The rule against missing names, which checks each field separately.
  static let fieldName = FieldListRule(
    "field-name-missing", .documentation, "every field of a struct or schema has a name"
  ) { fields, _ in
    fields.indices.filter { fields[$0].isNameless }
      .map {
        ($0, Finding("a column without a name cannot be written to", reportsWhileTyping: false))
      }
  }

  /// The rule against duplicate names.
  static let fieldNames = FieldListRule(
    "field-name-duplicate", .observed, severity: .warning, "sibling names are unique"
  ) { fields, _ in
    DuplicateNames.indices(in: fields).map { index in
      let name = quoted(fields[index].name ?? "")
      return (index, Finding("\(name) is already the name of a field", reportsWhileTyping: false))
    }
  }

  /// The rule against names that many tools treat as equal.
  static let similarFieldNames = FieldListRule(
    "field-name-similar", .observed, severity: .warning,
    "sibling names differ in more than case or normalization"
  ) { fields, _ in
    DuplicateNames.similar(in: fields).map { index, other in
      let message = "differs from \(quoted(other)) only in case or normalization"
      return (index, Finding(message, reportsWhileTyping: false))
    }
  }

  static let fieldNameControl = Rule(
    "field-name-control", .observed, severity: .warning, "no control characters"
  ) { input in
    input.text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
      ? Finding("has control characters, which many tools cannot show or quote") : nil
  }

  static let structFields = Rule(
    "struct-empty", .observed, "at least one field"
  ) { input in
    input.number == 0
      ? Finding("a struct needs fields: Parquet and Iceberg cannot store an empty one") : nil
  }

  /// The rules of a list that compare its fields.
  static let fieldListOthers = [fieldNames, similarFieldNames]

  /// The rules of a list of sibling fields.
  static let fieldList = [fieldName] + fieldListOthers

  /// The rules of the top-level list of fields.
  static let topFieldList = [fieldName] + topFieldListOthers

  /// The column name that the Data Catalog reserves.
  static let reservedName = "__ingest_ts"

  /// The rules of the top-level list that compare fields or depend on the rest of the request.
  static let topFieldListOthers = [
    fieldNames, similarFieldNames,
    FieldListRule(
      "field-name-reserved", .observed, severity: .warning,
      "not __ingest_ts, which the Data Catalog adds itself"
    ) { fields, context in
      guard context.isCatalog else { return [] }
      return fields.indices.filter { fields[$0].name == reservedName }
        .map {
          (
            $0,
            Finding(
              "the Data Catalog adds the column __ingest_ts itself", reportsWhileTyping: false)
          )
        }
    },
    FieldListRule(
      "unstructured-columns", .observed,
      "only one column, \"value\" of type json, when the format is unstructured"
    ) { fields, context in
      guard context.isUnstructured else { return [] }
      let columns = fields.indices.filter { !fields[$0].isMetadata }
      let others = columns.filter { fields[$0].name != "value" || !fields[$0].isJSON }
      guard let first = others.first ?? columns.dropFirst().first else { return [] }
      let mayBecomeIt =
        columns.count == 1 && fields[first].isJSON
        && "value".utf8.starts(with: (fields[first].name ?? "").utf8)
      return [
        (
          first,
          Finding(
            "unstructured output can have only one column: \"value\" of type json",
            reportsWhileTyping: !mayBecomeIt)
        )
      ]
    },
  ]
}
