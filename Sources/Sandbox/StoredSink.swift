import SinkSpec

/// A sink stored in the sandbox, as returned by list and get requests: without secrets.
struct StoredSink: Sendable {
  let id: String
  let name: String
  let bucket: String
  let jurisdiction: String?
  /// The table of a Data Catalog sink.
  let table: String?
  let namespace: String?
  /// The sink as a JSON object.
  let json: String

  /// Creates a sink from a valid request.
  init(_ document: JSONDocument, name: String, id: String, createdAt: Timestamp) {
    self.id = id
    self.name = name
    bucket = document.text(at: "/config/bucket") ?? ""
    jurisdiction = document.text(at: "/config/jurisdiction")
    let isCatalog = document.text(at: "/type").map(SinkType.catalogs.contains) == true
    table = isCatalog ? document.text(at: "/config/table_name") : nil
    namespace = document.text(at: "/config/namespace")
    let time = JSONText.string(createdAt.rfc3339)
    let added = [
      "\"id\":\(JSONText.string(id))", "\"created_at\":\(time)", "\"modified_at\":\(time)",
    ]
    json = Self.object(
      added
        + document.members(.root).map { member in
          let isConfig = document.string(member.name) == "config"
          return Self.member(
            document, member,
            isConfig ? Self.withoutSecrets(document, member.value) : document.literal(member.value))
        })
  }

  /// Returns the configuration without members that are, or contain, secrets.
  private static func withoutSecrets(_ document: JSONDocument, _ config: JSONDocument.Index)
    -> String
  {
    object(
      document.members(config).compactMap { member in
        let name = document.string(member.name) ?? ""
        let parameter = SinkDescription.parameter(at: Pointer("/config").appending(name))
        let isSecret = parameter.map { SinkDescription.all(below: $0).contains(where: \.isSecret) }
        return isSecret == true
          ? nil : Self.member(document, member, document.literal(member.value))
      })
  }

  private static func object(_ members: [String]) -> String {
    "{" + members.joined(separator: ",") + "}"
  }

  private static func member(
    _ document: JSONDocument, _ member: JSONDocument.Member, _ value: String
  ) -> String {
    document.literal(member.name) + ":" + value
  }
}
