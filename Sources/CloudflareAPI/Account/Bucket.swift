import SinkSpec

/// An R2 bucket; its strings are untrusted.
package struct Bucket: Hashable, Sendable {
  package let name: String
  /// The jurisdiction, or `nil` for a bucket without one.
  package let jurisdiction: String?
  /// The location, such as `weur`.
  package let location: String?
  /// The time of creation as returned by the API, in RFC 3339 format.
  package let createdAt: String?

  package init(
    name: String, jurisdiction: String? = nil, location: String? = nil, createdAt: String? = nil
  ) {
    self.name = name
    self.jurisdiction = jurisdiction
    self.location = location
    self.createdAt = createdAt
  }

  /// Parses a bucket; `nil` if it has no name.
  ///
  /// - Parameters:
  ///   - members: The members of the bucket.
  ///   - requested: The jurisdiction that was requested, for a bucket that does not name its own.
  init?(_ members: ResponseMembers, requested: String?) {
    guard let name = members.text("name"), !name.isEmpty else { return nil }
    let jurisdiction = members.text("jurisdiction") ?? requested
    self.init(
      name: name, jurisdiction: jurisdiction == "default" ? nil : jurisdiction,
      location: members.text("location"), createdAt: members.text("creation_date"))
  }
}
