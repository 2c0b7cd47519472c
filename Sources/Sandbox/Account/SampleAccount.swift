import SinkSpec

/// The resources of every sandbox account, apart from its sinks.
enum SampleAccount {
  struct Bucket: Sendable {
    let name: String
    var jurisdiction = "default"
    var location = "enam"

    var json: String {
      "{\"name\":\(JSONText.string(name)),\"creation_date\":\"2026-01-31T12:00:00.000Z\","
        + "\"jurisdiction\":\"\(jurisdiction)\",\"location\":\"\(location)\","
        + "\"storage_class\":\"Standard\"}"
    }
  }

  static let buckets = [
    Bucket(name: "analytics"), Bucket(name: "eu-archive", jurisdiction: "eu", location: "weur"),
    Bucket(name: "eu-events", jurisdiction: "eu", location: "weur"), Bucket(name: "events"),
    Bucket(name: "logs", location: "wnam"), Bucket(name: "mission-logs"),
    Bucket(name: "my-bucket", location: "apac"),
  ]

  /// Returns a bucket; nil if it does not exist in the jurisdiction.
  ///
  /// Buckets that are not in the list exist in every jurisdiction, except those with the prefix
  /// `missing`.
  static func bucket(_ name: String, jurisdiction: String) -> Bucket? {
    if let known = buckets.first(where: { $0.name == name }) {
      return known.jurisdiction == jurisdiction ? known : nil
    }
    return name.hasPrefix("missing") ? nil : Bucket(name: name, jurisdiction: jurisdiction)
  }

  /// The state of a bucket's Data Catalog.
  enum CatalogState: String { case active, inactive }

  /// Returns the state of a bucket's Data Catalog; nil if it was never enabled.
  static func catalogState(of bucket: String) -> CatalogState? {
    switch bucket {
    case "logs": nil
    case "mission-logs": .inactive
    default: bucket.hasPrefix("missing") ? nil : .active
    }
  }

  /// The tables of every catalog by namespace.
  static let tables = ["default": ["orders", "page_views"], "sales": ["invoices"]]

  struct Stream: Sendable {
    let id: String
    let name: String
    let schema: String

    var json: String {
      "{\"id\":\"\(id)\",\"name\":\"\(name)\",\"version\":1,\"http\":{\"enabled\":true,"
        + "\"authentication\":false},\"worker_binding\":{\"enabled\":true},"
        + "\"format\":{\"type\":\"json\"},\"schema\":\(schema),"
        + "\"created_at\":\"2026-01-31T12:00:00.000Z\",\"modified_at\":\"2026-01-31T12:00:00.000Z\"}"
    }
  }

  static let streams = [
    Stream(
      id: String(repeating: "a", count: 32), name: "web_events",
      schema: """
        {"fields":[{"name":"at","type":"timestamp","unit":"millisecond","required":true},\
        {"name":"user_id","type":"string","required":true},{"name":"amount","type":"float64"},\
        {"name":"tags","type":"list","items":{"type":"string"}}]}
        """),
    Stream(id: String(repeating: "b", count: 32), name: "app_logs", schema: "null"),
  ]

  static let accounts = [
    (id: String(repeating: "0", count: 32), name: "Sandbox"),
    (id: String(repeating: "1", count: 32), name: "Second sandbox"),
  ]
}
