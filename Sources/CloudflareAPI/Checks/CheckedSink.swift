package import SinkSpec

/// The values of a sink to check; nil and empty values count as missing.
package struct CheckedSink: Hashable, Sendable {
  /// The account in the URL.
  package let account: String
  /// The account of the bucket.
  package let bucketAccount: String
  package let name: String?
  package let type: String?
  package let bucket: String?
  package let jurisdiction: String?
  package let table: String?
  package let namespace: String
  /// The environment variables that the sink's secrets refer to.
  package let references: [Reference]

  /// A secret that refers to an environment variable.
  package struct Reference: Hashable, Sendable {
    package let pointer: Pointer
    package let variable: String
  }

  /// Creates the values from parameters.
  ///
  /// - Parameters:
  ///   - account: The account in the URL.
  ///   - text: Returns the text of a parameter; nil or empty if it is not set.
  package init(account: String, text: (Pointer) -> String?) {
    func value(_ pointer: Pointer) -> String? {
      text(pointer).flatMap { $0.isEmpty ? nil : $0 }
    }
    self.account = account
    bucketAccount = value("/config/account_id") ?? account
    name = value("/name")
    type = value("/type")
    bucket = value("/config/bucket")
    let jurisdiction = value("/config/jurisdiction")
    let isCatalogSink = type.map(SinkType.catalogs.contains) == true
    self.jurisdiction = jurisdiction == "default" || isCatalogSink ? nil : jurisdiction
    table = value("/config/table_name")
    namespace = value("/config/namespace") ?? "default"
    let secrets = SinkDescription.all().filter { parameter in
      parameter.isSecret && parameter.applies.names(sinkType: value("/type") ?? "")
    }
    references = secrets.compactMap { secret in
      value(secret.pointer).flatMap { SecretReference($0) }
        .map { Reference(pointer: secret.pointer, variable: $0.name) }
    }
  }

  /// Creates the values from a payload.
  package init(account: String, payload document: JSONDocument) {
    self.init(account: account) { pointer in
      document.text(at: pointer)
    }
  }

  package var isCatalogSink: Bool { type.map(SinkType.catalogs.contains) == true }
}
