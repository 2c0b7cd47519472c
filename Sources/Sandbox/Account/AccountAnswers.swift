import CloudflareAPI
import SinkSpec

/// Responses about an account's buckets, catalogs, streams and token.
struct AccountAnswers {
  let request: SandboxRequest
  /// The sinks of all accounts, because a sink may write to the catalog of another account.
  let sinks: [StoredSink]
  let now: Timestamp

  // MARK: Account and token

  func accounts() -> HTTPResponse {
    let list = SampleAccount.accounts.map {
      "{\"id\":\"\($0.id)\",\"name\":\"\($0.name)\",\"type\":\"standard\"}"
    }
    return request.numberedPage(of: list)
  }

  /// Responds with the token's status.
  ///
  /// Tokens beginning with `expired` have expired; others expire in 90 days.
  func token() -> HTTPResponse {
    let isExpired = request.bearer?.hasPrefix("expired") == true
    let days: Int64 = isExpired ? -1 : 90
    let end = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + days * 86_400)
    return Envelope.success(
      "{\"id\":\"\(String(repeating: "0", count: 32))\","
        + "\"status\":\"\(isExpired ? "expired" : "active")\",\"expires_on\":\"\(end.rfc3339)\"}")
  }

  func streams() -> HTTPResponse {
    let filter = request.query["name"]?.lowercased() ?? ""
    return request.numberedPage(
      of: SampleAccount.streams.filter { filter.isEmpty || $0.name.contains(filter) }.map(\.json))
  }

  // MARK: Buckets

  private var jurisdiction: String { request.headers["cf-r2-jurisdiction"] ?? "default" }

  func buckets() -> HTTPResponse {
    let filter = request.query["name_contains"] ?? ""
    // The cursor is the last name of the previous page.
    let start = request.query["cursor"] ?? request.query["start_after"] ?? ""
    let matching = SampleAccount.buckets.filter {
      $0.jurisdiction == jurisdiction && $0.name > start
        && (filter.isEmpty || $0.name.contains(filter))
    }
    let perPage = request.number("per_page", in: 1...1_000) ?? 20
    let shown = matching.prefix(perPage)
    let cursor = shown.count < matching.count ? shown.last?.name ?? "" : ""
    return Envelope.success(
      "{\"buckets\":[" + shown.map(\.json).joined(separator: ",") + "]}",
      info: "{\"cursor\":\(JSONText.string(cursor)),\"per_page\":\(perPage)}")
  }

  func bucket(_ name: String) -> HTTPResponse {
    SampleAccount.bucket(name, jurisdiction: jurisdiction).map { Envelope.success($0.json) }
      ?? Self.noSuchBucket
  }

  static let noSuchBucket = Envelope.failure(
    404,
    [
      APIError(
        code: 10006, message: "The specified bucket does not exist", source: "/config/bucket")
    ])

  // MARK: Catalogs

  func catalog(_ bucket: String) -> HTTPResponse {
    Self.catalogJSON(bucket).map { Envelope.success($0) } ?? Self.noCatalog
  }

  func catalogs() -> HTTPResponse {
    let list = SampleAccount.buckets.filter { $0.jurisdiction == "default" }
      .compactMap { Self.catalogJSON($0.name) }
    return Envelope.success("{\"warehouses\":[\(list.joined(separator: ","))]}")
  }

  /// Returns the catalog of a bucket as JSON; nil if it was never enabled.
  private static func catalogJSON(_ bucket: String) -> String? {
    guard let state = SampleAccount.catalogState(of: bucket) else { return nil }
    return "{\"id\":\"\(String(repeating: "c", count: 32))\",\"bucket\":\(JSONText.string(bucket)),"
      + "\"name\":\(JSONText.string(bucket)),\"status\":\"\(state.rawValue)\","
      + "\"credential_status\":\"present\"}"
  }

  static let noCatalog = Envelope.failure(
    404, [APIError(code: 40401, message: "Warehouse not found")])

  /// Returns the tables of a bucket's catalog by namespace: the sample tables, and those that sinks
  /// write to.
  private func tables(_ bucket: String) -> [String: [String]] {
    var tables = SampleAccount.tables
    for sink in sinks where sink.bucket == bucket {
      guard let table = sink.table else { continue }
      tables[sink.namespace ?? "default", default: []].append(table)
    }
    return tables
  }

  func namespaces(_ bucket: String) -> HTTPResponse {
    guard SampleAccount.catalogState(of: bucket) == .active else { return Self.noCatalog }
    let names = tables(bucket).keys.sorted()
    return request.tokenPage("namespaces", of: names) { name in
      let levels = name.split(separator: ".").map { JSONText.string(String($0)) }
      return "[\(levels.joined(separator: ","))]"
    }
  }

  func tables(_ bucket: String, _ namespace: String) -> HTTPResponse {
    guard SampleAccount.catalogState(of: bucket) == .active else { return Self.noCatalog }
    let levels = namespace.split(separator: "\u{1F}").map(String.init)
    guard let names = tables(bucket)[levels.joined(separator: ".")] else {
      return Envelope.failure(
        404, [APIError(code: 40402, message: "The namespace does not exist")])
    }
    let path = levels.map { JSONText.string($0) }.joined(separator: ",")
    return request.tokenPage("identifiers", of: names.sorted()) { name in
      "{\"namespace\":[\(path)],\"name\":\(JSONText.string(name))}"
    }
  }

  /// Returns whether a table already exists.
  func hasTable(_ name: String, _ namespace: String, in bucket: String) -> Bool {
    tables(bucket)[namespace]?.contains(name) == true
  }
}

extension SandboxRequest {
  /// Returns a numbered page of a list, with its `result_info`.
  func numberedPage(of items: [String]) -> HTTPResponse {
    let perPage = number("per_page", in: 1...100) ?? 20
    let page = number("page", in: 1...1_000_000) ?? 1
    let shown = items.dropFirst((page - 1) * perPage).prefix(perPage)
    return Envelope.success(
      "[" + shown.joined(separator: ",") + "]",
      info: "{\"count\":\(shown.count),\"page\":\(page),\"per_page\":\(perPage),"
        + "\"total_count\":\(items.count)}")
  }

  /// Returns a page of sorted names; its token is the last name of the previous page.
  fileprivate func tokenPage(
    _ member: String, of names: [String], _ json: (String) -> String
  ) -> HTTPResponse {
    let rest = names.drop { $0 <= query["page_token"] ?? "" }
    let shown = rest.prefix(number("page_size", in: 1...1_000) ?? 100)
    let next = shown.count < rest.count ? shown.last : nil
    return Envelope.success(
      "{\"\(member)\":[\(shown.map(json).joined(separator: ","))],"
        + "\"next_page_token\":\(next.map { JSONText.string($0) } ?? "null")}")
  }
}
