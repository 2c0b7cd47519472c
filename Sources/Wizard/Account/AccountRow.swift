import CloudflareAPI
import SinkSpec

/// A row in a list of the account's resources.
package struct AccountRow: Hashable, Sendable {
  /// The value as returned by the API; untrusted.
  package let value: String
  package let details: String
  /// The jurisdiction of a bucket, where the inner nil is the default one; nil for other items.
  var jurisdiction: String??
  /// The sink to start from; nil for other items.
  var sink: SinkRecord?
  /// The stream to import columns from; nil for other items.
  var stream: StreamRecord?

  init(_ value: String, _ details: [String?]) {
    self.value = value
    self.details = details.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension AccountAnswer {
  /// The parts that the list does not have, as clauses; empty if it has all items of the account.
  var gaps: [String] {
    switch self {
    case .accounts(let listing): listing.gaps
    case .streams(let listing): listing.gaps
    case .buckets(let listing): listing.gaps
    case .catalogs(let listing, .success): listing.gaps
    case .catalogs(let listing, .failure(let problem)):
      listing.gaps + ["catalogs not read: \(problem.sentence)"]
    case .namespaces(let listing): listing.gaps
    case .tables(let listing): listing.gaps
    case .sinks: []
    }
  }

  /// Returns the items as rows.
  func rows(now: Timestamp) -> [AccountRow] {
    switch self {
    case .accounts(let listing): listing.items.map { AccountRow($0.id, [$0.name]) }
    case .sinks(let sinks):
      sinks.map { sink in
        var row = AccountRow(
          sink.name, [sink.type, sink.bucket, Self.age(sink.createdAt, now)])
        row.sink = sink
        return row
      }
    case .streams(let listing):
      listing.items.map { stream in
        var row = AccountRow(
          stream.name,
          [stream.columnCount == 0 ? "no schema" : Count.of(stream.columnCount, "column")])
        row.stream = stream
        return row
      }
    case .buckets(let listing): listing.items.map { Self.row(of: $0, nil, now) }
    case .catalogs(let listing, let statuses):
      listing.items.map { bucket in
        let status =
          switch statuses.map({ $0[bucket.name] }) {
          case .success("active"): "catalog enabled"
          case .success(let status?): "catalog \(status)"
          case .success(nil): "no catalog"
          case .failure: "catalog unknown"
          }
        return Self.row(of: bucket, status, now)
      }
    case .namespaces(let listing): listing.items.map { AccountRow($0.name, []) }
    case .tables(let listing):
      listing.items.map { AccountRow($0, ["in use; a sink creates its own table"]) }
    }
  }

  private static func row(of bucket: Bucket, _ status: String?, _ now: Timestamp) -> AccountRow {
    var row = AccountRow(
      bucket.name, [status, bucket.jurisdiction, bucket.location, age(bucket.createdAt, now)])
    row.jurisdiction = .some(bucket.jurisdiction)
    return row
  }

  /// Returns the age of an item, such as `3 days old`; nil if its time is unreadable.
  private static func age(_ text: String?, _ now: Timestamp) -> String? {
    guard let time = text.flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
    let seconds = now.secondsSinceEpoch - time.secondsSinceEpoch
    guard seconds >= 0 else { return nil }
    let days = Int(seconds / 86_400)
    switch days {
    case 0: return "new today"
    case ..<60: return "\(Count.of(days, "day")) old"
    case ..<730: return "\(days / 30) months old"
    default: return "\(days / 365) years old"
    }
  }
}

extension Listing {
  /// The parts that the list does not have, as clauses.
  fileprivate var gaps: [String] {
    var gaps: [String] = []
    if hasMore {
      gaps.append(
        items.isEmpty
          ? "the list has more pages"
          : "the account has more than these \(Count.digits(of: items.count))")
    }
    if !unreadJurisdictions.isEmpty {
      gaps.append("not read: buckets in \(unreadJurisdictions.joined(separator: ", "))")
    }
    return gaps
  }
}
