import CloudflareAPI
import SinkDraft
import SinkSpec

/// The state of a value in the account, as far as it is known.
package struct KnownValue: Hashable, Sendable {
  package let text: String
  /// Whether a sink with the value cannot be created.
  package let isProblem: Bool
}

/// The state of values according to the lists and checks read so far; this sends no requests.
extension Wizard {
  /// Returns the known state of the value of an item in the account; nil if nothing is known.
  package func knownValue(of item: FormItem) -> KnownValue? {
    guard case .parameter(let pointer) = item, case .text(let text) = entry(of: item) else {
      return nil
    }
    if let failed = failedCheck(at: pointer) { return KnownValue(text: failed, isProblem: true) }
    guard let query = listQuery(for: pointer),
      case .answered(let answer)? = account.content(of: query)
    else { return nil }
    switch answer {
    case .tables(let tables) where tables.items.contains(text):
      return KnownValue(text: "already exists; a sink creates its own table", isProblem: true)
    case .tables(let tables):
      return tables.hasMore ? nil : KnownValue(text: "free", isProblem: false)
    case .sinks(let sinks) where !isCreated && sinks.contains { $0.isNamed(text) }:
      return KnownValue(text: "a sink of this name exists", isProblem: true)
    case .buckets(let buckets): return knownBucket(in: buckets.items.filter { $0.name == text })
    case .catalogs(let buckets, _):
      return buckets.items.contains { $0.name == text }
        ? KnownValue(text: "exists", isProblem: false) : nil
    case .accounts, .sinks, .streams, .namespaces: return nil
    }
  }

  /// Returns the state of a bucket, given the existing ones with its name; nil if there are none.
  private func knownBucket(in found: [Bucket]) -> KnownValue? {
    guard let other = found.first else { return nil }
    let wanted = checkedSink.jurisdiction
    if found.contains(where: { $0.jurisdiction == wanted }) {
      return KnownValue(text: "exists", isProblem: false)
    }
    let place = other.jurisdiction.map { "in jurisdiction \($0)" } ?? "in the default jurisdiction"
    return KnownValue(text: "exists \(place)", isProblem: true)
  }

  private func failedCheck(at pointer: Pointer) -> String? {
    guard account.checks != nil, !isCreated else { return nil }
    return accountChecks?.results.first { $0.state == .failed && $0.pointer == pointer }?.reason
  }
}
