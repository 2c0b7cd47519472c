/// The trusted certificates: the system's, or those in curl's environment variables.
package struct Trust: Hashable, Sendable {
  let file: String?
  let folder: String?

  /// Reads `CURL_CA_BUNDLE`, or otherwise `SSL_CERT_FILE` and `SSL_CERT_DIR`, as curl does.
  package init(environment: [String: String]) {
    func path(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let bundle = path("CURL_CA_BUNDLE")
    file = bundle ?? path("SSL_CERT_FILE")
    folder = bundle == nil ? path("SSL_CERT_DIR") : nil
  }
}
