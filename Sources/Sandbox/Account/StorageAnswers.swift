import CloudflareAPI
import SinkSpec

/// Responses of the storage hosts, which the sandbox serves under separate paths.
///
/// The sandbox has no secrets to compare with, so it accepts every key and token, except those
/// beginning with `rejected`.
enum StorageAnswers {
  /// Returns the response to a signed request for a bucket.
  static func bucket(
    _ name: String, jurisdiction: String, _ request: SandboxRequest
  ) -> HTTPResponse {
    guard let key = request.signingKey, !key.hasPrefix("rejected") else {
      return HTTPResponse(status: 403)
    }
    return HTTPResponse(
      status: SampleAccount.bucket(name, jurisdiction: jurisdiction) == nil ? 404 : 200)
  }

  /// Returns the configuration of an Iceberg REST catalog.
  static func configuration(_ bucket: String, _ request: SandboxRequest) -> HTTPResponse {
    func failure(_ status: Int, _ message: String, _ type: String) -> HTTPResponse {
      .json(
        status,
        "{\"error\":{\"message\":\"\(message)\",\"type\":\"\(type)\",\"code\":\(status)}}")
    }
    guard let token = request.bearer, !token.hasPrefix("rejected") else {
      return failure(401, "Unauthorized", "NotAuthorizedException")
    }
    guard SampleAccount.catalogState(of: bucket) == .active else {
      return failure(404, "Warehouse not found", "NotFoundException")
    }
    return .json(200, "{\"defaults\":{},\"overrides\":{}}")
  }
}
