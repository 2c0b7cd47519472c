/// The endpoints of the API that the program uses.
extension APIRequest {
  private static func sinks(_ account: String) -> [String] {
    ["accounts", account, "pipelines", "v1", "sinks"]
  }

  /// Returns a request that creates a sink.
  ///
  /// Not idempotent: retrying may create a second sink.
  package static func createSink(account: String, body: [UInt8]) -> APIRequest {
    APIRequest(.post, path: sinks(account), body: body)
  }

  /// Returns a request for one page of sinks.
  ///
  /// - Parameters:
  ///   - account: The account ID.
  ///   - name: A case-insensitive substring of the names to list.
  ///   - page: The page number, starting at 1.
  ///   - perPage: The number of sinks per page.
  /// - Returns: The request.
  package static func listSinks(
    account: String, name: String? = nil, page: Int, perPage: Int = 100
  ) -> APIRequest {
    let filter = name.map { [Header("name", $0)] } ?? []
    return APIRequest(
      .get, path: sinks(account),
      query: filter + [Header("page", "\(page)"), Header("per_page", "\(perPage)")])
  }

  /// Returns a request for one sink.
  package static func getSink(account: String, id: String) -> APIRequest {
    APIRequest(.get, path: sinks(account) + [id])
  }

  /// Returns a request that deletes a sink.
  package static func deleteSink(account: String, id: String) -> APIRequest {
    APIRequest(.delete, path: sinks(account) + [id])
  }
}
