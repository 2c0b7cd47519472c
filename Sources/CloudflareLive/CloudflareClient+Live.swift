package import CloudflareAPI
package import SinkSpec
import System

extension CloudflareClient {
  /// Returns a client that uses the network.
  ///
  /// libcurl is loaded on the first request. Proxies come from the environment, as in curl:
  /// `https_proxy`, `all_proxy`, `no_proxy`. Requests to loopback hosts never use a proxy.
  ///
  /// - Parameters:
  ///   - base: The API's base URL.
  ///   - credentials: The credentials for all requests.
  ///   - trust: The trusted certificates.
  ///   - userAgent: The `User-Agent` header, such as `sinkwizard/1.0`.
  ///   - timeout: The time limit for a request in seconds, DNS lookup included.
  ///   - policy: The retry policy.
  ///   - trace: Writes every request and response; nil for none.
  /// - Returns: The client.
  package static func live(
    base: BaseURL, credentials: Credentials, trust: Trust, userAgent: String, timeout: Int = 60,
    policy: RetryPolicy = RetryPolicy(), trace: ExchangeTrace? = nil
  ) -> CloudflareClient {
    CloudflareClient(
      credentials: credentials, policy: policy,
      send: { request in
        let headers = request.headers + credentials.headers + [Header("User-Agent", userAgent)]
        let transfer = CurlTransfer(
          url: request.url(below: base), host: base.host, method: request.method.rawValue,
          headers: headers, body: request.body, trust: trust, timeout: timeout,
          isLoopback: base.isLoopback)
        return await transfer.perform(tracedBy: trace?.hidingSecrets(ofBody: request.body))
      },
      sendToStorage: { request in
        await CurlTransfer(
          storage: request, beside: base, trust: trust, userAgent: userAgent, timeout: timeout
        ).perform(tracedBy: trace?.hidingSecrets(of: request))
      },
      now: { Timestamp(sinceEpoch: WallClock.sinceEpoch) })
  }
}

extension CurlTransfer {
  /// The SHA-256 of an empty body, which a signature covers.
  private static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// Creates a transfer to a storage host, or to a local mock of it.
  fileprivate convenience init(
    storage request: StorageRequest, beside base: BaseURL, trust: Trust, userAgent: String,
    timeout: Int
  ) {
    var headers = [Header("User-Agent", userAgent)]
    var signature: Signature?
    switch request.authentication {
    case .token(let token):
      headers += [Header("Accept", "application/json"), Header("Authorization", "Bearer \(token)")]
    case .keys(let id, let secret):
      headers.append(Header("x-amz-content-sha256", Self.emptyHash))
      signature = Signature(keyID: id, secret: secret)
    }
    self.init(
      url: request.url(beside: base), host: base.isLoopback ? base.host : request.host,
      method: request.method.rawValue, headers: headers, body: [], trust: trust, timeout: timeout,
      isLoopback: base.isLoopback, signature: signature)
  }
}
