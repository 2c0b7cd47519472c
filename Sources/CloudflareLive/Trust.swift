/// Which certificates are trusted: the system's, or those that the environment names to curl.
package struct Trust: Hashable, Sendable {
  let file: String?
  let folder: String?

  /// Takes `CURL_CA_BUNDLE`, else `SSL_CERT_FILE` and `SSL_CERT_DIR`, as curl does.
  package init(environment: [String: String]) {
    func path(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let bundle = path("CURL_CA_BUNDLE")
    file = bundle ?? path("SSL_CERT_FILE")
    folder = bundle == nil ? path("SSL_CERT_DIR") : nil
  }
}
