/// A list of an account's resources.
package enum AccountQuery: Hashable, Sendable {
  case accounts
  case sinks(account: String)
  case streams(account: String)
  /// The buckets of all jurisdictions.
  case buckets(account: String)
  /// The buckets that can have a Data Catalog, with its status.
  case catalogs(account: String)
  case namespaces(account: String, bucket: String)
  case tables(account: String, bucket: String, namespace: String)
}

extension AccountQuery {
  /// The permission group that the list needs; `nil` for accounts, which every token may list.
  var permission: String? {
    switch self {
    case .accounts: nil
    case .sinks, .streams: "Pipelines Read"
    case .buckets, .catalogs: "Workers R2 Storage Read"
    case .namespaces, .tables: "Workers R2 Data Catalog Read"
    }
  }
}

/// The response to an ``AccountQuery``; its strings are untrusted.
package enum AccountAnswer: Hashable, Sendable {
  case accounts(Listing<AccountRecord>)
  case sinks([SinkRecord])
  case streams(Listing<StreamRecord>)
  case buckets(Listing<Bucket>)
  /// The buckets, and the status of each catalog by its bucket.
  case catalogs(Listing<Bucket>, statuses: Result<[String: String], ReadProblem>)
  case namespaces(Listing<CatalogNamespace>)
  case tables(Listing<String>)
}

extension CloudflareClient {
  /// Reads a list of an account's resources.
  ///
  /// - Throws: ``ReadProblem`` if it cannot be fetched.
  package func answer(_ query: AccountQuery) async throws(ReadProblem) -> AccountAnswer {
    switch query {
    case .accounts: return .accounts(try await accounts())
    case .sinks(let account): return .sinks(try await sinks(account: account))
    case .streams(let account): return .streams(try await streams(account: account))
    case .buckets(let account): return .buckets(try await bucketsEverywhere(account: account))
    case .catalogs(let account):
      let buckets = try await buckets(account: account)
      do throws(ReadProblem) {
        return .catalogs(buckets, statuses: .success(try await catalogStatuses(account: account)))
      } catch {
        return .catalogs(buckets, statuses: .failure(error))
      }
    case .namespaces(let account, let bucket):
      return .namespaces(try await namespaces(account: account, bucket: bucket))
    case .tables(let account, let bucket, let namespace):
      let tables = try await tables(
        account: account, bucket: bucket, namespace: CatalogNamespace(name: namespace))
      return .tables(tables ?? Listing([]))
    }
  }

  /// Returns the buckets of all jurisdictions; those without a jurisdiction come first.
  ///
  /// Stops after a list that is cut off at a limit, a request without a response, or a rate limit;
  /// the remaining jurisdictions are then unread.
  private func bucketsEverywhere(
    account: String
  ) async throws(ReadProblem) -> Listing<Bucket> {
    let first = try await buckets(account: account)
    var (items, isComplete, unread) = (first.items, first.isComplete, [String]())
    var isStopped = !isComplete
    for jurisdiction in AccountCheck.jurisdictions.compactMap({ $0 }) {
      guard !isStopped else {
        unread.append(jurisdiction)
        continue
      }
      do throws(ReadProblem) {
        let more = try await buckets(account: account, jurisdiction: jurisdiction)
        items += more.items
        isComplete = more.isComplete
        isStopped = !isComplete
      } catch {
        unread.append(jurisdiction)
        isStopped = error.isAboutAllRequests
      }
    }
    // A server that does not know the header lists the same buckets each time.
    var seen: Set<[String?]> = []
    let distinct = items.filter { seen.insert([$0.name, $0.jurisdiction]).inserted }
    return Listing(distinct, isComplete: isComplete, unreadJurisdictions: unread)
  }
}
