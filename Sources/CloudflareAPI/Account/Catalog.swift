/// The Data Catalog of a bucket.
package struct Catalog: Hashable, Sendable {
  /// The status as returned by the API: `active` or `inactive`.
  package let status: String
  /// Whether the catalog is enabled.
  package var isEnabled: Bool { status == "active" }

  package init(status: String) { self.status = status }
}

/// A namespace of a catalog; its strings are untrusted.
package struct CatalogNamespace: Hashable, Sendable {
  package let levels: [String]

  package init(levels: [String]) { self.levels = levels }

  /// Creates a namespace from its name in a request, where dots separate levels.
  package init(name: String) {
    levels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The name as it appears in a request.
  package var name: String { levels.joined(separator: ".") }
}
