/// Messages for rejected requests. They quote untrusted text.
extension Refusal {
  /// The API's errors and the Ray ID in one sentence.
  package var sentence: String {
    let ray = rayID.map { ", Ray ID \($0)" } ?? ""
    return switch status {
    case 300..<400:
      "the server answered with a redirect (HTTP \(status)\(ray)), which is not followed"
    case _ where isChallenge:
      "a bot-protection page answered instead of the API (HTTP \(status)\(ray))"
    case _ where errors.isEmpty:
      "the API returned HTTP \(status) without an explanation\(ray)"
    default:
      "the API rejected the request: \(errors.map(\.text).joined(separator: "; ")) (HTTP \(status)\(ray))"
    }
  }

  /// A suggestion for resolving the problem, or `nil` if there is none.
  package var hint: String? {
    if isChallenge { return "try another network" }
    if let hint = errors.lazy.compactMap({ Self.hint(for: $0) }).first { return hint }
    return switch status {
    case 300..<400: "check the base URL; following a redirect could leak the credentials"
    case 401: "check the credentials"
    case 403: Self.permissions
    case 404: "check the account ID and the base URL"
    case 413: "the request is too large for the API"
    case 422: "if the Data Catalog was just enabled, wait a minute and retry"
    case 429: "the API allows 1,200 requests per 5 minutes, then blocks all calls for 5 minutes"
    default: nil
    }
  }

  /// Returns a suggestion for a list that needs a permission group; `nil` if there is none.
  func hint(permission: String?) -> String? {
    switch status {
    case 401 where !isChallenge: "check the credentials"
    case 403 where isFromAPI: permission.map { "the token needs \($0)" }
    case 403 where !isChallenge: nil
    default: hint
    }
  }

  private static func hint(for error: APIError) -> String? {
    switch error.code {
    case 100, 10000: permissions
    case 1003: "choose another name: names are unique per account, and sinks cannot be changed"
    case 1012 where error.message.lowercased().contains("could not authenticate"):
      "the catalog rejected the sink's token; it needs Workers R2 Storage Bucket Item Write and "
        + "Workers R2 Data Catalog Write, or R2 Admin Read & Write"
    case 1012: "check the destination: bucket, credentials and catalog table"
    case 10006: "the bucket does not exist in this account, or is in another jurisdiction"
    case 40401: "enable the Data Catalog on the bucket first"
    default: nil
    }
  }

  private static let permissions =
    "the token needs Pipelines Write (Basin Pipelines – Edit in the dashboard) on this account, "
    + "which needs the Workers Paid plan; some users also needed Workers Scripts Write"
}
