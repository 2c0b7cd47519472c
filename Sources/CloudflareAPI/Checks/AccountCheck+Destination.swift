import SinkSpec

/// Checks of the destination: the bucket, its catalog and the table.
extension AccountCheck {
  /// The jurisdictions of buckets; `nil` is the default one.
  package static let jurisdictions: [String?] = [nil] + Jurisdiction.all

  static func bucketFound(_ sink: CheckedSink, _ name: String) -> AccountCheck {
    AccountCheck(
      .bucket, name, .passed,
      sink.jurisdiction.map { "exists in jurisdiction \($0)" } ?? "exists", at: "/config/bucket")
  }

  /// Evaluates a bucket that does not exist in the sink's jurisdiction.
  ///
  /// - Parameters:
  ///   - sink: The sink.
  ///   - name: The name of the bucket.
  ///   - found: The jurisdiction in which a bucket of that name exists; `nil` for none.
  ///   - names: The names of the buckets in the sink's jurisdiction.
  /// - Returns: The check, with a repair if one is likely.
  static func bucketMissing(
    _ sink: CheckedSink, _ name: String, found: Bucket?, names: [String]
  ) -> AccountCheck {
    let here = sink.jurisdiction.map { " in jurisdiction \($0)" } ?? ""
    if let found {
      let there =
        found.jurisdiction.map { "in jurisdiction \($0)" } ?? "in the default jurisdiction"
      if sink.isCatalogSink {
        return AccountCheck(
          .bucket, name, .failed,
          "the bucket is \(there); Data Catalog sinks need a bucket without one",
          at: "/config/bucket")
      }
      return AccountCheck(
        .bucket, name, .failed, "not found\(here); the bucket is \(there)",
        at: "/config/jurisdiction",
        repair: Repair("/config/jurisdiction", found.jurisdiction ?? ""))
    }
    let near = NearestName.of(name, among: names)
    return AccountCheck(
      .bucket, name, .failed,
      "not found\(here)" + (near.map { "; did you mean \($0)?" } ?? ""), at: "/config/bucket",
      repair: near.map { Repair("/config/bucket", $0) })
  }

  static func catalog(_ catalog: Catalog?, bucket: String) -> AccountCheck {
    guard let catalog else {
      return AccountCheck(
        .catalog, bucket, .failed,
        "not enabled; run `npx wrangler r2 bucket catalog enable \(bucket)`",
        at: "/config/bucket")
    }
    return catalog.isEnabled
      ? AccountCheck(.catalog, bucket, .passed, "enabled", at: "/config/bucket")
      : AccountCheck(.catalog, bucket, .failed, "is \(catalog.status)", at: "/config/bucket")
  }

  /// Evaluates the tables of the sink's namespace; `nil` if the namespace does not exist.
  static func table(
    _ sink: CheckedSink, _ name: String, tables: Listing<String>?
  ) -> AccountCheck {
    let pointer: Pointer = "/config/table_name"
    let about = "\(sink.namespace).\(name)"
    guard let tables else {
      return AccountCheck(
        .table, about, .passed, "does not exist yet, nor does its namespace", at: pointer)
    }
    if tables.items.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      return AccountCheck(
        .table, about, .failed, "already exists; a sink creates its own table", at: pointer,
        repair: Repair(pointer, freeName(name, among: tables.items)))
    }
    return tables.hasMore
      ? AccountCheck(
        .table, about, .notChecked,
        "not among the first \(tables.items.count) tables; there are more", at: pointer)
      : AccountCheck(.table, about, .passed, "does not exist yet", at: pointer)
  }
}
