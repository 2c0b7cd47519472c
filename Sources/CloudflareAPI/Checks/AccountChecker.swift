package import SinkSpec

/// Checks the preconditions for creating a sink, one request at a time.
///
/// It sends no further requests after one that got no response or was rate-limited.
package struct AccountChecker: Sendable {
  private let client: CloudflareClient
  private let sink: CheckedSink

  /// The secrets of a sink that can be tested.
  package enum SinkSecrets: Sendable {
    case keys(accessKeyID: String, secretAccessKey: String)
    case catalogToken(String)
  }

  /// Creates a checker.
  ///
  /// - Parameters:
  ///   - client: The client; its requests are not retried.
  ///   - sink: The sink to check.
  package init(client: CloudflareClient, sink: CheckedSink) {
    self.client = client.withoutRetries
    self.sink = sink
  }

  /// Sends the requests and returns the checks, in the order of ``AccountCheck/Subject``.
  ///
  /// - Parameters:
  ///   - secrets: The secrets to test, or the reason for not testing them.
  ///   - report: Receives each check as soon as it is known.
  /// - Returns: The checks, except that of the environment.
  package func run(
    secrets: Result<SinkSecrets, Untested>,
    report: @Sendable (AccountCheck) -> Void = { _ in }
  ) async -> [AccountCheck] {
    var run = CheckRun()
    func add(_ checks: [AccountCheck]) {
      run.checks += checks
      checks.forEach(report)
    }
    add([await token(&run)])
    add(await account(&run))
    add([await bucket(&run)])
    if sink.isCatalogSink {
      add([await catalog(&run)])
      add([await table(&run)])
    }
    add([await credentials(secrets, run)])
    let isTokenRejected = run.checks.first?.state == .failed
    add([.permissions(missing: run.missingPermissions, isTokenRejected: isTokenRejected)])
    return run.checks
  }

  /// The reason for not testing the secrets.
  package struct Untested: Error, Sendable {
    package let reason: String
    package init(_ reason: String) { self.reason = reason }
  }

  // MARK: Checks

  private func token(_ run: inout CheckRun) async -> AccountCheck {
    guard client.usesToken else {
      return AccountCheck(.token, .notChecked, "an API key has no status or expiry")
    }
    do throws(ReadProblem) {
      return .token(try await client.tokenStatus(account: sink.account), at: client.now())
    } catch {
      run.note(error, permission: nil)
      if case .refused(let refusal) = error, refusal.rejectsToken {
        return AccountCheck(.token, .failed, error.sentence)
      }
      return AccountCheck(.token, .notChecked, error.sentence)
    }
  }

  private func account(_ run: inout CheckRun) async -> [AccountCheck] {
    let unknown = "the sinks of the account are unknown"
    func unreached(_ reason: String, at pointer: Pointer? = nil) -> [AccountCheck] {
      [
        AccountCheck(.account, sink.account, .failed, reason, at: pointer),
        AccountCheck(.name, sink.name ?? "", .notChecked, unknown, at: "/name"),
      ]
    }
    if let problem = run.lastProblem { return unreached("not reached: \(problem.sentence)") }
    do throws(ReadProblem) {
      let sinks = try await client.sinkListing(account: sink.account)
      return [.account(sink, sinks: sinks), .name(sink, sinks: sinks)]
    } catch {
      run.note(error, permission: "Pipelines Read")
      return unreached(error.sentence, at: error.isAboutAccount ? "/account_id" : nil)
    }
  }

  private func bucket(_ run: inout CheckRun) async -> AccountCheck {
    guard let name = sink.bucket else {
      return AccountCheck(.bucket, .notChecked, "no bucket", at: "/config/bucket")
    }
    if let reason = run.skipReason {
      return AccountCheck(.bucket, name, .notChecked, reason, at: "/config/bucket")
    }
    do throws(ReadProblem) {
      let bucket = try await client.bucket(
        account: sink.bucketAccount, name: name, jurisdiction: sink.jurisdiction)
      run.hasBucket = bucket != nil
      if bucket != nil { return .bucketFound(sink, name) }
    } catch {
      run.note(error, permission: "Workers R2 Storage Read")
      return AccountCheck(.bucket, name, .notChecked, error.sentence, at: "/config/bucket")
    }
    let found = await elsewhere(name, &run)
    let names = found == nil ? await bucketNames(&run) : []
    return .bucketMissing(sink, name, found: found, names: names)
  }

  /// Returns the bucket of that name in another jurisdiction; nil if there is none.
  private func elsewhere(_ name: String, _ run: inout CheckRun) async -> Bucket? {
    for jurisdiction in AccountCheck.jurisdictions where jurisdiction != sink.jurisdiction {
      guard run.skipReason == nil else { return nil }
      do throws(ReadProblem) {
        let found = try await client.bucket(
          account: sink.bucketAccount, name: name, jurisdiction: jurisdiction)
        if let found { return found }
      } catch {
        run.note(error, permission: nil)
      }
    }
    return nil
  }

  /// Returns the names of the buckets in the sink's jurisdiction, to suggest a similar one.
  private func bucketNames(_ run: inout CheckRun) async -> [String] {
    guard run.skipReason == nil else { return [] }
    do throws(ReadProblem) {
      return try await client.buckets(
        account: sink.bucketAccount, jurisdiction: sink.jurisdiction
      ).items.map(\.name)
    } catch {
      run.note(error, permission: nil)
      return []
    }
  }

  private func catalog(_ run: inout CheckRun) async -> AccountCheck {
    guard let bucket = sink.bucket, run.hasBucket != false else {
      return AccountCheck(.catalog, .notChecked, "no such bucket", at: "/config/bucket")
    }
    if let reason = run.skipReason {
      return AccountCheck(.catalog, bucket, .notChecked, reason, at: "/config/bucket")
    }
    do throws(ReadProblem) {
      let catalog = try await client.catalog(account: sink.bucketAccount, bucket: bucket)
      run.hasCatalog = catalog?.isEnabled == true
      return .catalog(catalog, bucket: bucket)
    } catch {
      run.note(error, permission: "Workers R2 Data Catalog Read")
      return AccountCheck(.catalog, bucket, .notChecked, error.sentence, at: "/config/bucket")
    }
  }

  private func table(_ run: inout CheckRun) async -> AccountCheck {
    guard let name = sink.table, let bucket = sink.bucket else {
      return AccountCheck(.table, .notChecked, "no table", at: "/config/table_name")
    }
    let about = "\(sink.namespace).\(name)"
    guard run.hasCatalog else {
      return AccountCheck(
        .table, about, .notChecked, "the catalog is not known to be enabled",
        at: "/config/table_name")
    }
    do throws(ReadProblem) {
      let tables = try await client.tables(
        account: sink.bucketAccount, bucket: bucket,
        namespace: CatalogNamespace(name: sink.namespace))
      return .table(sink, name, tables: tables)
    } catch {
      run.note(error, permission: "Workers R2 Data Catalog Read")
      return AccountCheck(.table, about, .notChecked, error.sentence, at: "/config/table_name")
    }
  }

  private func credentials(
    _ secrets: Result<SinkSecrets, Untested>, _ run: CheckRun
  ) async -> AccountCheck {
    let subject: AccountCheck.Subject = sink.isCatalogSink ? .catalogToken : .keys
    let pointer: Pointer = sink.isCatalogSink ? Pointers.token : Pointers.keys
    func untested(_ reason: String) -> AccountCheck {
      AccountCheck(subject, .notChecked, reason, at: pointer)
    }
    guard let bucket = sink.bucket else { return untested("no bucket") }
    if let reason = run.skipReason { return untested(reason) }
    switch secrets {
    case .failure(let reason): return untested(reason.reason)
    case .success(.keys(let id, let secret)):
      let request = StorageRequest.bucket(
        bucket, account: sink.bucketAccount, jurisdiction: sink.jurisdiction, accessKeyID: id,
        secretAccessKey: secret)
      guard let request else { return untested("the account ID or jurisdiction is malformed") }
      return .keys(await client.sendToStorage(request))
    case .success(.catalogToken(let token)):
      return .catalogToken(
        await client.sendToStorage(
          .catalogConfiguration(bucket: bucket, account: sink.bucketAccount, token: token)))
    }
  }
}

/// The pointers of credentials.
enum Pointers {
  static let keys: Pointer = "/config/credentials"
  static let token: Pointer = "/config/token"
}

/// The state of one run of the checks.
private struct CheckRun {
  var checks: [AccountCheck] = []
  /// The permission groups that responses have shown to be missing.
  private(set) var missingPermissions: [String] = []
  /// The problem that stops all further requests; nil to continue.
  private(set) var lastProblem: ReadProblem?
  /// Whether the bucket exists; nil if it is unknown.
  var hasBucket: Bool?
  var hasCatalog = false

  /// The reason for sending no further requests; nil to continue.
  var skipReason: String? {
    switch lastProblem {
    case nil: nil
    case .refused: "skipped because the API limited the request rate"
    default: "skipped because an earlier request got no response"
    }
  }

  /// Records a failed request and the permission it needed.
  mutating func note(_ problem: ReadProblem, permission: String?) {
    if problem.isAboutAllRequests { lastProblem = problem }
    if case .refused(let refusal) = problem, refusal.status == 403, refusal.isFromAPI,
      let permission, !missingPermissions.contains(permission)
    {
      missingPermissions.append(permission)
    }
  }
}

extension AccountChecker.SinkSecrets {
  /// Reads the secrets of a request, with references resolved.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - environment: The variables by name.
  /// - Returns: The secrets, or why they cannot be tested.
  package static func resolved(
    of request: RequestNode, from environment: [String: String]
  ) -> Result<Self, AccountChecker.Untested> {
    switch request.resolvingSecrets(from: environment) {
    case .failure(let missing): return .failure(AccountChecker.Untested(missing.sentence))
    case .success(let resolved):
      let body = Array(resolved.text(secrets: .shown).utf8)
      let secrets = (try? JSONDocument(parsing: body)).flatMap { Self(payload: $0) }
      return secrets.map { .success($0) }
        ?? .failure(AccountChecker.Untested("the request has no credentials"))
    }
  }

  /// Reads the secrets of a payload whose references have been resolved; `nil` if it has none.
  private init?(payload document: JSONDocument) {
    if document.text(at: "/type").map(SinkType.catalogs.contains) == true {
      guard let token = document.text(at: "/config/token") else { return nil }
      self = .catalogToken(token)
    } else {
      guard let id = document.text(at: "/config/credentials/access_key_id"),
        let secret = document.text(at: "/config/credentials/secret_access_key")
      else { return nil }
      self = .keys(accessKeyID: id, secretAccessKey: secret)
    }
  }
}
