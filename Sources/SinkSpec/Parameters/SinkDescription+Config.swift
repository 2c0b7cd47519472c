extension SinkDescription {
  private static let onlyR2 = Parameter.Condition.sinkTypes([SinkType.r2])
  private static let onlyCatalog = Parameter.Condition.sinkTypes(SinkType.catalogs)

  /// The configuration of both sink types, in the order of the API reference.
  static let config = Parameter(
    "/config",
    .object([
      Parameter(
        "/config/token", .secret(reference: "R2_CATALOG_TOKEN"), required: true,
        applies: onlyCatalog, in: .credentials, label: "Catalog token",
        help: """
          The API token for the catalog and the bucket: Workers R2 Storage Bucket Item Write and \
          Workers R2 Data Catalog Write, or R2 Admin Read & Write. It cannot be changed later.
          """,
        example: "${R2_CATALOG_TOKEN}", rules: Rules.secret, otherNames: ["catalog_token"]),
      Parameter(
        "/config/account_id", .text, required: true, in: .bucket, label: "Account ID",
        help: """
          The account that owns the bucket, usually the same as in the URL.
          """,
        example: "0123105f4ecef8ad9ca31a8372d0c353", suggestion: "",
        rules: [Rules.bucketAccountShape, Rules.literalReference, Rules.accountMatches]),
      Parameter(
        "/config/bucket", .text, required: true, in: .bucket, label: "Bucket",
        help: """
          The existing R2 bucket to write to: 3–63 characters, a–z 0–9 and hyphens, beginning \
          and ending with a letter or digit.
          """,
        example: "analytics-events", rules: [Rules.bucketName, Rules.literalReference],
        otherNames: ["bucket_name"]),
      Parameter(
        "/config/credentials",
        .object([
          Parameter(
            "/config/credentials/access_key_id", .secret(reference: "R2_ACCESS_KEY_ID"),
            required: true, applies: onlyR2, in: .credentials, label: "Access key ID",
            help: "The Access Key ID of an R2 API token with Object Read & Write on the bucket.",
            example: "${R2_ACCESS_KEY_ID}",
            rules: Rules.secret),
          Parameter(
            "/config/credentials/secret_access_key", .secret(reference: "R2_SECRET_ACCESS_KEY"),
            required: true, applies: onlyR2, in: .credentials, label: "Secret access key",
            help: "The Secret Access Key that belongs to the Access Key ID.",
            example: "${R2_SECRET_ACCESS_KEY}",
            rules: Rules.secret),
        ]),
        required: true, applies: onlyR2, label: "Credentials",
        help: "The key pair of an R2 API token with write access to the bucket."),
      Parameter(
        "/config/table_name", .text, required: true, applies: onlyCatalog, in: .catalog,
        label: "Table",
        help: "The Iceberg table to create. It must not exist yet.",
        example: "events", rules: [Rules.notEmpty, Rules.tableName, Rules.literalReference],
        otherNames: ["table"]),
      Parameter(
        "/config/namespace", .text, applies: onlyCatalog, in: .catalog, label: "Namespace",
        help: "The table's catalog namespace, created if missing. Dots separate levels.",
        example: "analytics", suggestion: "default", whenOmitted: "default",
        omittedValues: ["\"default\""],
        rules: [Rules.notEmpty, Rules.namespace, Rules.literalReference]),
      fileNaming,
      Parameter(
        "/config/jurisdiction", .text, applies: onlyR2, in: .bucket, label: "Jurisdiction",
        help: """
          The jurisdiction of the bucket: \(Jurisdiction.all.listed(with: "or")). Omit it for a \
          bucket without one.
          """,
        example: "eu", whenOmitted: "none", omittedValues: ["\"default\""],
        rules: [Rules.jurisdiction, Rules.literalReference]),
      Parameter(
        "/config/partitioning",
        .object([
          Parameter(
            "/config/partitioning/time_pattern", .timePattern, applies: onlyR2, in: .files,
            label: "Time pattern",
            help: """
              The folders below the path, from the event's time in UTC: %Y year, %m month, %d day, \
              %H hour, %M minute. A slash starts a new folder.
              """,
            example: "year=%Y/month=%m/day=%d/hour=%H",
            suggestion: ObjectKey.defaultTimePattern,
            presets: [
              Choice(ObjectKey.defaultTimePattern, "daily, the default"),
              Choice("year=%Y/month=%m/day=%d/hour=%H", "hourly"),
              Choice("year=%Y/month=%m/day=%d/hour=%H/minute=%M", "by minute"),
            ],
            whenOmitted: ObjectKey.defaultTimePattern,
            omittedValues: [JSONText.string(ObjectKey.defaultTimePattern)],
            rules: Rules.timePattern + [
              Rules.surroundingSpace, Rules.literalReference,
              Rules.keyLength(at: "/config/partitioning/time_pattern"),
            ],
            otherNames: ["partition_pattern", "time_partition_pattern"])
        ]),
        applies: onlyR2, label: "Partitioning",
        help: "How files are organized into folders.",
        whenOmitted: ObjectKey.defaultTimePattern),
      Parameter(
        "/config/path", .text, applies: onlyR2, in: .bucket, label: "Path",
        help: "The folder in the bucket for all files.",
        example: "events/raw", whenOmitted: "the bucket's root",
        rules: [
          Rules.path, Rules.surroundingSpace, Rules.literalReference,
          Rules.keyLength(at: "/config/path"),
        ]),
      rollingPolicy,
    ]),
    label: "Config",
    help: "Where and how the sink writes.", whenOmitted: "no destination",
    missingRule: Parameter.MissingRule(
      rule: "config-missing", source: .documentation,
      message: "is missing; the sink would have nowhere to write"))

  private static let fileNaming = Parameter(
    "/config/file_naming",
    .object([
      Parameter(
        "/config/file_naming/prefix", .text, applies: onlyR2, in: .files, label: "Name prefix",
        help: "The start of each file name, followed by a hyphen: prefix-<unique part>.parquet.",
        example: "events", whenOmitted: "none",
        rules: [
          Rules.fileNamePart, Rules.surroundingSpace, Rules.literalReference,
          Rules.keyLength(at: "/config/file_naming/prefix"),
        ],
        otherNames: ["file_prefix", "filename_prefix"]),
      Parameter(
        "/config/file_naming/strategy",
        .choice([
          Choice("serial", "a counter: 00000-000, 00001-000"),
          Choice("uuid", "a random UUID"),
          Choice("uuid_v7", "a UUID that sorts by time"),
          Choice("ulid", "26 characters that sort by time"),
        ]),
        applies: onlyR2, in: .files, label: "Name strategy",
        help: "How the unique part of each file name is generated.", example: "uuid_v7",
        whenOmitted: "a UUID", omittedValues: ["\"uuid\"", "\"uuid_v7\""],
        otherNames: ["file_strategy", "filename_strategy"]),
      Parameter(
        "/config/file_naming/suffix", .text, applies: onlyR2, in: .files, label: "Suffix",
        help: """
          The file extension; use with caution. The service probably adds the dot itself: \
          parquet, not .parquet.
          """,
        example: "parquet", whenOmitted: "the format's extension",
        omittedValues: ["\"parquet\"", "\"json\"", "\"json.gz\""],
        rules: [
          Rules.suffixDot, Rules.fileNamePart, Rules.surroundingSpace, Rules.literalReference,
          Rules.keyLength(at: "/config/file_naming/suffix"),
        ],
        otherNames: ["file_suffix", "filename_suffix", "extension"]),
    ]),
    applies: onlyR2, label: "File naming",
    help: "How the files are named.", whenOmitted: "a UUID and the format's extension")

  private static let rollingPolicy = Parameter(
    "/config/rolling_policy",
    .object([
      Parameter(
        "/config/rolling_policy/file_size_bytes", .bytes(0...UInt64.max), in: .rolling,
        label: "Roll at size",
        help: """
          Closes a file at this size in bytes. The first limit reached, size, idle time or age, \
          closes the file.
          """,
        example: "104857600",
        presets: [
          Choice("104857600", "100 MiB, the default of wrangler's setup"),
          Choice("5242880", "5 MiB, the minimum in wrangler's setup"),
        ],
        whenOmitted: "no limit", omittedValues: ["0"],
        rules: [Rules.smallFiles, Rules.zeroSize],
        otherNames: ["roll_size", "roll_size_mb", "file_size", "max_bytes"]),
      Parameter(
        "/config/rolling_policy/inactivity_seconds", .seconds(1...UInt64.max), in: .rolling,
        label: "Roll when idle",
        help: "Closes a file after this many seconds without new events.",
        example: "60", whenOmitted: "never", rules: [Rules.idleBeforeInterval],
        otherNames: ["inactivity", "roll_inactivity", "idle_seconds"]),
      Parameter(
        "/config/rolling_policy/interval_seconds", .seconds(1...UInt64.max), in: .rolling,
        label: "Roll after",
        help: "Closes a file this many seconds after it was opened.",
        example: "300",
        presets: [
          Choice("300", "5 min, the default"),
          Choice("60", "1 min, the minimum for Data Catalog sinks"),
          Choice("10", "10 s, the minimum for r2 sinks"),
        ],
        whenOmitted: "300 s", omittedValues: ["300"],
        rules: [Rules.intervalForFiles, Rules.intervalForCatalog],
        otherNames: ["roll_interval", "roll_time_seconds", "interval", "max_duration_s"]),
    ]),
    label: "Rolling policy",
    help: "When a file is closed and the next one is opened.", whenOmitted: "300 s, no size limit")
}
