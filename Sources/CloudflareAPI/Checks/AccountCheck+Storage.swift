import SinkSpec

/// Checks of the sink's own credentials, based on a storage host's response.
extension AccountCheck {
  /// Evaluates the response to a signed request for the bucket.
  static func keys(_ result: Result<HTTPResponse, TransportFailure>) -> AccountCheck {
    let pointer = Pointers.keys
    switch result {
    case .failure(let failure):
      return AccountCheck(.keys, .notChecked, failure.reason.words, at: pointer)
    case .success(let response):
      switch response.status {
      case 200..<300 where response.isHTML:
        return AccountCheck(
          .keys, .notChecked, "the response is an HTML page, not from R2", at: pointer)
      case 200..<300:
        return AccountCheck(
          .keys, .passed, "accepted for reading the bucket; writing was not tested", at: pointer)
      case 401, 403:
        return AccountCheck(
          .keys, .failed,
          "rejected (HTTP \(response.status)): wrong, or without access to the bucket; "
            + "new keys take about a minute to work", at: pointer)
      case 404:
        return AccountCheck(
          .keys, .failed, "R2 reports no such bucket for these keys", at: "/config/bucket")
      default:
        return AccountCheck(
          .keys, .notChecked, "R2 returned HTTP \(response.status)", at: pointer)
      }
    }
  }

  /// Evaluates the response of the Iceberg REST catalog to the catalog token.
  static func catalogToken(_ result: Result<HTTPResponse, TransportFailure>) -> AccountCheck {
    let pointer = Pointers.token
    switch result {
    case .failure(let failure):
      return AccountCheck(.catalogToken, .notChecked, failure.reason.words, at: pointer)
    case .success(let response):
      switch response.status {
      case 200..<300 where !response.isCatalogConfiguration:
        return AccountCheck(
          .catalogToken, .notChecked,
          response.isHTML
            ? "the response is an HTML page, not from the catalog"
            : "the response is not the configuration of a catalog", at: pointer)
      case 200..<300:
        return AccountCheck(
          .catalogToken, .passed, "accepted by the catalog; writing was not tested", at: pointer)
      case 401:
        return AccountCheck(
          .catalogToken, .failed,
          "rejected by the catalog (HTTP 401); it needs R2 Admin Read & Write",
          at: pointer)
      case 403:
        return AccountCheck(
          .catalogToken, .failed, "not authorized for this catalog (HTTP 403)", at: pointer)
      case 404:
        return AccountCheck(
          .catalogToken, .failed, "the catalog does not exist (HTTP 404)", at: "/config/bucket")
      default:
        return AccountCheck(
          .catalogToken, .notChecked, "the catalog returned HTTP \(response.status)", at: pointer)
      }
    }
  }
}

extension HTTPResponse {
  /// Whether the body is the configuration of an Iceberg REST catalog, which has `defaults` or
  /// `overrides`.
  fileprivate var isCatalogConfiguration: Bool {
    guard let document = try? JSONDocument(parsing: body, depthLimit: 16) else { return false }
    return ["defaults", "overrides"].contains { name in
      document.lastMember(name, of: .root).map { document.kind($0) == .object } == true
    }
  }
}
