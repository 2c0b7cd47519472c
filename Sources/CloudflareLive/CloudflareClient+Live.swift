package import CloudflareAPI
package import SinkSpec
import System

extension CloudflareClient {
  /// The client that uses the network.
  ///
  /// Nothing is loaded before something is asked. Proxies are taken from the environment as curl
  /// takes them: `https_proxy`, `all_proxy`, `no_proxy`. Requests to this machine never use one.
  ///
  /// - Parameters:
  ///   - base: where the API is.
  ///   - credentials: who asks.
  ///   - trust: which certificates are trusted.
  ///   - userAgent: what the program calls itself, such as `sinkwizard/1.0`.
  ///   - timeout: how many seconds a request may take, from its name's look-up to the last byte.
  ///   - policy: how often is sent again what did nothing.
  /// - Returns: the client.
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
