package import CloudflareAPI
package import SinkSpec
import System

extension CloudflareClient {
  /// Returns the client that uses the network.
  ///
  /// libcurl is loaded on the first request. Proxies are read from the environment as in curl:
  /// `https_proxy`, `all_proxy`, `no_proxy`. Requests to loopback hosts never use a proxy.
  ///
  /// - Parameters:
  ///   - base: The API's base URL.
  ///   - credentials: The credentials for all requests.
  ///   - trust: The trusted certificates.
  ///   - userAgent: The `User-Agent` header, such as `sinkwizard/1.0`.
  ///   - timeout: The time limit for a request in seconds, DNS lookup included.
  ///   - policy: The retry policy.
  /// - Returns: The client.
  package static func live(
    base: BaseURL, credentials: Credentials, trust: Trust, userAgent: String, timeout: Int = 60,
    policy: RetryPolicy = RetryPolicy()
  ) -> CloudflareClient {
    CloudflareClient(
      credentials: credentials, policy: policy,
      send: { request in
        let headers = request.headers + credentials.headers + [Header("User-Agent", userAgent)]
        let transfer = CurlTransfer(
          url: request.url(below: base), host: base.host, method: request.method.rawValue,
          headers: headers, body: request.body, trust: trust, timeout: timeout,
          isLoopback: base.isLoopback)
        return await transfer.perform()
      },
      now: { Timestamp(sinceEpoch: WallClock.sinceEpoch) })
  }
}
