package import CloudflareAPI
import SinkSpec

/// The account data read so far, kept for the session.
///
/// Responses change only this state, never the operator's input.
package struct AccountState: Sendable {
  /// The state of a list of the account's resources.
  package enum Content: Hashable, Sendable {
    case loading
    case answered(AccountAnswer)
    /// The list could not be read; the sentence says why.
    case failed(String)
  }

  private var contents: [AccountQuery: Content] = [:]
  /// The requests in flight, by ID.
  private var pending: [Int: AccountQuery] = [:]
  private var lastID = 0
  /// The most recent checks, with the sink they apply to.
  package private(set) var checks: Checks?

  /// The last check of a SQL statement.
  package private(set) var statementCheck: StatementCheck?

  /// A check of a SQL statement by the API.
  package struct StatementCheck: Hashable, Sendable {
    package let statement: String
    fileprivate let id: Int
    /// The result; nil while the check is running.
    package fileprivate(set) var result: Result<SQLValidation, ReadProblem>?
  }

  /// One run of the account checks.
  package struct Checks: Hashable, Sendable {
    package let sink: CheckedSink
    let id: Int
    package fileprivate(set) var results: [AccountCheck] = []
    package fileprivate(set) var isRunning = true
  }

  /// Returns the state of a list; nil if it was never requested.
  package func content(of query: AccountQuery) -> Content? { contents[query] }

  /// Requests a list unless it is loading or known; returns the effect, if any.
  mutating func ask(_ query: AccountQuery) -> Effect? {
    switch contents[query] {
    case .loading, .answered: return nil
    case .failed, nil: return start(query)
    }
  }

  /// Requests a list again, unless it is already loading.
  mutating func refresh(_ query: AccountQuery) -> Effect? {
    contents[query] == .loading ? nil : start(query)
  }

  private mutating func start(_ query: AccountQuery) -> Effect {
    lastID += 1
    pending[lastID] = query
    contents[query] = .loading
    return .ask(query, id: lastID)
  }

  /// Cancels the requests for a list; returns the effects.
  mutating func stop(_ query: AccountQuery) -> [Effect] {
    let ids = pending.filter { $0.value == query }.map(\.key).sorted()
    ids.forEach { pending[$0] = nil }
    if contents[query] == .loading { contents[query] = nil }
    return ids.map { .stopAsking(id: $0) }
  }

  /// Records the result of a request, unless it was cancelled.
  mutating func take(_ id: Int, _ result: Result<AccountAnswer, ReadProblem>) {
    guard let query = pending.removeValue(forKey: id) else { return }
    switch result {
    case .success(let answer): contents[query] = .answered(answer)
    case .failure(let problem): contents[query] = .failed(problem.sentence(for: query))
    }
  }

  /// Forgets the lists and checks, because a request may have changed the account.
  ///
  /// - Returns: The effects that cancel checks in progress.
  mutating func forget() -> [Effect] {
    contents = contents.filter { $0.value == .loading }
    defer { (checks, statementCheck) = (nil, nil) }
    return stopChecking() + stopCheckingStatement()
  }

  // MARK: Checks

  /// Starts checks, cancelling any in progress.
  ///
  /// - Parameters:
  ///   - sink: The sink to check.
  ///   - secrets: The request with the secrets to test; nil to test none.
  /// - Returns: The effects.
  mutating func check(_ sink: CheckedSink, secrets: RequestNode?) -> [Effect] {
    let stopping = stopChecking()
    lastID += 1
    checks = Checks(sink: sink, id: lastID)
    return stopping + [.check(sink, secrets: secrets, id: lastID)]
  }

  /// Cancels checks in progress and discards their results; returns the effects.
  mutating func stopChecking() -> [Effect] {
    guard let checks, checks.isRunning else { return [] }
    self.checks = nil
    return [.stopAsking(id: checks.id)]
  }

  /// Records results, unless the checks were cancelled.
  mutating func take(_ id: Int, _ results: [AccountCheck], isLast: Bool) {
    guard checks?.id == id, checks?.isRunning == true else { return }
    checks?.results = results
    checks?.isRunning = !isLast
  }

  // MARK: SQL

  /// Starts checking a statement, unless it is being checked; returns the effects.
  mutating func check(statement: String, account: String) -> [Effect] {
    if let check = statementCheck, check.statement == statement, check.result == nil { return [] }
    let stopping = stopCheckingStatement()
    lastID += 1
    statementCheck = StatementCheck(statement: statement, id: lastID)
    return stopping + [.validate(statement: statement, account: account, id: lastID)]
  }

  /// Stops the check of a statement and discards its result; returns the effects.
  mutating func stopCheckingStatement() -> [Effect] {
    guard let check = statementCheck, check.result == nil else { return [] }
    statementCheck = nil
    return [.stopAsking(id: check.id)]
  }

  /// Records the result of the check of a statement, unless it was stopped.
  mutating func take(_ id: Int, _ result: Result<SQLValidation, ReadProblem>) {
    guard statementCheck?.id == id, statementCheck?.result == nil else { return }
    statementCheck?.result = result
  }
}

/// Whether the account can be read.
package enum AccountAccess: Hashable, Sendable {
  case available
  /// The account cannot be read; the sentence says why.
  case unavailable(String)
}
