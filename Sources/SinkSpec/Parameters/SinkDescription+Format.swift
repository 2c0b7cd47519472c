extension SinkDescription {
  static let format = Parameter.format(at: "/format", section: .format, options: .formatOptions)
}

extension Parameter {
  /// Returns the format object, which appears at the top level and inside the schema.
  static func format(
    at pointer: Pointer, section: FormSection, options: FormSection
  ) -> Parameter {
    let isTop = pointer == "/format"
    return Parameter(
      pointer,
      .object([
        Parameter(
          pointer.appending("type"),
          .choice([
            Choice("json", "one JSON object per line, $0.03 per GB"),
            Choice("parquet", "columnar, compressed, $0.06 per GB"),
          ]),
          required: true, in: section, label: "Format",
          help: isTop
            ? """
            The format of the files. Data Catalog sinks support only Parquet. Prices are as of \
            2026-08-03, for uncompressed data; the first 50 GB a month are free.
            """
            : "The format again, inside the schema. It is redundant: leave it out.",
          example: "parquet",
          whenOmitted: isTop ? "default undocumented; choose one" : "as in step 3",
          rules: isTop ? [Rules.catalogFormat] : []),
        Parameter(
          pointer.appending("decimal_encoding"),
          .choice([
            Choice("number", "a JSON number, which may lose digits"),
            Choice("string", "text, with every digit"),
            Choice("bytes", "the unscaled integer in base64"),
          ]),
          applies: .ownTypes(["json"]), in: options, label: "Decimals",
          help: "How decimal numbers are written in JSON.", example: "string",
          whenOmitted: "number", omittedValues: ["\"number\""]),
        Parameter(
          pointer.appending("timestamp_format"),
          .choice([
            Choice("rfc3339", "text: 2026-01-31T12:00:00Z"),
            Choice("unix_millis", "milliseconds since 1970"),
          ]),
          applies: .ownTypes(["json"]), in: options, label: "Timestamps",
          help: "How timestamps are written in JSON.", example: "rfc3339",
          whenOmitted: "rfc3339", omittedValues: ["\"rfc3339\""]),
        Parameter(
          pointer.appending("unstructured"), .flag, applies: .ownTypes(["json"]), in: options,
          label: "Unstructured",
          help: "Whether each record is one free-form JSON value instead of columns.",
          example: "false", whenOmitted: "no", omittedValues: ["false"]),
        Parameter(
          pointer.appending("compression"),
          .choice([
            Choice("uncompressed", "no compression"),
            Choice("snappy", "fastest", for: ["parquet"]),
            Choice("gzip", "most widely supported"),
            Choice("zstd", "smallest files", for: ["parquet"]),
            Choice("lz4", "fast, moderate ratio", for: ["parquet"]),
          ]),
          applies: .ownTypes(["parquet", "json"]), in: options, label: "Compression",
          help: "The codec of the files; JSON with gzip ends in json.gz.",
          example: "gzip", whenOmitted: "zstd, or none for JSON",
          omittedValues: nil,
          addition: .init(source: .currentReference, ownTypes: ["json"])),
        Parameter(
          pointer.appending("row_group_bytes"), .bytes(0...UInt64(Int64.max)), nullable: true,
          applies: .ownTypes(["parquet"]), in: options, label: "Row group size",
          help: "Closes a Parquet row group at this size in bytes.",
          example: "134217728", whenOmitted: "the service's default", omittedValues: nil,
          rules: [Rules.zeroRowGroup],
          otherNames: ["target_row_group_size", "row_group_size"]),
      ]),
      label: isTop ? "Format" : "Schema format",
      help: isTop
        ? "How the files are written."
        : "The format again, inside the schema. It is redundant: leave it out.",
      whenOmitted: isTop ? "undocumented; set it" : "as /format", omittedValues: nil,
      rules: isTop ? [] : [Rules.schemaFormat],
      missingRule: isTop
        ? Parameter.MissingRule(
          rule: "format-missing", source: .documentation,
          message: "is missing; the service's default is undocumented")
        : nil,
      removal: isTop ? nil : .currentReference)
  }
}
