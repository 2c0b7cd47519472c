/// The endpoints that are used; their paths and parameters are those of the API reference.
extension APIRequest {
  private static func sinks(_ account: String) -> [String] {
    ["accounts", account, "pipelines", "v1", "sinks"]
  }

  /// Creates a sink.
  ///
  /// Not idempotent: sent twice, it may be done twice.
  package static func createSink(account: String, body: [UInt8]) -> APIRequest {
    APIRequest(.post, path: sinks(account), body: body)
  }

  /// Lists sinks, one page of them.
  ///
  /// - Parameters:
  ///   - account: the account's ID.
  ///   - name: only sinks whose name holds this, whatever its case.
  ///   - page: counted from 1.
  ///   - perPage: how many a page has.
  /// - Returns: the request.
  package static func listSinks(
    account: String, name: String? = nil, page: Int, perPage: Int = 100
  ) -> APIRequest {
    let filter = name.map { [Header("name", $0)] } ?? []
    return APIRequest(
      .get, path: sinks(account),
      query: filter + [Header("page", "\(page)"), Header("per_page", "\(perPage)")])
  }

  /// Asks for one sink.
  package static func getSink(account: String, id: String) -> APIRequest {
    APIRequest(.get, path: sinks(account) + [id])
  }

  /// Deletes a sink.
  package static func deleteSink(account: String, id: String) -> APIRequest {
    APIRequest(.delete, path: sinks(account) + [id])
  }

  /// Lists R2 buckets, one page of them.
  ///
  /// - Parameters:
  ///   - account: the account's ID.
  ///   - jurisdiction: where the buckets are; nil for the default one.
  ///   - cursor: what the page before gave to go on with.
  /// - Returns: the request.
  package static func listBuckets(
    account: String, jurisdiction: String? = nil, cursor: String? = nil
  ) -> APIRequest {
    let place = cursor.map { [Header("cursor", $0)] } ?? []
    return APIRequest(
      .get, path: ["accounts", account, "r2", "buckets"],
      query: [Header("per_page", "1000")] + place,
      headers: jurisdiction.map { [Header("cf-r2-jurisdiction", $0)] } ?? [])
  }

  /// Asks whether the token is valid: one of an account, or one of a user.
  package static func verifyToken(account: String?) -> APIRequest {
    APIRequest(
      .get, path: (account.map { ["accounts", $0] } ?? ["user"]) + ["tokens", "verify"])
  }
}
