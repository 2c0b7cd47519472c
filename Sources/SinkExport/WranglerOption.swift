import SinkSpec

/// An option of `wrangler pipelines sinks create` and the parameter that it sets.
struct WranglerOption {
  /// The syntax of an option's value.
  enum Kind {
    case type, text, secret
    /// A number of MiB, with a fraction.
    case megabytes
    /// A whole number of MiB.
    case wholeMegabytes
    case seconds
  }

  let name: String
  let kind: Kind
  /// The condition under which wrangler sends the option.
  let applies: Parameter.Condition

  /// Returns the option for the parameter at a pointer, or `nil` if wrangler has none.
  static func of(_ pointer: Pointer) -> WranglerOption? { all[pointer] }

  /// The objects with members that have options of their own.
  static let sections: Set<Pointer> = [
    .root, "/config", "/config/credentials", "/config/partitioning", "/config/rolling_policy",
    "/format",
  ]

  private static let all: [Pointer: WranglerOption] = [
    "/type": WranglerOption(name: "--type", kind: .type, applies: .always),
    "/config/bucket": WranglerOption(name: "--bucket", kind: .text, applies: .always),
    "/config/path": WranglerOption(name: "--path", kind: .text, applies: .always),
    "/config/partitioning/time_pattern": r2("--partitioning", .text),
    "/config/rolling_policy/file_size_bytes":
      WranglerOption(name: "--roll-size", kind: .megabytes, applies: .always),
    "/config/rolling_policy/interval_seconds":
      WranglerOption(name: "--roll-interval", kind: .seconds, applies: .always),
    "/config/credentials/access_key_id": r2("--access-key-id", .secret),
    "/config/credentials/secret_access_key": r2("--secret-access-key", .secret),
    "/config/namespace": catalog("--namespace", .text),
    "/config/table_name": catalog("--table", .text),
    "/config/token": catalog("--catalog-token", .secret),
    "/format/type": WranglerOption(name: "--format", kind: .text, applies: .always),
    "/format/compression":
      WranglerOption(name: "--compression", kind: .text, applies: .ownTypes(["parquet", "json"])),
    "/format/row_group_bytes":
      WranglerOption(
        name: "--target-row-group-size", kind: .wholeMegabytes, applies: .ownTypes(["parquet"])),
  ]

  private static func r2(_ name: String, _ kind: Kind) -> WranglerOption {
    WranglerOption(name: name, kind: kind, applies: .sinkTypes([SinkType.r2]))
  }

  private static func catalog(_ name: String, _ kind: Kind) -> WranglerOption {
    WranglerOption(name: name, kind: kind, applies: .sinkTypes(SinkType.catalogs))
  }
}
