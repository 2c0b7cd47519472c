import SinkSpec

/// Checks of the environment, the token, the account and the sink's name.
extension AccountCheck {
  /// The documented maximum number of sinks per account.
  package static let sinkLimit = 20

  /// Checks that the referenced environment variables are set.
  package static func environment(_ sink: CheckedSink, isSet: (String) -> Bool) -> AccountCheck {
    let missing = sink.references.filter { !isSet($0.variable) }
    if !missing.isEmpty {
      let names = missing.map { "$" + $0.variable }.joined(separator: " and ")
      return AccountCheck(
        .environment, .failed, "\(names) not set here", at: missing.first?.pointer)
    }
    if sink.references.isEmpty {
      return AccountCheck(.environment, .passed, "the sink refers to no variables")
    }
    let names = sink.references.map { "$" + $0.variable }.joined(separator: " and ")
    return AccountCheck(.environment, .passed, "\(names) set")
  }

  /// Evaluates the status of the token.
  static func token(_ status: TokenStatus, at now: Timestamp) -> AccountCheck {
    let owner = status.belongsToAccount ? "account token" : "user token"
    guard status.isActive else {
      return AccountCheck(.token, .failed, "\(owner), \(status.status)")
    }
    guard let expiry = status.expiresOn else {
      return AccountCheck(.token, .passed, "\(owner), active, does not expire")
    }
    guard let end = Timestamp(rfc3339: expiry) else {
      return AccountCheck(.token, .warning, "\(owner), active, unreadable expiry \(expiry)")
    }
    let date = String(expiry.prefix(10))
    let left = end.secondsSinceEpoch - now.secondsSinceEpoch
    if left < 0 { return AccountCheck(.token, .failed, "\(owner), expired on \(date)") }
    let isSoon = left < 7 * 86_400
    return AccountCheck(
      .token, isSoon ? .warning : .passed, "\(owner), active until \(date)")
  }

  /// Evaluates the account, given its sinks.
  static func account(_ sink: CheckedSink, sinks: Listing<SinkRecord>) -> AccountCheck {
    let count = max(sinks.items.count, sinks.total ?? 0)
    let isFull = count >= sinkLimit
    return AccountCheck(
      .account, sink.account, isFull ? .warning : .passed,
      "\(count) of \(sinkLimit) sinks" + (isFull ? "; delete one first" : ""), at: "/account_id")
  }

  /// Evaluates whether the name is free, comparing names byte by byte.
  static func name(_ sink: CheckedSink, sinks: Listing<SinkRecord>) -> AccountCheck {
    guard let name = sink.name else {
      return AccountCheck(.name, .notChecked, "no name", at: "/name")
    }
    let names = sinks.items.map(\.name)
    if sinks.items.contains(where: { $0.isNamed(name) }) {
      return AccountCheck(
        .name, name, .failed, "a sink with this name already exists", at: "/name",
        repair: Repair("/name", freeName(name, among: names)))
    }
    if let similar = names.first(where: { $0.lowercased() == name.lowercased() }) {
      return AccountCheck(
        .name, name, .warning, "free, but SQL cannot distinguish it from \(similar)",
        at: "/name")
    }
    guard !sinks.hasMore else {
      return AccountCheck(
        .name, name, .notChecked,
        "the API listed only \(sinks.items.count) of \(sinks.total ?? 0) sinks", at: "/name")
    }
    return AccountCheck(.name, name, .passed, "free", at: "/name")
  }

  /// Returns the name with the first unused number appended, such as `events_2`.
  package static func freeName(_ name: String, among names: [String]) -> String {
    let used = Set(names.map { $0.lowercased() })
    guard used.contains(name.lowercased()) else { return name }
    // Count on from a number at the end of the name.
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    let number = parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
    let base = number == nil ? name : parts.dropLast().joined(separator: "_")
    var next = max(number ?? 1, 1)
    repeat {
      next = next < Int.max ? next + 1 : 2
    } while used.contains("\(base)_\(next)".lowercased())
    return "\(base)_\(next)"
  }

  /// Returns the permissions check.
  ///
  /// - Parameters:
  ///   - missing: The permissions that responses have shown to be missing.
  ///   - isTokenRejected: Whether the API rejects the token as a whole.
  /// - Returns: The check.
  static func permissions(missing: [String], isTokenRejected: Bool) -> AccountCheck {
    if isTokenRejected {
      return AccountCheck(.permissions, .notChecked, "the token is not accepted at all")
    }
    return missing.isEmpty
      ? AccountCheck(
        .permissions, .notChecked,
        "the API does not list a token's permissions; creating needs Pipelines Write")
      : AccountCheck(
        .permissions, .warning, "the token lacks \(missing.joined(separator: ", "))")
  }
}
