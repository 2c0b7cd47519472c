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

/// The response to an ``AccountQuery``; its texts are untrusted.
package enum AccountAnswer: Hashable, Sendable {
  case accounts(Listing<AccountRecord>)
  case sinks([SinkRecord])
  case streams(Listing<StreamRecord>)
  case buckets(Listing<Bucket>)
  /// The buckets, and the status of each catalog by its bucket; `nil` if it could not be read.
  case catalogs(Listing<Bucket>, statuses: [String: String]?)
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
      return .catalogs(buckets, statuses: try? await catalogStatuses(account: account))
    case .namespaces(let account, let bucket):
      return .namespaces(try await namespaces(account: account, bucket: bucket))
    case .tables(let account, let bucket, let namespace):
      let tables = try await tables(
        account: account, bucket: bucket, namespace: CatalogNamespace(name: namespace))
      return .tables(tables ?? Listing([]))
    }
  }

  /// Returns the buckets of all jurisdictions; those without one come first.
  private func bucketsEverywhere(
    account: String
  ) async throws(ReadProblem) -> Listing<Bucket> {
    var all = try await buckets(account: account)
    for jurisdiction in AccountCheck.jurisdictions.compactMap({ $0 }) {
      do throws(ReadProblem) {
        let more = try await buckets(account: account, jurisdiction: jurisdiction)
        all = Listing(all.items + more.items, isComplete: all.isComplete && more.isComplete)
      } catch {
        // An account without access to a jurisdiction has no buckets there. Anything else may hide
        // buckets.
        if case .refused(let refusal) = error, (400..<429).contains(refusal.status) { continue }
        throw error
      }
    }
    return all
  }
}
