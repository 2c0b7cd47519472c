/// Lists that are read page by page, within ``ListingLimits``.
extension CloudflareClient {
  /// Reads one element of a list: a key that identifies it, and the item; `nil` to skip it.
  typealias ItemReader<Item> = (ResponseMembers) throws(ReadProblem) -> (key: String, item: Item)?

  /// Reads a list whose pages are numbered, and whose result is an array.
  ///
  /// - Parameters:
  ///   - noun: The plural of the items, for the error.
  ///   - request: Returns the request for a page; the first is 1.
  ///   - item: Reads an element.
  /// - Returns: The items.
  /// - Throws: ``ReadProblem`` if a page cannot be fetched.
  func numberedPages<Item>(
    _ noun: String, _ request: (Int) -> APIRequest, _ item: ItemReader<Item>
  ) async throws(ReadProblem) -> Listing<Item> {
    var builder = ListingBuilder<Item>()
    var page = 1
    while true {
      let envelope = try await read(request(page))
      guard let elements = envelope.members(redacting: secrets)?.elements else {
        throw .unreadable("contains no list of \(noun)")
      }
      // A server that repeats a page does not support pagination. Do not stop at a short page,
      // because a server may return fewer than requested.
      let hasNew = try builder.add(elements.map(item).compactMap { $0 })
      builder.total = envelope.totalCount
      if let total = builder.total, builder.listing.items.count >= total { return builder.listing }
      if !hasNew || !builder.wantsMore() { return builder.listing }
      page += 1
    }
  }

  /// Reads a list whose pages each link to the next and hold their items in an array member of the
  /// result.
  ///
  /// - Parameters:
  ///   - member: The name of the array member.
  ///   - next: Returns the link to the next page.
  ///   - request: Returns the request for a link; `nil` for the first page.
  ///   - item: Reads an element.
  /// - Returns: The items.
  /// - Throws: ``ReadProblem`` if a page cannot be fetched.
  func linkedPages<Item>(
    _ member: String, next: (Envelope) -> String?, _ request: (String?) -> APIRequest,
    _ item: ItemReader<Item>
  ) async throws(ReadProblem) -> Listing<Item> {
    var builder = ListingBuilder<Item>()
    var link: String?
    var links: Set<String> = []
    while true {
      let envelope = try await read(request(link))
      guard let elements = envelope.members(redacting: secrets)?.array(member) else {
        throw .unreadable("contains no list of \(member)")
      }
      // An empty page may be followed by others, so only the link decides.
      _ = try builder.add(elements.map(item).compactMap { $0 })
      guard let following = next(envelope), links.insert(following).inserted, builder.wantsMore()
      else { return builder.listing }
      link = following
    }
  }

  /// Sends a read-only request; returns `nil` if the API reports a missing item by its code.
  ///
  /// A 404 without that code comes from something else, such as a wrong base URL.
  func readIfFound(
    _ request: APIRequest, missing code: Int
  ) async throws(ReadProblem) -> Envelope? {
    do {
      return try await read(request)
    } catch {
      if case .refused(let refusal) = error, refusal.status == 404, refusal.has(code: code) {
        return nil
      }
      throw error
    }
  }
}
