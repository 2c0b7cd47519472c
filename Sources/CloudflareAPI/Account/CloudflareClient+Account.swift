import SinkSpec

/// Read-only requests for the resources of an account.
extension CloudflareClient {
  /// Returns the accounts that the credentials can access.
  package func accounts() async throws(ReadProblem) -> Listing<AccountRecord> {
    try await numberedPages("accounts", { .listAccounts(page: $0) }) { members in
      guard let id = members.text("id"), !id.isEmpty else { return nil }
      return (id, AccountRecord(id: id, name: members.text("name") ?? ""))
    }
  }

  /// Returns the streams of an account.
  package func streams(account: String) async throws(ReadProblem) -> Listing<StreamRecord> {
    try await numberedPages("streams", { .listStreams(account: account, page: $0) }) { members in
      StreamRecord(members).map { ($0.id, $0) }
    }
  }

  /// Returns the R2 buckets of an account.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - jurisdiction: The jurisdiction of the buckets; `nil` for the default one.
  /// - Returns: The buckets; incomplete if there are more than ``ListingLimits`` allows.
  /// - Throws: ``ReadProblem`` if a page cannot be fetched.
  package func buckets(
    account: String, jurisdiction: String? = nil
  ) async throws(ReadProblem) -> Listing<Bucket> {
    try await linkedPages(
      "buckets", next: { $0.resultInfoText("cursor") },
      { .listBuckets(account: account, jurisdiction: jurisdiction, cursor: $0) },
      { members in
        Bucket(members, requested: jurisdiction).map { ($0.name, $0) }
      })
  }

  /// Returns one R2 bucket; `nil` if it does not exist in that jurisdiction.
  package func bucket(
    account: String, name: String, jurisdiction: String? = nil
  ) async throws(ReadProblem) -> Bucket? {
    let request = APIRequest.getBucket(account: account, name: name, jurisdiction: jurisdiction)
    guard let envelope = try await readIfFound(request, missing: 10006) else { return nil }
    guard let members = envelope.members(redacting: secrets),
      let bucket = Bucket(members, requested: jurisdiction)
    else { throw .unreadable("contains no bucket") }
    return bucket
  }

  /// Returns the Data Catalog of a bucket; `nil` if it was never enabled.
  package func catalog(
    account: String, bucket: String
  ) async throws(ReadProblem) -> Catalog? {
    let request = APIRequest.getCatalog(account: account, bucket: bucket)
    guard let envelope = try await readIfFound(request, missing: 40401) else { return nil }
    guard let status = envelope.members(redacting: secrets)?.text("status") else {
      throw .unreadable("contains no catalog status")
    }
    return Catalog(status: status)
  }

  /// Returns the status of each Data Catalog of an account, keyed by bucket.
  func catalogStatuses(account: String) async throws(ReadProblem) -> [String: String] {
    let envelope = try await read(.listCatalogs(account: account))
    guard let warehouses = envelope.members(redacting: secrets)?.array("warehouses") else {
      throw .unreadable("contains no list of catalogs")
    }
    let pairs = warehouses.compactMap { members in
      members.text("bucket").flatMap { bucket in members.text("status").map { (bucket, $0) } }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the top-level namespaces of a catalog.
  package func namespaces(
    account: String, bucket: String
  ) async throws(ReadProblem) -> Listing<CatalogNamespace> {
    try await linkedPages(
      "namespaces", next: { $0.nextPageToken },
      { .listNamespaces(account: account, bucket: bucket, pageToken: $0) },
      { members in
        guard let levels = members.strings, !levels.isEmpty else { return nil }
        return (levels.joined(separator: "\u{1F}"), CatalogNamespace(levels: levels))
      })
  }

  /// Returns the names of the tables of a namespace; `nil` if the namespace does not exist.
  package func tables(
    account: String, bucket: String, namespace: CatalogNamespace
  ) async throws(ReadProblem) -> Listing<String>? {
    do {
      return try await linkedPages(
        "identifiers", next: { $0.nextPageToken },
        {
          .listTables(
            account: account, bucket: bucket, namespace: namespace.levels, pageToken: $0)
        },
        { members in members.text("name").map { ($0, $0) } })
    } catch {
      // Only a response of the API proves that the namespace does not exist, and only if it is not
      // about the route or the catalog.
      if case .refused(let refusal) = error, refusal.status == 404, !refusal.errors.isEmpty,
        !refusal.has(code: 7003), !refusal.has(code: 40401)
      {
        return nil
      }
      throw error
    }
  }

  /// Returns the status of the token, trying a user's token first.
  ///
  /// - Parameter account: The account that may own the token; `nil` if it is unknown.
  /// - Returns: The status.
  /// - Throws: ``ReadProblem``, for example if the API rejects the token.
  package func tokenStatus(account: String?) async throws(ReadProblem) -> TokenStatus {
    do {
      return try await tokenStatus(.verifyToken(account: nil), belongsToAccount: false)
    } catch {
      // The endpoint for user tokens rejects tokens owned by an account.
      guard let account, case .refused(let refusal) = error, refusal.rejectsToken else {
        throw error
      }
      return try await tokenStatus(.verifyToken(account: account), belongsToAccount: true)
    }
  }

  private func tokenStatus(
    _ request: APIRequest, belongsToAccount: Bool
  ) async throws(ReadProblem) -> TokenStatus {
    let members = try await read(request).members(redacting: secrets)
    guard let status = members?.text("status") else {
      throw .unreadable("contains no token status")
    }
    return TokenStatus(
      status: status, expiresOn: members?.text("expires_on"), belongsToAccount: belongsToAccount)
  }

  /// Validates a SQL statement without running it.
  package func validate(
    sql: String, account: String
  ) async throws(ReadProblem) -> SQLValidation {
    let body = Array("{\"sql\":\(JSONText.string(sql))}".utf8)
    switch await send(.validateSQL(account: account, body: body)) {
    case .failure(let failure): throw .noAnswer(failure.reason)
    case .success(let response):
      let envelope = Envelope(response.body, masking: secrets)
      if (200..<300).contains(response.status) {
        guard let envelope, let success = envelope.success else {
          throw .unreadable(response.isHTML ? "is an HTML page, not JSON" : "is not from the API")
        }
        if success { return .valid }
      }
      let errors = envelope?.errors ?? []
      let diagnostics = envelope?.diagnostics(redacting: secrets) ?? []
      if !diagnostics.isEmpty { return .invalid(diagnostics) }
      // Code 1014 and status 422 concern the statement; other rejections do not.
      if !errors.isEmpty, response.status == 422 || errors.contains(where: { $0.code == 1014 }) {
        return .invalid(errors.map { SQLDiagnostic(message: $0.text) })
      }
      throw .refused(Refusal(response, errors: errors))
    }
  }
}

extension Envelope {
  fileprivate var nextPageToken: String? {
    result.flatMap { document.lastMember("next_page_token", of: $0) }
      .flatMap { document.string($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the diagnostics of a rejected SQL statement, at most 20.
  fileprivate func diagnostics(redacting secrets: Secrets) -> [SQLDiagnostic] {
    let root = ResponseMembers(document: document, index: .root, secrets: secrets)
    return (root.array("diagnostics") ?? []).prefix(20).compactMap { members in
      guard let message = members.text("message") else { return nil }
      let start = members.object("span")?.object("start")
      return SQLDiagnostic(
        message: String(message.prefix(1_000)), line: start?.number("line"),
        column: start?.number("column"))
    }
  }
}
