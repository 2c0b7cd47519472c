/// The sentences for what the API refuses; what they quote is data from outside.
extension Refusal {
  /// What the API said, and its number for the vendor's support, as one sentence.
  package var sentence: String {
    let ray = rayID.map { ", Ray ID \($0)" } ?? ""
    return switch status {
    case 300..<400: "a redirect came instead of the API (HTTP \(status)\(ray)); it is not followed"
    case _ where errors.isEmpty:
      "the API refused with HTTP \(status)\(ray) and said nothing of why"
    default:
      "the API refused: \(errors.map(\.text).joined(separator: "; ")) (HTTP \(status)\(ray))"
    }
  }

  /// What probably helps; nil when nothing is known.
  package var hint: String? {
    if isChallenge {
      return "a page that guards against robots answered: try from another network"
    }
    if let hint = errors.lazy.compactMap({ Self.hint(for: $0) }).first { return hint }
    return switch status {
    case 300..<400: "check the base URL; a redirect would carry the credentials elsewhere"
    case 401: "check the credentials"
    case 403: Self.permissions
    case 404: "check the account ID and the base URL"
    case 413: "the request is too large for the API"
    case 422: "a Data Catalog that was just enabled may need a minute"
    case 429: "the API takes 1200 requests in 5 minutes, and after more it blocks all for 5 minutes"
    default: nil
    }
  }

  private static func hint(for error: APIError) -> String? {
    switch error.code {
    case 100, 10000: permissions
    case 1003: "choose another name: names are unique in an account, and sinks cannot be changed"
    case 1012 where error.message.lowercased().contains("could not authenticate"):
      "the catalog refused the token of the sink: it needs R2 Admin Read & Write"
    case 1012: "check the destination: bucket, credentials, and the catalog's table"
    case 10006: "the account has no such bucket, or it is in another jurisdiction"
    case 40401: "enable the Data Catalog of the bucket first"
    default: nil
    }
  }

  private static let permissions =
    "the token needs Pipelines Edit on this account, and Workers Scripts Edit was needed as well"
}
