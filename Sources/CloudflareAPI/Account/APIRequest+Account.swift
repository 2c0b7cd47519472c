/// Endpoints that read the resources of an account.
extension APIRequest {
  /// The number of items to request per page.
  static let accountPageSize = 1_000

  /// Returns a request that verifies the token: a token of the account, or of the user if `account`
  /// is `nil`.
  package static func verifyToken(account: String?) -> APIRequest {
    APIRequest(
      .get, path: (account.map { ["accounts", $0] } ?? ["user"]) + ["tokens", "verify"])
  }

  /// Returns a request for one page of the accounts that the credentials can access.
  package static func listAccounts(page: Int) -> APIRequest {
    APIRequest(
      .get, path: ["accounts"], query: [Header("page", "\(page)"), Header("per_page", "50")])
  }

  /// Returns a request for one page of streams.
  package static func listStreams(account: String, page: Int) -> APIRequest {
    APIRequest(
      .get, path: ["accounts", account, "pipelines", "v1", "streams"],
      query: [Header("page", "\(page)"), Header("per_page", "100")])
  }

  /// Returns a request that validates SQL without running it.
  package static func validateSQL(account: String, body: [UInt8]) -> APIRequest {
    APIRequest(.post, path: ["accounts", account, "pipelines", "v1", "validate_sql"], body: body)
  }

  /// Returns a request for one page of R2 buckets.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - jurisdiction: The jurisdiction of the buckets; `nil` for the default one.
  ///   - cursor: The cursor from the previous page.
  /// - Returns: The request.
  package static func listBuckets(
    account: String, jurisdiction: String? = nil, cursor: String? = nil
  ) -> APIRequest {
    APIRequest(
      .get, path: ["accounts", account, "r2", "buckets"],
      query: [Header("per_page", "\(accountPageSize)")] + optional("cursor", cursor),
      headers: optional("cf-r2-jurisdiction", jurisdiction))
  }

  /// Returns a request for one R2 bucket in a jurisdiction; `nil` for the default one.
  package static func getBucket(
    account: String, name: String, jurisdiction: String? = nil
  ) -> APIRequest {
    APIRequest(
      .get, path: ["accounts", account, "r2", "buckets", name],
      headers: optional("cf-r2-jurisdiction", jurisdiction))
  }

  /// Returns a request for the status of all Data Catalogs.
  package static func listCatalogs(account: String) -> APIRequest {
    APIRequest(.get, path: ["accounts", account, "r2-catalog"])
  }

  /// Returns a request for the status of a bucket's Data Catalog.
  package static func getCatalog(account: String, bucket: String) -> APIRequest {
    APIRequest(.get, path: ["accounts", account, "r2-catalog", bucket])
  }

  /// Returns a request for one page of the namespaces of a catalog.
  package static func listNamespaces(
    account: String, bucket: String, pageToken: String? = nil
  ) -> APIRequest {
    APIRequest(
      .get, path: ["accounts", account, "r2-catalog", bucket, "namespaces"],
      query: [Header("page_size", "\(accountPageSize)")] + optional("page_token", pageToken))
  }

  /// Returns a request for one page of the tables of a namespace.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - bucket: The bucket of the catalog.
  ///   - namespace: The levels of the namespace.
  ///   - pageToken: The token from the previous page.
  /// - Returns: The request.
  package static func listTables(
    account: String, bucket: String, namespace: [String], pageToken: String? = nil
  ) -> APIRequest {
    // As in the Iceberg REST catalog, a unit separator joins the levels.
    let path = namespace.joined(separator: "\u{1F}")
    return APIRequest(
      .get, path: ["accounts", account, "r2-catalog", bucket, "namespaces", path, "tables"],
      query: [Header("page_size", "\(accountPageSize)")] + optional("page_token", pageToken))
  }

  private static func optional(_ name: String, _ value: String?) -> [Header] {
    value.map { [Header(name, $0)] } ?? []
  }
}
