extension SinkDescription {
  static let format = Parameter.format(at: "/format", section: .format, options: .formatOptions)
}

extension Parameter {
  /// The format object, which the request has twice: at the top and inside the schema.
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
            Choice("json", "one JSON object a line"),
            Choice("parquet", "columns, compressed"),
          ]),
          required: true, in: section, label: "Format",
          help: isTop
            ? "The format of the files. A Data Catalog sink takes Parquet only."
            : "The format again, inside the schema. It is redundant: leave it out.",
          example: "parquet", whenOmitted: isTop ? "unclear: name one" : "as in step 3",
          rules: isTop ? [Rules.catalogFormat] : []),
        Parameter(
          pointer.appending("decimal_encoding"),
          .choice([
            Choice("number", "as a JSON number, which may lose digits"),
            Choice("string", "as text, every digit kept"),
            Choice("bytes", "as base64 of the unscaled integer"),
          ]),
          applies: .ownType("json"), in: options, label: "Decimals",
          help: "How decimal numbers are written in JSON.", example: "string",
          whenOmitted: "number"),
        Parameter(
          pointer.appending("timestamp_format"),
          .choice([
            Choice("rfc3339", "as text: 2026-01-31T12:00:00Z"),
            Choice("unix_millis", "as milliseconds since 1970"),
          ]),
          applies: .ownType("json"), in: options, label: "Timestamps",
          help: "How timestamps are written in JSON.", example: "rfc3339",
          whenOmitted: "rfc3339"),
        Parameter(
          pointer.appending("unstructured"), .flag, applies: .ownType("json"), in: options,
          label: "Unstructured",
          help: "Whether each record is one free-form JSON value instead of columns.",
          example: "false", whenOmitted: "no"),
        Parameter(
          pointer.appending("compression"),
          .choice([
            Choice("uncompressed", "no compression"),
            Choice("snappy", "the fastest"),
            Choice("gzip", "read everywhere"),
            Choice("zstd", "the smallest files"),
            Choice("lz4", "fast, with a fair ratio"),
          ]),
          applies: .ownType("parquet"), in: options, label: "Compression",
          help: "The codec of the Parquet columns.", example: "zstd", whenOmitted: "zstd"),
        Parameter(
          pointer.appending("row_group_bytes"), .bytes(0...UInt64(Int64.max)), nullable: true,
          applies: .ownType("parquet"), in: options, label: "Row group size",
          help: "The bytes at which a Parquet row group is closed.",
          example: "134217728", whenOmitted: "the service's default"),
      ]),
      label: isTop ? "Format" : "Schema format",
      help: isTop
        ? "How the files are written."
        : "The format again, inside the schema. It is redundant: leave it out.",
      whenOmitted: isTop ? "not documented, so send it" : "as /format",
      rules: isTop ? [] : [Rules.schemaFormat],
      missingRule: isTop
        ? Parameter.MissingRule(
          rule: "format-missing", source: .documentation,
          message: "is left out, and what the service then does is not documented")
        : nil)
  }
}
