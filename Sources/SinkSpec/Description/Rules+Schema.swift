extension Rules {
  static let ingestColumn = Rule(
    "field-name-reserved", .documented, "not __ingest_ts, which the Data Catalog adds itself"
  ) { input in
    input.facts.isCatalog && input.text == "__ingest_ts"
      ? Finding("the Data Catalog adds the column __ingest_ts itself", isFinal: false) : nil
  }

  static let serverVariable = Rule(
    "secret-template", .guess, "without {{ NAME }}"
  ) { input in
    guard let open = input.text.firstRange(of: "{{"),
      input.text[open.upperBound...].contains("}}")
    else { return nil }
    return Finding("the service may replace {{ NAME }} by a variable of its own")
  }

  /// The rules of a list of fields that stand beside one another.
  static let fieldList = [
    FieldListRule(
      "field-name-missing", .guess, severity: .warning, "every field beside others has a name"
    ) { fields, _ in
      fields.indices.filter { fields[$0].name == nil }
        .map { ($0, Finding("a column without a name cannot be written to", isFinal: false)) }
    },
    FieldListRule(
      "field-name-duplicate", .guess, severity: .warning, "names beside one another are unique"
    ) { fields, _ in
      var seen: Set<String> = []
      return fields.indices.compactMap { index in
        guard let name = fields[index].name, !name.isEmpty, !seen.insert(name).inserted else {
          return nil
        }
        return (index, Finding("\(quoted(name)) is already the name of a field", isFinal: false))
      }
    },
  ]

  /// The rules of the schema's own list of fields.
  static let topFieldList =
    fieldList + [
      FieldListRule(
        "unstructured-columns", .guess,
        "only one column, \"value\" of type json, when the format is unstructured"
      ) { fields, facts in
        guard facts["/format/unstructured"] == "true", let first = fields.first else { return [] }
        if fields.count == 1, first.name == "value", first.type == "json" { return [] }
        return [
          (0, Finding("unstructured output has one column only: \"value\" of type json"))
        ]
      }
    ]
}
