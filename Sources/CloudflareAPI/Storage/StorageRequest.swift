package import SinkSpec

/// A request to a storage host, which checks the credentials of a sink.
package struct StorageRequest: Sendable {
  package enum Authentication: Sendable {
    /// An R2 key pair, which signs the request with AWS Signature Version 4.
    case keys(accessKeyID: String, secretAccessKey: String)
    /// A catalog token.
    case token(String)
  }

  package let method: APIRequest.Method
  package let host: String
  /// The percent-encoded path and query.
  package let path: String
  package let authentication: Authentication

  /// Returns a signed request for the headers of a bucket, on the S3 host of its jurisdiction.
  ///
  /// - Returns: The request; `nil` if a value is not valid in a host name.
  package static func bucket(
    _ bucket: String, account: String, jurisdiction: String?, accessKeyID: String,
    secretAccessKey: String
  ) -> StorageRequest? {
    guard isLabel(account), jurisdiction.map(isLabel) ?? true else { return nil }
    let labels = [account] + (jurisdiction.map { [$0] } ?? [])
    return StorageRequest(
      method: .head,
      host: (labels + ["r2", "cloudflarestorage", "com"]).joined(separator: "."),
      path: "/" + PercentEncoding.encoded(bucket),
      authentication: .keys(accessKeyID: accessKeyID, secretAccessKey: secretAccessKey))
  }

  /// Returns a request for the configuration of a bucket's Iceberg REST catalog.
  package static func catalogConfiguration(
    bucket: String, account: String, token: String
  ) -> StorageRequest {
    let path = [account, bucket].map { "/" + PercentEncoding.encoded($0) }.joined() + "/v1/config"
    return StorageRequest(
      method: .get, host: "catalog.cloudflarestorage.com",
      path: path + "?warehouse=" + PercentEncoding.encoded("\(account)_\(bucket)"),
      authentication: .token(token))
  }

  /// Returns the absolute URL of the request.
  ///
  /// - Parameter base: The API's base URL. A loopback URL belongs to a mock of the API, which
  ///   serves each storage host under a path with the host's name.
  /// - Returns: The URL.
  package func url(beside base: BaseURL) -> String {
    guard base.isLoopback else { return "https://" + host + path }
    return String(base.text.dropLast(base.path.utf8.count)) + "/" + host + path
  }

  private static func isLabel(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
          || byte == UInt8(ascii: "-")
      }
  }
}
