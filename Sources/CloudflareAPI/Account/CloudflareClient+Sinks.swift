/// Finding sinks by ID or name.
extension CloudflareClient {
  /// The length of an ID in characters.
  private static let idLength = 32

  /// Returns the sinks that an ID or a name identifies: at most one by ID, or all with that name.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - idOrName: The ID or the exact name.
  /// - Returns: The sinks; empty if there are none.
  /// - Throws: ``ReadProblem`` if the sinks cannot be read.
  package func sinks(
    account: String, identifiedBy idOrName: String
  ) async throws(ReadProblem) -> [SinkRecord] {
    if idOrName.utf8.count == Self.idLength,
      let sink = try await sinkIfFound(account: account, id: idOrName)
    {
      return [sink]
    }
    let named = try await sinks(account: account, named: idOrName)
    guard named.isEmpty, idOrName.utf8.count != Self.idLength else { return named }
    return try await sinkIfFound(account: account, id: idOrName).map { [$0] } ?? []
  }

  /// Returns the sinks with exactly the given name.
  package func sinks(
    account: String, named name: String
  ) async throws(ReadProblem) -> [SinkRecord] {
    try await sinks(account: account, nameHolding: name).filter { $0.isNamed(name) }
  }

  /// Returns the sink with the given ID; nil if there is none or the text is not an ID.
  private func sinkIfFound(account: String, id: String) async throws(ReadProblem) -> SinkRecord? {
    do throws(ReadProblem) {
      return try await sink(account: account, id: id)
    } catch {
      guard case .refused(let refusal) = error, refusal.meansNoSuchSink else { throw error }
      return nil
    }
  }
}

extension Collection<SinkRecord> {
  /// Returns the sinks that an ID or a name identifies: one by ID, otherwise all with that name.
  package func identified(by idOrName: String) -> [SinkRecord] {
    first { $0.id.utf8.elementsEqual(idOrName.utf8) }.map { [$0] }
      ?? filter { $0.isNamed(idOrName) }
  }
}

extension Refusal {
  /// Whether the API reports that a sink does not exist, or that an ID is malformed.
  fileprivate var meansNoSuchSink: Bool { has(code: 1015) || status == 400 && has(code: 2) }
}
